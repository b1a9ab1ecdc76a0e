package cx.ecou.eventstore.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.StoredEvent;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.eventstore.Unreadable;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.privacy.Guest.Address;
import cx.ecou.eventstore.privacy.Guest.GuestLeft;
import cx.ecou.eventstore.privacy.Guest.GuestWrote;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
@Import(GuestBook.class)
@TestPropertySource(properties = "test.world=guests")
class PersonalEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Facts facts;

    @Autowired
    StoredEvents stored;

    @Autowired
    OrderedEventStore store;

    @Autowired
    DataKeys keys;

    @Autowired
    WrappingKeys wrapping;

    @Autowired
    GuestBook.Reader book;

    @Autowired
    Positions positions;

    @Autowired
    DeadLetters letters;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionOperations transaction;

    private final UUID ana = Ids.next();
    private final GuestWrote entry = Guest.ana(ana);

    @Test
    void what_is_stored_holds_nothing_of_what_was_said_about_the_person() {
        List<String> marks =
                IntStream.range(0, 10).mapToObj(n -> "canary-" + n + "-żółć").toList();
        var said = new GuestWrote(
                Ids.next(),
                ana,
                1,
                marks.get(0),
                7_777,
                new Address(marks.get(1), null),
                Map.of(marks.get(2), marks.get(3), marks.get(4), marks.get(5)),
                marks.subList(6, 10),
                null,
                "rain");

        record(said);

        assertThat(readBack(said)).isEqualTo(said);
        String row = database.sql("select e::text from event_store.domain_event e where aggregate_identifier = ?")
                .param(said.entryId())
                .query(String.class)
                .single();
        String ciphertext = row.substring(row.indexOf("v1.") + 3).replaceAll("[^A-Za-z0-9_-].*", "");
        String decoded = new String(Base64.getUrlDecoder().decode(ciphertext), StandardCharsets.UTF_8);
        assertThat(Stream.of(row, decoded))
                .allSatisfy(text -> assertThat(text).doesNotContain(marks).doesNotContain("canary", "wishes", "7777"));
    }

    @Test
    void the_key_of_a_person_is_made_once_and_lies_wrapped_in_the_database() {
        record(entry);
        record(Guest.ana(ana));

        assertThat(database.sql("select octet_length(wrapped_key) from privacy.data_key where subject_id = ?")
                        .param(ana)
                        .query(Integer.class)
                        .list())
                .containsExactly(60);
    }

    @Test
    void nobody_needs_a_key_of_whom_nothing_is_said() {
        UUID silent = Ids.next();
        facts.record(List.of(fact(new GuestLeft(Ids.next(), silent)), fact(Guest.without(Guest.ana(silent)))));

        assertThat(keysOf(silent)).isZero();
    }

    @Test
    void processors_histories_and_questions_about_the_past_read_what_was_said() {
        Instant before = Instant.now();
        List<GuestWrote> many =
                IntStream.range(0, 30).mapToObj(n -> Guest.ana(Ids.next())).toList();
        facts.record(many.stream().map(PersonalEventsIT::fact).toList());
        List<Object> asked = new ArrayList<>();

        stored.recordedBetween(
                before, Instant.now().plusSeconds(1), GuestWrote.class, event -> asked.add(event.event()));

        assertThat(asked).containsSubsequence(many);
        assertThat(many).allSatisfy(said -> {
            assertThat(readBack(said)).isEqualTo(said);
            await().atMost(PATIENCE).until(() -> book.of(said.guestId()).equals(List.of(said)));
        });
        assertThat(stored.firstOf(many.stream().map(GuestWrote::entryId).toList())
                        .values())
                .extracting(StoredEvent::event)
                .containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void once_the_key_is_destroyed_everybody_reads_that_it_happened_and_nothing_more() {
        record(entry);
        long position = positions.ofAggregate(entry.entryId());
        assertThat(store.eventsAt(position))
                .singleElement()
                .satisfies(event -> assertThat((Object) event.getPayload()).isEqualTo(entry));

        destroy(ana);

        assertThat(keys.isDestroyed(ana)).isTrue();
        assertThat(readBack(entry)).isEqualTo(Guest.without(entry));
        assertThat(store.eventsAt(position))
                .singleElement()
                .satisfies(event -> assertThat((Object) event.getPayload()).isEqualTo(Guest.without(entry)));
        assertThat(database.sql("select count(*) from privacy.data_key where subject_id = ? and wrapped_key is null")
                        .param(ana)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void of_an_erased_person_only_facts_are_kept_from_then_on() {
        destroy(ana);
        record(entry);

        assertThat(readBack(entry)).isEqualTo(Guest.without(entry));
        await().atMost(PATIENCE).until(() -> book.of(ana).equals(List.of(Guest.without(entry))));
        assertThat(database.sql("select payload from event_store.domain_event where aggregate_identifier = ?")
                        .param(entry.entryId())
                        .query(String.class)
                        .single())
                .doesNotContain("personal");
    }

    @Test
    void other_people_are_read_as_before() {
        GuestWrote other = Guest.ana(Ids.next());
        facts.record(List.of(fact(entry), fact(other)));

        destroy(ana);

        assertThat(readBack(other)).isEqualTo(other);
        assertThat(keys.isDestroyed(other.guestId())).isFalse();
    }

    @Test
    void an_erasure_that_is_rolled_back_never_was() {
        record(entry);

        transaction.executeWithoutResult(status -> {
            keys.destroy(List.of(ana));
            status.setRollbackOnly();
        });

        assertThat(keys.isDestroyed(ana)).isFalse();
        assertThat(readBack(entry)).isEqualTo(entry);
    }

    @Test
    void what_is_destroyed_stays_destroyed() {
        record(entry);
        destroy(ana);
        Instant at = erasureOf(ana).at();

        destroy(ana);
        assertThat(erasureOf(ana).at()).isEqualTo(at);
        for (String change : List.of(
                "update privacy.data_key set destroyed_at = null, wrapping_key_id = 1, wrapped_key = '\\x00'"
                        + " where subject_id = '" + ana + "'",
                "delete from privacy.data_key where subject_id = '" + ana + "'",
                "truncate privacy.data_key")) {
            assertThatThrownBy(() -> database.sql(change).update())
                    .rootCause()
                    .hasMessageContaining("what is destroyed stays destroyed");
        }
        assertThatThrownBy(() -> keys.destroy(List.of(ana))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void erasures_are_listed_in_the_order_of_time_a_page_at_a_time() {
        List<UUID> persons = Stream.generate(Ids::next).limit(5).toList();
        transaction.executeWithoutResult(status -> keys.destroy(persons.subList(0, 3)));
        transaction.executeWithoutResult(status -> keys.destroy(persons.subList(3, 5)));

        List<UUID> listed = new ArrayList<>();
        Erasure last = Erasure.NONE;
        for (List<Erasure> page = keys.erasures(last, 2); !page.isEmpty(); page = keys.erasures(last, 2)) {
            page.forEach(erasure -> listed.add(erasure.subject()));
            last = page.get(page.size() - 1);
        }
        assertThat(listed).doesNotHaveDuplicates().containsAll(persons);
        assertThat(listed.subList(0, listed.size()))
                .filteredOn(persons::contains)
                .startsWith(persons.subList(0, 3).stream().sorted(byText()).toArray(UUID[]::new));
    }

    @Test
    void a_ciphertext_that_was_moved_to_another_event_puts_that_event_aside_and_nothing_else() {
        GuestWrote victim = Guest.ana(ana);
        GuestWrote bystander = Guest.ana(Ids.next());
        record(entry);
        String foreign = database.sql("select payload from event_store.domain_event where aggregate_identifier = ?")
                .param(entry.entryId())
                .query(String.class)
                .single();

        long position = write(victim.entryId(), foreign);
        record(bystander);

        await().atMost(PATIENCE).until(() -> !book.of(bystander.guestId()).isEmpty());
        assertThat(letters.of("guest.book", position - 1, 1)).singleElement().satisfies(letter -> {
            assertThat(letter.position()).isEqualTo(position);
            assertThat(letter.error()).isEqualTo(UnreadablePersonalParts.class.getName());
        });
        assertThat(stored.ofAggregate(victim.entryId()))
                .singleElement()
                .satisfies(event -> assertThat(event.event()).isInstanceOf(Unreadable.class));
        assertThat(book.of(ana)).containsExactly(entry);
    }

    @Test
    void what_was_stored_in_the_clear_is_still_read() {
        byte[] clear = new EventJson(new PersonalCatalogue(List.of(new GuestBook().guests()))).joined(entry);

        write(entry.entryId(), new String(clear, StandardCharsets.UTF_8));

        assertThat(readBack(entry)).isEqualTo(entry);
        await().atMost(PATIENCE).until(() -> book.of(ana).equals(List.of(entry)));
    }

    @Test
    void two_who_make_the_key_of_the_same_new_person_at_once_use_one() throws InterruptedException {
        var ready = new CountDownLatch(1);
        List<GuestWrote> entries =
                IntStream.range(0, 8).mapToObj(n -> Guest.ana(ana)).toList();
        List<CompletableFuture<Void>> writers = entries.stream()
                .map(each -> CompletableFuture.runAsync(() -> {
                    awaitLatch(ready);
                    record(each);
                }))
                .toList();
        ready.countDown();

        assertThat(writers).allSatisfy(writer -> assertThat(writer).succeedsWithin(PATIENCE));
        SubjectKeys otherNode = ring();
        assertThat(entries).allSatisfy(each -> assertThat(readBack(each)).isEqualTo(each));
        assertThat(otherNode.find(List.of(ana))).containsKey(ana);
    }

    @Test
    void a_key_of_a_transaction_that_was_rolled_back_is_used_by_nobody() {
        transaction.executeWithoutResult(status -> {
            facts.record(List.of(fact(entry)));
            // The rows are written when the aggregate is asked for, and its key with them.
            assertThat(positions.ofAggregate(entry.entryId())).isPositive();
            assertThat(readBack(entry)).isEqualTo(entry);
            status.setRollbackOnly();
        });
        assertThat(keysOf(ana)).isZero();

        record(entry);

        assertThat(readBack(entry)).isEqualTo(entry);
        assertThat(ring().find(List.of(ana))).containsKey(ana);
    }

    @Test
    void another_node_that_has_used_the_key_forgets_it_when_it_is_told() {
        record(entry);
        SubjectKeys otherNode = ring();
        var ear = new Announcements(dataSource);
        ear.listen(DataKeys.CHANGED, otherNode::forgetAll);
        ear.start();
        try {
            awaitHearing(ear);
            assertThat(keyOf(otherNode)).isNotNull();

            destroy(ana);

            // Sooner than by itself: nobody needs to be told for that, but it takes fifty seconds.
            await().atMost(Duration.ofSeconds(25)).until(() -> keyOf(otherNode) == null);
        } finally {
            ear.stop();
        }
    }

    private static void awaitHearing(Announcements ear) {
        var heard = new AtomicBoolean();
        ear.listen("hearing", () -> heard.set(true));
        await().until(() -> {
            ear.announce("hearing");
            return heard.get();
        });
    }

    @Test
    void another_node_that_nobody_has_told_reads_nothing_with_a_destroyed_key() {
        record(entry);
        SubjectKeys otherNode = ring();
        assertThat(keyOf(otherNode)).isNotNull();

        destroy(ana);

        assertThat(Objects.requireNonNull(otherNode.findForReading(List.of(ana)).get(ana))
                        .key())
                .isNull();
    }

    @Test
    void who_writes_something_in_the_clear_is_waited_for_by_who_erases() {
        record(entry);
        CompletableFuture<Void> erasing = transaction.execute(status -> {
            assertThat(keys.destroyedAmong(List.of(ana, Ids.next()))).isEmpty();
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> destroy(ana));
            await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
            assertThat(begun).isNotDone();
            return begun;
        });

        assertThat(erasing).succeedsWithin(PATIENCE);
        assertThat(transaction.<Object>execute(status -> keys.destroyedAmong(List.of(ana))))
                .isEqualTo(Set.of(ana));
        assertThatThrownBy(() -> keys.destroyedAmong(List.of(ana))).isInstanceOf(IllegalStateException.class);
    }

    private boolean somebodyWaitsForALock() {
        return database.sql("select exists (select from pg_locks join pg_stat_activity using (pid)"
                        + " where not granted and datname = current_database())")
                .query(Boolean.class)
                .single();
    }

    @Test
    void an_altered_data_key_concerns_its_person_only() {
        UUID other = Ids.next();
        GuestWrote undisturbed = Guest.ana(other);
        facts.record(List.of(fact(entry), fact(undisturbed)));
        database.sql("update privacy.data_key k set wrapped_key = o.wrapped_key from privacy.data_key o"
                        + " where k.subject_id = ? and o.subject_id = ?")
                .params(ana, other)
                .update();
        SubjectKeys otherNode = ring();

        assertThat(otherNode.find(List.of(ana, other))).containsOnlyKeys(other);
    }

    private SubjectKeys ring() {
        return new SubjectKeys(new KeyTable(dataSource), wrapping, new KeyCache());
    }

    private @Nullable Object keyOf(SubjectKeys node) {
        return Objects.requireNonNull(node.find(List.of(ana)).get(ana)).key();
    }

    private void destroy(UUID person) {
        transaction.executeWithoutResult(status -> keys.destroy(List.of(person)));
    }

    private Erasure erasureOf(UUID person) {
        return keys.erasures(Erasure.NONE, 10_000).stream()
                .filter(erasure -> erasure.subject().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private int keysOf(UUID person) {
        return database.sql("select count(*) from privacy.data_key where subject_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private void record(GuestWrote said) {
        facts.record(List.of(fact(said)));
    }

    private static Fact fact(Guest said) {
        UUID id = said instanceof GuestWrote wrote ? wrote.entryId() : ((GuestLeft) said).entryId();
        return new Fact(id, "Entry", said);
    }

    private Object readBack(GuestWrote said) {
        return stored.ofAggregate(said.entryId()).get(0).event();
    }

    /** As somebody would who can write into the table. */
    private long write(UUID aggregate, String payload) {
        return database.sql("""
                        insert into event_store.domain_event (event_id, aggregate_identifier, sequence_number, recorded_at,
                          payload_type, payload, metadata) values (?, ?, 0, now(), 'guest.GuestWrote', ?, '{}')
                        returning global_index""")
                .params(Ids.next(), aggregate, payload)
                .query(Long.class)
                .single();
    }

    private static Comparator<UUID> byText() {
        return Comparator.comparing(UUID::toString);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
