package cx.ecou.provingground;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.engine.OrderedEventStorageEngine;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.privacy.PersonalCatalogue;
import cx.ecou.eventstore.privacy.SubjectKeys;
import cx.ecou.eventstore.privacy.WrappingKeys;
import cx.ecou.feedback.events.FeedbackEvent;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it costs the intake that what is personal is encrypted: the same feedback is recorded with and without, in turns, and the
 * difference is held against what a piece of feedback costs over HTTP in the same run.
 */
final class EncryptingCost {

    private static final int ITEMS = 1_000;
    private static final int THREADS = 2;
    private static final int CUSTOMERS = 50_000;
    private static final double REACH = 0.15;

    private static final List<EventRegister> FEEDBACK = List.of(new EventRegister("feedback", FeedbackEvent.class));
    private static final Score PROMOTER = Score.nps(9);

    private final OwnDatabase database;
    private final int rounds;
    private final Duration round;
    private final SplittableRandom random;

    EncryptingCost(OwnDatabase database, long seed, int rounds, Duration round) {
        this.database = database;
        this.rounds = rounds;
        this.round = round;
        this.random = new SplittableRandom(seed);
    }

    /** @param perSecond how many items come in over HTTP, in batches, on as many connections */
    Line measure(double perSecond) throws Exception {
        try (Connection connection = database.connect()) {
            Migrations.carryOut(
                    new SingleConnectionDataSource(connection, true),
                    List.of(new ModuleSchema("event-store", 0), new ModuleSchema("privacy", 0)));
        }
        double[] with = new double[rounds];
        double[] without = new double[rounds];
        for (int i = -1; i < rounds; i++) {
            double clear = record(source -> EventEncryption.ofNothingPersonal(List.of()));
            double encrypted = record(EncryptingCost::encrypting);
            if (i >= 0) {
                without[i] = clear;
                with[i] = encrypted;
            }
        }
        double cost = 1 / Samples.of(with).median() - 1 / Samples.of(without).median();
        return new Line(
                "feedback recorded with what is personal encrypted, 1,000 a transaction, 2 connections, events/s",
                Samples.of(with).range(),
                "in the clear " + Samples.of(without).range(),
                String.format(Locale.ROOT, "%.1f %% of the batch intake over HTTP", 100 * cost * perSecond),
                "≤ 15 %",
                cost * perSecond <= REACH);
    }

    private static EventEncryption encrypting(DataSource database) {
        SubjectKeys keys = SubjectKeys.on(database, WrappingKeys.of(OwnDatabase.WRAPPING_KEY));
        return new EventEncryption(new PersonalCatalogue(FEEDBACK), () -> keys);
    }

    private double record(Function<DataSource, EventEncryption> encryption) {
        return Load.perSecond(THREADS, round, thread -> worker(encryption));
    }

    private Load.Worker worker(Function<DataSource, EventEncryption> encryption) throws SQLException {
        Connection connection = database.connect();
        var source = new SingleConnectionDataSource(connection, true);
        var engine = new OrderedEventStorageEngine(
                source,
                new NamedEventSerializer(new LogicalNames(FEEDBACK)),
                NoOpEventUpcaster.INSTANCE,
                new SQLStateResolver("23505"),
                encryption.apply(source));
        var facts = new Facts(
                new OrderedEventStore(engine, Clock.systemUTC()),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                Clock.systemUTC());
        return new Load.Worker() {
            @Override
            public int step() {
                facts.record(feedback());
                return ITEMS;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private synchronized List<Fact> feedback() {
        List<Fact> facts = new ArrayList<>(ITEMS);
        for (int i = 0; i < ITEMS; i++) {
            var feedback = received(random.nextInt(CUSTOMERS), random.nextInt(3) > 0);
            facts.add(new Fact(feedback.feedbackId(), "Feedback", feedback));
        }
        return facts;
    }

    private static FeedbackReceived received(int customer, boolean commented) {
        return new FeedbackReceived(
                Ids.next(),
                Ids.derived("customer", "c-" + customer),
                "intake",
                "r-" + customer,
                FeedbackKind.SURVEY,
                Instant.EPOCH,
                "pl",
                "c-" + customer,
                null,
                null,
                "customer service",
                "email",
                "p-1",
                "north",
                "regular",
                List.of(PROMOTER),
                commented ? "Przesyłka dotarła na czas, wszystko w porządku." : null,
                Map.of());
    }
}
