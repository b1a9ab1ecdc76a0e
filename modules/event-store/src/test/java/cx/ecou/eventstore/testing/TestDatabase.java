package cx.ecou.eventstore.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL for the JVM that runs the tests; each caller gets a new, empty database in it. */
public final class TestDatabase {

    private static final AtomicInteger MADE = new AtomicInteger();

    private TestDatabase() {}

    /** The address of a new, empty database. */
    public static String freshUrl() {
        String name = "test_" + MADE.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name + "?user=postgres";
    }

    /** A new, empty database without a pool. */
    public static DataSource fresh() {
        var source = new PGSimpleDataSource();
        source.setUrl(freshUrl());
        return source;
    }

    /** Started by the first test that needs it, stopped with the JVM, after every application that still uses it. */
    private static final class Server {

        private static final Duration PATIENCE = Duration.ofSeconds(20);

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("timezone", "UTC")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "test-database"));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Where there are applications, they are closed at this moment, one after the other. */
        private static void stop(EmbeddedPostgres server) {
            try (server) {
                await().atMost(PATIENCE).until(() -> isUnused(server));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean isUnused(EmbeddedPostgres server) throws SQLException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select count(*) = 1 from pg_stat_activity" + " where backend_type = 'client backend'")) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
