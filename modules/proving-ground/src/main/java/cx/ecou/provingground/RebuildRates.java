package cx.ecou.provingground;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.privacy.EventIdentity;
import cx.ecou.eventstore.privacy.EventKeys;
import cx.ecou.eventstore.privacy.PersonalCatalogue;
import cx.ecou.eventstore.privacy.SubjectKeys;
import cx.ecou.eventstore.privacy.WrappingKeys;
import cx.ecou.feedback.events.FeedbackEvent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How fast read models are rebuilt from a year of feedback that came in day by day, against reading and parsing the same
 * rows with a cursor on one thread, in turns.
 */
final class RebuildRates {

    private static final int ITEMS = 5_000;
    private static final Duration YEAR = Duration.ofDays(360);
    private static final Duration FOUND_OUT_WITHIN = Duration.ofDays(3);
    private static final double REACH = 0.6;
    private static final int PAGE = 2_000;

    private static final EventRegister FEEDBACK = new EventRegister("feedback", FeedbackEvent.class);
    private static final EventRegister CASES = new EventRegister("action-plan", ActionPlanEvent.class);

    private static final PersonalCatalogue PERSONAL = new PersonalCatalogue(List.of(FEEDBACK, CASES));

    private final Platform platform;
    private final FeedbackMaker maker;
    private final int rounds;
    private final Serializer serializer = new NamedEventSerializer(new LogicalNames(List.of(FEEDBACK, CASES)));

    RebuildRates(Platform platform, long seed, int rounds) {
        this.platform = platform;
        this.maker = new FeedbackMaker("rebuild", seed, FOUND_OUT_WITHIN);
        this.rounds = rounds;
    }

    List<Line> measure(int feedback) throws Exception {
        try (Connection database = platform.database()) {
            hireAgents(database);
            fill(feedback);
            platform.awaitProjections();
            awaitEverybody(database);
            List<Line> lines = new ArrayList<>();
            lines.add(line(database, "insight.figures", FEEDBACK));
            lines.add(line(database, "feedback.inbox", FEEDBACK));
            lines.add(line(database, "action-plan.cases", CASES));
            lines.add(line(database, "insight.cases", CASES));
            return lines;
        }
    }

    /** Two of them: so that cases have owners. */
    private static void hireAgents(Connection database) throws SQLException {
        try (var insert = database.prepareStatement("""
                insert into access.account (account_id, email, name, role, created_at)
                select gen_random_uuid(), 'agent' || n || '@example.org', 'Agent ' || n, 'CX_AGENT', now()
                  from generate_series(1, 2) n""")) {
            insert.executeUpdate();
        }
    }

    private void fill(int feedback) throws IOException, SQLException {
        try (LeanHttp http = platform.connect()) {
            for (int sent = 0; sent < feedback; sent += ITEMS) {
                maker.ago(YEAR.multipliedBy(feedback - sent).dividedBy(feedback));
                LeanHttp.Answer answer =
                        http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(ITEMS));
                if (answer.status() != 200) {
                    throw new IOException("answered " + answer.status() + ": " + answer.text());
                }
            }
        }
    }

    /** Until every processor has seen everything, also what others made happen: nobody works beside what is measured. */
    private static void awaitEverybody(Connection database) throws SQLException {
        try (var behind = database.prepareStatement("""
                select coalesce((select max(global_index) from event_store.domain_event), 0) - min(position)
                  from event_store.processor_place""")) {
            while (true) {
                try (var row = behind.executeQuery()) {
                    row.next();
                    if (row.getLong(1) <= 0) {
                        return;
                    }
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private Line line(Connection database, String readModel, EventRegister register) throws Exception {
        double[] parsed = new double[rounds];
        double[] written = new double[rounds];
        double[] whole = new double[rounds];
        for (int i = -1; i < rounds; i++) {
            double read = readAndParse(register);
            Rates rates = rebuild(database, readModel);
            if (i >= 0) {
                parsed[i] = read;
                written[i] = rates.written();
                whole[i] = rates.whole();
            }
        }
        double ratio = Samples.of(written).median() / Samples.of(parsed).median();
        return new Line(
                "rebuild of " + readModel + ", events/s",
                Samples.of(written).range() + "; with indexes, comparison and switch "
                        + Samples.of(whole).range(),
                "read and parsed " + Samples.of(parsed).range(),
                String.format(
                        Locale.ROOT,
                        "ratio %.2f, in all %.2f",
                        ratio,
                        Samples.of(whole).median() / Samples.of(parsed).median()),
                "≥ 0.60",
                ratio >= REACH);
    }

    private double readAndParse(EventRegister register) throws IOException, SQLException {
        try (Connection database = platform.database();
                Connection ofKeys = platform.database();
                var select = database.prepareStatement("""
                        select global_index, aggregate_identifier, sequence_number, recorded_at, payload_type,
                          payload_revision, payload, event_id
                          from event_store.domain_event where payload_type like ? order by global_index""")) {
            database.setAutoCommit(false);
            select.setFetchSize(PAGE);
            select.setString(1, register.module() + ".%");
            var keys = new EventEncryption(
                    PERSONAL,
                    () -> SubjectKeys.on(
                            new SingleConnectionDataSource(ofKeys, true), WrappingKeys.in(platform.home())));
            long begin = System.nanoTime();
            long read = 0;
            List<Stored> page = new ArrayList<>(PAGE);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    page.add(Stored.read(row));
                    if (page.size() == PAGE) {
                        read += parsed(page, keys);
                        page.clear();
                    }
                }
            }
            read += parsed(page, keys);
            return read * 1e9 / (System.nanoTime() - begin);
        }
    }

    private record Stored(
            long position,
            UUID aggregateId,
            long sequence,
            Instant recordedAt,
            SimpleSerializedType type,
            byte[] payload,
            UUID eventId) {

        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    new SimpleSerializedType(row.getString(5), row.getString(6)),
                    row.getBytes(7),
                    row.getObject(8, UUID.class));
        }

        Object event(EventKeys keys, Serializer serializer) {
            byte[] json = keys.decrypt(new EventIdentity(type.getName(), eventId, aggregateId), payload);
            return serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, type));
        }
    }

    /** What is personal is decrypted, too: before that an event cannot be parsed. */
    private long parsed(List<Stored> page, EventEncryption encryption) {
        EventKeys keys = encryption.toDecrypt(page.stream().map(Stored::payload).toList());
        return page.stream()
                .map(row -> row.event(keys, serializer))
                .filter(Record.class::isInstance)
                .count();
    }

    /**
     * Events a second.
     *
     * @param written until they are in the copy
     * @param whole until the copy is live
     */
    private record Rates(double written, double whole) {}

    /** As {@code Rebuilds.start} asks for it. */
    private static Rates rebuild(Connection database, String readModel) throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            statement.execute("delete from event_store.rebuild where processing_group = '" + readModel + "'");
            statement.execute("insert into event_store.rebuild (processing_group, run, state, started_by, started_at)"
                    + " values ('" + readModel + "', gen_random_uuid(), 'BEGINNING', 'measure', now())");
            statement.execute("insert into event_store.scheduled_task"
                    + " (task_name, task_instance, execution_time, picked, version)"
                    + " values ('event-store.rebuild', '" + readModel + "', now(), false, 1)");
        }
        long begun = 0;
        long read = 0;
        while (true) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            try (var select = database.createStatement();
                    var row = select.executeQuery("select state, handled, live_hash = rebuilt_hash"
                            + " from event_store.rebuild where processing_group = '" + readModel + "'")) {
                row.next();
                String state = row.getString(1);
                long now = System.nanoTime();
                begun = begun == 0 && !state.equals("BEGINNING") ? now : begun;
                read = read == 0 && !List.of("BEGINNING", "READING").contains(state) ? now : read;
                if (state.equals("DONE") && row.getBoolean(3)) {
                    long handled = row.getLong(2);
                    return new Rates(handled * 1e9 / (read - begun), handled * 1e9 / (now - begun));
                }
                if (List.of("DONE", "FAILED", "CANCELLED").contains(state)) {
                    throw new IOException(readModel + " was not rebuilt as it was: " + state);
                }
            }
        }
    }
}
