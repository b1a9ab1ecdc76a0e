package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
@TestPropertySource(properties = "test.world=watched") // events are written here that nobody can read
class EventBrowserIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-01T13:00:00Z");
    private static final long NEWEST = Long.MAX_VALUE;

    @Autowired
    EventBrowser browser;

    @Autowired
    DataSource dataSource;

    @Autowired
    LogicalNames names;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    private final UUID aggregate = Ids.next();
    private String type = "";

    @BeforeEach
    void a_type_that_no_other_test_writes() {
        type = "nobody.Knows" + aggregate.toString().toUpperCase(Locale.ROOT);
    }

    @Test
    void the_newest_come_first_and_the_next_page_begins_where_the_last_ended() {
        long first = write(aggregate, 0, NOON, "{}");
        long second = write(aggregate, 1, NOON, "{}");
        long third = write(aggregate, 2, LATER, "{}");

        List<EventRow> page = browser.find(EventSearch.ALL, NEWEST, 2);

        assertThat(page).extracting(EventRow::position).containsExactly(third, second);
        assertThat(browser.find(EventSearch.ALL, second, 1))
                .extracting(EventRow::position)
                .containsExactly(first);
    }

    @Test
    void an_aggregate_a_type_and_a_span_of_time_narrow_alone_and_together() {
        UUID other = Ids.next();
        long early = write(aggregate, 0, NOON, "{}");
        long late = write(aggregate, 1, LATER, "{}");
        long ofOther = write(other, 0, LATER, "{}");

        assertThat(positions(new EventSearch(type, null, null, null))).containsExactly(ofOther, late, early);
        assertThat(positions(new EventSearch(null, null, null, aggregate))).containsExactly(late, early);
        assertThat(positions(new EventSearch(type, NOON, LATER, null))).containsExactly(early);
        assertThat(positions(new EventSearch(type, LATER, null, aggregate))).containsExactly(late);
        assertThat(positions(new EventSearch("nobody", null, null, aggregate))).isEmpty();
    }

    @Test
    void an_event_that_cannot_be_read_is_shown_as_it_lies_there() {
        long position = write(aggregate, 7, NOON, "{\"note\": <no json");

        EventText text = browser.at(position).orElseThrow();

        assertThat(text.payload()).isEqualTo("{\"note\": <no json");
        assertThat(text.metadata()).isEqualTo("{\"by\":\"hand\"}");
        assertThat(text.row().type()).isEqualTo(type);
        assertThat(text.row().revision()).isEqualTo("9");
        assertThat(text.row().sequence()).isEqualTo(7);
        assertThat(text.row().recordedAt()).isEqualTo(NOON);
        assertThat(browser.at(position + 1_000_000)).isEmpty();
    }

    @Test
    void the_types_of_this_program_are_offered() {
        assertThat(browser.knownTypes()).containsExactly("lamp.LampBroken", "lamp.LampLit");
    }

    @Test
    void a_search_that_takes_too_long_is_given_up_and_says_so() {
        var impatient = new EventBrowser(dataSource, names, Duration.ofSeconds(1));
        transaction.executeWithoutResult(locked -> {
            database.sql("lock table event_store.domain_event in access exclusive mode")
                    .update();
            assertThatThrownBy(() -> impatientElsewhere(impatient)).isInstanceOf(SearchTooWide.class);
        });
    }

    /** On a connection of its own, not that of the transaction that holds the lock. */
    private static void impatientElsewhere(EventBrowser impatient) throws Throwable {
        try {
            CompletableFuture.runAsync(() -> impatient.find(EventSearch.ALL, NEWEST, 1))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private List<Long> positions(EventSearch search) {
        return browser.find(search, NEWEST, 10).stream().map(EventRow::position).toList();
    }

    private long write(UUID of, long sequence, Instant recordedAt, String payload) {
        return database.sql("""
                        insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number,
                          recorded_at, payload_type, payload_revision, payload, metadata)
                        values (?, 'Lamp', ?, ?, ?, ?, '9', ?, '{"by":"hand"}') returning global_index""")
                .params(Ids.next(), of, sequence, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC), type, payload)
                .query(Long.class)
                .single();
    }
}
