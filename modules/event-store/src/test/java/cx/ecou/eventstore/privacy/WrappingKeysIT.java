package cx.ecou.eventstore.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** The keys from outside the database: which are taken, and how one follows another. */
class WrappingKeysIT {

    private final KeysOfPeople keys = KeysOfPeople.empty();
    private final String old = WrappingKey.made();
    private final String other = WrappingKey.made();

    /** In the order of the database, which is not Java's. */
    private final UUID first = UUID.fromString("10000000-0000-4000-8000-000000000000");

    private final UUID last = UUID.fromString("f0000000-0000-4000-8000-000000000000");

    @TempDir
    Path home = Path.of("");

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_can_read() throws IOException {
        keys.node(WrappingKeys.in(home));

        Path file = home.resolve("wrapping-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(keys.count("privacy.wrapping_key where retired_at is null")).isEqualTo(1);
    }

    @Test
    void every_further_start_takes_the_same_one() {
        List<UUID> people = KeysOfPeople.people(3);
        Map<UUID, DataKey> made = keys.make(keys.node(WrappingKeys.in(home)), people);

        assertThat(keys.node(WrappingKeys.in(home)).find(people)).isEqualTo(made);
        assertThat(keys.count("privacy.wrapping_key")).isEqualTo(1);
    }

    @Test
    void a_lost_key_refuses_the_start_and_is_not_replaced() throws IOException {
        keys.node(WrappingKeys.in(home));
        Files.delete(home.resolve("wrapping-key"));

        assertThatThrownBy(() -> keys.node(WrappingKeys.in(home)))
                .isInstanceOf(WrappingKeyNotUsable.class)
                .hasMessage("The wrapping key in the file " + home.resolve("wrapping-key")
                        + " cannot be read: put the file back, or let Ecou read it.");
        assertThat(home.resolve("wrapping-key")).doesNotExist();
        Files.createFile(home.resolve("wrapping-key"));
        assertThatThrownBy(() -> keys.node(WrappingKeys.in(home)))
                .isInstanceOf(WrappingKeyNotUsable.class)
                .hasMessageContaining("There is no wrapping key in the file");
    }

    @Test
    void another_databases_key_refuses_the_start_and_changes_nothing() {
        keys.make(keys.node(WrappingKeys.of(old)), KeysOfPeople.people(3));
        List<String> before = rows();

        assertThatThrownBy(() -> keys.node(WrappingKeys.of(other)))
                .isInstanceOf(WrappingKeyNotUsable.class)
                .hasMessageStartingWith(
                        "ECOU_PRIVACY_WRAPPING_KEY is not the one that this database was written with: put the right one back.")
                .hasMessageNotContaining(other);

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_is_no_key_is_refused_without_being_shown() {
        for (String wrong : List.of("secret", "c2hvcnQ=", old + old, old.substring(1), "ä" + old)) {
            assertThatThrownBy(() -> WrappingKeys.of(wrong))
                    .as(wrong)
                    .isInstanceOf(WrappingKeyNotUsable.class)
                    .hasMessage(
                            "ECOU_PRIVACY_WRAPPING_KEY must hold 32 random bytes in base64: `openssl rand -base64 32`"
                                    + " makes a key.");
        }
        assertThatThrownBy(() -> WrappingKeys.of(" \n"))
                .isInstanceOf(WrappingKeyNotUsable.class)
                .hasMessageContaining("a database of your own needs a key from outside of it");
    }

    /** They would still lie there when they are destroyed. */
    @Test
    void no_key_is_sampled_for_the_planner() {
        keys.make(keys.node(WrappingKeys.of(old)), KeysOfPeople.people(20));

        keys.jdbc().execute("analyze privacy.data_key");

        assertThat(keys.jdbc().queryForList("select attname from pg_stats where schemaname = 'privacy'", String.class))
                .contains("subject_id", "created_at")
                .doesNotContain("wrapped_key");
    }

    @Test
    void nodes_that_start_at_once_on_an_empty_database_agree_or_are_refused() {
        List<CompletableFuture<SubjectKeys>> nodes = Stream.of(old, other, old, other)
                .map(text -> CompletableFuture.supplyAsync(() -> keys.node(WrappingKeys.of(text))))
                .toList();

        assertThat(nodes.stream()
                        .filter(node -> node.handle((ring, e) -> e == null).join()))
                .hasSize(2);
        assertThat(keys.count("privacy.wrapping_key")).isEqualTo(1);
    }

    @Test
    void a_rotation_wraps_everything_by_a_new_key_and_every_data_key_stays_what_it_was() throws IOException {
        SubjectKeys node = keys.node(WrappingKeys.in(home));
        List<UUID> people = KeysOfPeople.people(25);
        Map<UUID, DataKey> made = keys.make(node, people);
        keys.destroy(people.subList(0, 2), Instant.EPOCH);
        String before = Files.readString(home.resolve("wrapping-key"));

        assertThat(rotation(WrappingKeys.in(home)).rotate()).isEqualTo(23);

        assertThat(Files.readAllLines(home.resolve("wrapping-key"))).hasSize(1).doesNotContain(before.strip());
        assertThat(keys.node(WrappingKeys.in(home)).find(people.subList(2, 25)))
                .isEqualTo(submap(made, people.subList(2, 25)));
        assertThat(keys.count("privacy.wrapping_key where retired_at is not null"))
                .isEqualTo(1);
        assertThatThrownBy(() -> keys.node(WrappingKeys.of(before))).isInstanceOf(WrappingKeyNotUsable.class);
    }

    @Test
    void an_interrupted_rotation_is_gone_on_with_and_both_keys_are_taken_meanwhile() throws IOException {
        List<UUID> people = KeysOfPeople.people(25);
        Map<UUID, DataKey> made = keys.make(keys.node(WrappingKeys.in(home)), people);
        WrappingKeyRotation interrupted = rotation(WrappingKeys.in(home));
        interrupted.begin();
        assertThat(interrupted.rewrapAfter(new UUID(0, 0))).hasSize(10);
        List<String> both = Files.readAllLines(home.resolve("wrapping-key"));

        assertThat(both).hasSize(2);
        assertThat(keys.node(WrappingKeys.in(home)).find(people)).isEqualTo(made);

        assertThat(rotation(WrappingKeys.in(home)).rotate()).isEqualTo(15);

        assertThat(Files.readAllLines(home.resolve("wrapping-key"))).containsExactly(both.get(0));
        assertThat(keys.node(WrappingKeys.in(home)).find(people)).isEqualTo(made);
    }

    @Test
    void a_node_that_runs_meanwhile_goes_over_to_the_new_key_by_itself() {
        SubjectKeys running = keys.node(WrappingKeys.in(home));
        List<UUID> people = KeysOfPeople.people(25);
        Map<UUID, DataKey> made = keys.make(running, people);

        rotation(WrappingKeys.in(home)).rotate();
        running.forgetAll();

        assertThat(running.find(people)).isEqualTo(made);
        List<UUID> strangers = KeysOfPeople.people(2);
        Map<UUID, DataKey> later = keys.make(running, strangers);
        assertThat(keys.node(WrappingKeys.in(home)).find(strangers)).isEqualTo(later);
    }

    @Test
    void a_node_that_knows_the_retired_key_only_adds_nothing_that_nobody_could_read() {
        SubjectKeys behind = keys.node(WrappingKeys.of(old));
        rotation(WrappingKeys.of(other + "," + old)).rotate();

        assertThatThrownBy(() -> keys.make(behind, KeysOfPeople.people(1)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("this wrapping key is not in use");
        assertThat(keys.count("privacy.data_key")).isZero();
    }

    @Test
    void a_rotation_needs_another_key_and_the_old_one() {
        keys.make(keys.node(WrappingKeys.of(old)), KeysOfPeople.people(1));

        assertThatThrownBy(() -> rotation(WrappingKeys.of(old)).rotate())
                .isInstanceOf(WrappingKeyNotUsable.class)
                .hasMessageContaining("There is one wrapping key only");
        assertThatThrownBy(() -> rotation(WrappingKeys.of(other)).rotate())
                .isInstanceOf(WrappingKeyNotUsable.class)
                .hasMessageContaining("is not the one that this database was written with");
    }

    @Test
    void an_erasure_takes_people_in_the_order_in_which_a_rotation_takes_them() {
        keys.make(keys.node(WrappingKeys.of(old)), List.of(first, last));

        CompletableFuture<Void> erasure = keys.transaction().execute(status -> {
            assertThat(lock(first, "")).isNotEmpty();
            var begun = CompletableFuture.runAsync(() -> keys.destroy(List.of(last, first), Instant.EPOCH));
            await().until(this::somebodyWaits);
            assertThat(lock(last, "nowait"))
                    .as("what comes later is still free")
                    .isNotEmpty();
            return begun;
        });

        assertThat(erasure).succeedsWithin(Duration.ofSeconds(20));
        assertThat(keys.count("privacy.data_key where destroyed_at is not null"))
                .isEqualTo(2);
    }

    @Test
    void of_two_who_add_keys_of_the_same_new_people_one_waits_for_the_other_and_never_both() {
        SubjectKeys node = keys.node(WrappingKeys.of(old));
        SubjectKeys other = keys.node(WrappingKeys.of(old));

        CompletableFuture<Map<UUID, DataKey>> both = keys.transaction().execute(status -> {
            node.findOrMake(List.of(first));
            var begun = CompletableFuture.supplyAsync(() -> keys.make(other, List.of(last, first)));
            await().until(this::somebodyWaits);
            keys.jdbc().execute("set local lock_timeout = '1s'");
            assertThat(node.findOrMake(List.of(last)))
                    .as("not added before the first")
                    .containsKey(last);
            return begun;
        });

        assertThat(both).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(other.find(List.of(first, last)));
        assertThat(node.find(List.of(first, last))).isEqualTo(both.join());
    }

    private boolean somebodyWaits() {
        return keys.count("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 1;
    }

    private List<UUID> lock(UUID person, String how) {
        return keys.jdbc()
                .queryForList(
                        "select subject_id from privacy.data_key where subject_id = ? for update " + how,
                        UUID.class,
                        person);
    }

    private List<String> rows() {
        return keys.jdbc().queryForList("select w::text from privacy.wrapping_key w", String.class);
    }

    private WrappingKeyRotation rotation(WrappingKeys wrapping) {
        return new WrappingKeyRotation(keys.database(), wrapping, 10);
    }

    private static Map<UUID, DataKey> submap(Map<UUID, DataKey> all, List<UUID> people) {
        return all.entrySet().stream()
                .filter(entry -> people.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
