package cx.ecou.provingground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills the platform with many customers whom nobody looks at: rows of SQL in the tables that the pages of customers read. Their
 * events are copies of stored ones, as large as they were and encrypted for others. Of a hundred customers one has 104 events, the
 * others have four, so there are five of each in the mean.
 */
final class ManyCustomers {

    private static final int AT_ONCE = 100_000;

    /** No processor is to handle what it could not read. */
    private static final String KEEP_AWAY =
            "update event_store.processor_place set holder = gen_random_uuid(), held_until = 'infinity'";

    private static final String LET_BACK = """
            update event_store.processor_place set held_until = clock_timestamp(), position = head, counted_from = head, events = 0,
                   hash = 0
              from (select max(global_index) as head from event_store.domain_event) stored""";

    private static final List<String> MODELS = List.of("""
            create temp table model as
            select distinct on (payload_type) payload_type, payload_revision, payload, aggregate_type
              from event_store.domain_event
             where payload_type in ('customer.CustomerDescribed', 'customer.SubjectRecognised', 'feedback.FeedbackReceived')
             order by payload_type, global_index desc""", """
            create temp table made (number integer, id uuid, events integer, ref text, name text, email text, band smallint,
              language text, seen timestamptz)""", """
            create temp table happened (id uuid, number integer, kind text, payload_type text)""");

    private static final String MAKE = """
            insert into made
            select n, md5('customer ' || n)::uuid, case when n %% 100 = 0 then 104 else 4 end, 'm-' || n, 'Customer ' || n,
                   'customer-' || n || '@example.net', n %% 3 - 1, (array['pl', 'cs', 'ro', 'en'])[n %% 4 + 1],
                   now() - n %% 500000 * interval '1 minute'
              from generate_series(%d, %d) n""";

    private static final List<String> FILL = List.of(
            """
            insert into happened
            select id, number, case k when 1 then 'DESCRIBED' when 2 then 'RECOGNISED' else 'FEEDBACK' end,
                   case k when 1 then 'customer.CustomerDescribed' when 2 then 'customer.SubjectRecognised'
                          else 'feedback.FeedbackReceived' end
              from made cross join lateral generate_series(1, events) k""",
            """
            insert into insight.timeline (subject_id, happened_at, position, kind)
            select id, now() - number % 1000000 * interval '30 seconds',
                   (select max(global_index) from event_store.domain_event) + row_number() over (), kind
              from happened order by id""",
            """
            insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision, payload, metadata)
            select gen_random_uuid(), aggregate_type, gen_random_uuid(), 0, now(), payload_type, payload_revision, payload, '{}'
              from happened join model using (payload_type)""",
            """
            insert into insight.subject (subject_id, customer_id, recognised_by, recognised_at, source, ref, name, email, words,
              language, described_at, description, feedback, scored_at, metric, value, scale, band, first_seen_at, last_seen_at)
            select id, id, 'NOTHING_KNOWN', seen, 'many', ref, name, email, email, language, seen, 1, events - 2, seen, 'NPS',
                   7 + 3 * band, '0-10', band, seen, seen
              from made order by id""",
            """
            insert into insight.customer (customer_id, name, email, language, sources, subjects, erased, words)
            select id, name, email, language, array['many'], 1, false, insight.words(concat_ws(' ', name, email, ref))
              from made order by id""",
            """
            insert into insight.standing (customer_id, feedback, open_cases, scored_at, metric, value, scale, band, first_seen_at)
            select id, events - 2, 0, seen, 'NPS', 7 + 3 * band, '0-10', band, seen from made order by id""",
            "insert into insight.last_seen (customer_id, last_seen_at) select id, seen from made order by id",
            "insert into customer.customer (customer_id, known_since) select id, seen from made order by id",
            """
            insert into customer.subject (subject_id, home_id, customer_id, source, ref)
            select id, id, id, 'many', ref from made order by id""",
            "insert into customer.identity (kind, value, subject_id) select 'EMAIL', email, id from made order by email",
            "truncate made, happened");

    private static final List<String> SETTLE = List.of(
            "vacuum (analyze) insight.subject",
            "vacuum (analyze) insight.timeline",
            "vacuum (analyze) insight.customer",
            "vacuum (analyze) insight.standing",
            "vacuum (analyze) insight.last_seen",
            "vacuum (analyze) customer.customer",
            "vacuum (analyze) customer.subject",
            "vacuum (analyze) customer.identity",
            "analyze event_store.domain_event");

    private final Platform platform;

    ManyCustomers(Platform platform) {
        this.platform = platform;
    }

    /** Adds so many of them, when some of each kind of event are stored already. */
    void add(int customers) throws IOException, SQLException {
        try (Connection database = platform.database();
                Statement statement = database.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute(KEEP_AWAY);
            all(statement, MODELS);
            for (int from = 1; from <= customers; from += AT_ONCE) {
                statement.execute(MAKE.formatted(from, Math.min(customers, from + AT_ONCE - 1)));
                all(statement, FILL);
            }
            all(statement, SETTLE);
            statement.execute(LET_BACK);
        }
    }

    private static void all(Statement statement, List<String> commands) throws SQLException {
        for (String command : commands) {
            statement.execute(command);
        }
    }
}
