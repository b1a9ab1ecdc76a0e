package cx.ecou.eventstore.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasures outlive a restore: their list lies outside of the database. */
class ErasureListIT {

    private static final Instant YESTERDAY = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Instant TODAY = Instant.parse("2026-03-02T12:00:00Z");

    private final KeysOfPeople keys = KeysOfPeople.empty();
    private final List<UUID> people = KeysOfPeople.people(5);

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_restored_database_that_has_the_keys_of_erased_people_loses_them_again() throws IOException {
        keys.destroy(people.subList(0, 3), YESTERDAY);
        copy().copy();
        KeysOfPeople restored = KeysOfPeople.empty();
        SubjectKeys node = restored.node(WrappingKeys.in(folder));
        restored.make(node, people);

        assertThat(ErasureList.in(folder).replay(restored.database())).isEqualTo(3);

        node.forgetAll();
        assertThat(node.find(people).values())
                .filteredOn(key -> key.key() == null)
                .extracting(DataKey::subject)
                .containsExactlyInAnyOrderElementsOf(people.subList(0, 3));
        assertThat(new KeyTable(restored.database()).destroyedAfter(Erasure.NONE, 10))
                .extracting(Erasure::at)
                .containsOnly(YESTERDAY);
        assertThat(ErasureList.in(folder).replay(restored.database())).isZero();
    }

    @Test
    void the_list_says_everything_once_however_often_it_is_brought_up_to_date() throws IOException {
        try (PrivacyCopy copy = copy()) {
            keys.destroy(people.subList(0, 2), TODAY);
            copy.copy();
            copy.copy();
            // Committed late, by a transaction that began before.
            keys.destroy(people.subList(2, 3), TODAY.minusSeconds(30));
            copy.copy();
        }
        copy().copy();

        assertThat(Files.readAllLines(folder.resolve("erasures"))).hasSize(3);
        assertThat(ErasureList.in(folder).read())
                .extracting(Erasure::subject)
                .containsExactlyInAnyOrderElementsOf(people.subList(0, 3));
    }

    @Test
    void a_line_that_a_crash_cut_off_costs_nothing() throws IOException {
        keys.destroy(people.subList(0, 1), YESTERDAY);
        copy().copy();
        Files.writeString(folder.resolve("erasures"), people.get(1) + " 2026-03-0", StandardOpenOption.APPEND);
        keys.destroy(people.subList(1, 2), TODAY);

        copy().copy();

        assertThat(ErasureList.in(folder).read())
                .containsExactly(new Erasure(people.get(0), YESTERDAY), new Erasure(people.get(1), TODAY));
    }

    @Test
    void a_list_takes_over_what_another_one_says_once() throws IOException {
        ErasureList here = ErasureList.in(Files.createDirectory(folder.resolve("here")));
        here.append(List.of(new Erasure(people.get(0), YESTERDAY)));
        ErasureList there = ErasureList.in(Files.createDirectory(folder.resolve("there")));
        there.append(List.of(new Erasure(people.get(0), YESTERDAY), new Erasure(people.get(1), TODAY)));

        here.addAll(there);
        here.addAll(there);
        here.addAll(ErasureList.in(folder.resolve("nowhere")));

        assertThat(here.read()).isEqualTo(there.read());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(here.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_person_whom_the_list_names_twice_was_erased_at_the_earlier_time() throws IOException {
        ErasureList list = ErasureList.in(folder);
        list.append(List.of(new Erasure(people.get(0), TODAY), new Erasure(people.get(1), TODAY)));
        list.append(List.of(new Erasure(people.get(0), YESTERDAY)));
        keys.make(keys.node(WrappingKeys.in(folder)), people.subList(0, 1));

        assertThat(list.replay(keys.database())).isEqualTo(2);

        assertThat(new KeyTable(keys.database()).destroyedAfter(Erasure.NONE, 10))
                .containsExactly(new Erasure(people.get(0), YESTERDAY), new Erasure(people.get(1), TODAY));
    }

    @Test
    void every_wrapping_key_that_was_in_use_lies_beside_the_backups() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path backups = Files.createDirectory(folder.resolve("backups"));
        keys.node(WrappingKeys.in(home));
        var copy = new PrivacyCopy(keys.database(), List.of(), home, backups);
        copy.copy();
        new WrappingKeyRotation(keys.database(), WrappingKeys.in(home)).rotate();
        copy.copy();

        Path restored = Files.createDirectory(folder.resolve("restored"));
        assertThat(PrivacyCopy.restoreKeys(backups, restored)).isTrue();

        List<String> restoredKeys = Files.readAllLines(restored.resolve("wrapping-key"));
        assertThat(restoredKeys)
                .hasSize(2)
                .startsWith(Files.readAllLines(home.resolve("wrapping-key")).get(0));
        assertThat(PrivacyCopy.restoreKeys(home.resolve("nothing"), restored)).isFalse();
    }

    private PrivacyCopy copy() {
        return new PrivacyCopy(keys.database(), List.of(ErasureList.in(folder)), null, null);
    }
}
