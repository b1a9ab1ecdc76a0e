package cx.ecou.provingground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.engine.OrderedEventStorageEngine;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.privacy.EventEncryption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Eight writers with transactions of all lengths, some held open, some rolled back, their clocks off by up to two hours;
 * against readers that keep up, that lag behind, that come from another node, and that begin anew in between.
 */
final class EveryEventOnce implements Proof {

    private static final int WRITERS = 8;

    @Override
    public Finding attempt(Ground ground) throws Exception {
        int wanted = ground.times(1_000_000, 40_000);
        var doubts = new Finding.Doubts();
        try (var postgres = OwnDatabase.startIn(ground.folder().resolve("database"));
                var database = pool(postgres);
                var here = new OrderedEventStore(engine(database), Clock.systemUTC());
                var elsewhere = new OrderedEventStore(engine(database), Clock.systemUTC())) {
            Migrations.carryOut(database, List.of(new ModuleSchema("event-store", 0)));
            List<TickReader> readers = List.of(
                    new TickReader("keeps up", here, reader -> reader.seen() % 20_000 == 19_999 ? 1 : 0),
                    new TickReader("lags behind", here, reader -> reader.seen() % 2_000 == 1_999 ? 400 : 0),
                    new TickReader("is on another node", elsewhere, reader -> 0),
                    new TickReader("begins anew", elsewhere, reader -> reader.seen() % 500 == 499 ? -1 : 0));
            var pool = Executors.newFixedThreadPool(WRITERS + readers.size());
            try {
                List<Future<?>> reading = new ArrayList<>();
                readers.forEach(reader -> reading.add(pool.submit(reader)));
                Written written = write(ground, database, here, pool, wanted);
                long[] stored = stored(postgres);
                for (TickReader reader : readers) {
                    reader.stopAfter(stored[stored.length - 1]);
                }
                for (Future<?> reader : reading) {
                    reader.get();
                }
                doubts.expect("rows stored", written.events(), (long) stored.length);
                readers.forEach(reader -> doubts.found(reader.missed(stored)));
                return new Finding(
                        String.format(
                                Locale.ROOT,
                                "%,d events in %,d transactions, %,d of them held open, %,d rolled back, %d readers",
                                written.events(),
                                written.transactions(),
                                written.held(),
                                written.rolledBack(),
                                readers.size()),
                        "transactions " + Samples.of(written.millis()).millis(),
                        doubts.broken());
            } finally {
                readers.forEach(TickReader::stop);
                pool.shutdownNow();
            }
        }
    }

    private static Written write(
            Ground ground, DataSource database, OrderedEventStore store, ExecutorService pool, int wanted)
            throws Exception {
        List<Future<Written>> writing = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var random = new SplittableRandom(ground.seed() + writer);
            writing.add(pool.submit(new TickWriter(database, engine(database), store, random, wanted / WRITERS)));
        }
        Written all = Written.NOTHING;
        for (Future<Written> writer : writing) {
            all = all.and(writer.get());
        }
        return all;
    }

    /** What writers have done. */
    record Written(long events, int transactions, int held, int rolledBack, List<Double> millis) {

        static final Written NOTHING = new Written(0, 0, 0, 0, List.of());

        Written and(Written other) {
            List<Double> all = new ArrayList<>(millis);
            all.addAll(other.millis);
            return new Written(
                    events + other.events,
                    transactions + other.transactions,
                    held + other.held,
                    rolledBack + other.rolledBack,
                    all);
        }
    }

    private static OrderedEventStorageEngine engine(DataSource database) {
        List<EventRegister> ticks = List.of(new EventRegister("proving-ground", Tick.class));
        return new OrderedEventStorageEngine(
                database,
                new NamedEventSerializer(new LogicalNames(ticks)),
                NoOpEventUpcaster.INSTANCE,
                new SQLStateResolver("23505"),
                EventEncryption.ofNothingPersonal(ticks));
    }

    private static HikariDataSource pool(OwnDatabase postgres) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(postgres.url());
        settings.setMaximumPoolSize(2 * WRITERS);
        return new HikariDataSource(settings);
    }

    private static long[] stored(OwnDatabase postgres) throws SQLException {
        LongStream.Builder positions = LongStream.builder();
        try (Connection connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select global_index from event_store.domain_event order by global_index")) {
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
        }
        return positions.build().toArray();
    }
}
