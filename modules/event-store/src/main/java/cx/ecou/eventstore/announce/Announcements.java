package cx.ecou.eventstore.announce;

import cx.ecou.eventstore.Shadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells all nodes that a read model has changed, so that pages can renew what they show. An announcement made inside a
 * transaction is heard after its commit, and not at all after a rollback; equal ones of one transaction are heard once.
 */
public final class Announcements implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);
    private static final String CHANNEL = "ecou";
    private static final int WAIT_MILLIS = 500;

    private final DataSource dataSource;
    private final JdbcClient database;
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread ear;

    public Announcements(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
    }

    /**
     * Announces that what the topic names has changed, for instance {@code insight.figures}. What a rebuild writes beside
     * it has changed nothing yet.
     */
    public void announce(String topic) {
        if (Shadow.beingWritten() != null) {
            return;
        }
        database.sql("select pg_notify(?, ?)")
                .params(CHANNEL, topic)
                .query((row, n) -> topic)
                .list();
    }

    /**
     * Runs the listener after each announcement of the topic, on a thread that must not be held up.
     *
     * @return takes the listener away again
     */
    public Runnable listen(String topic, Runnable listener) {
        List<Runnable> ofTopic = listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>());
        ofTopic.add(listener);
        return () -> ofTopic.remove(listener);
    }

    @Override
    public void start() {
        var thread = new Thread(this::hear, "ecou-announcements");
        thread.setDaemon(true);
        ear = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = ear;
        ear = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return ear != null;
    }

    private void hear() {
        while (isRunning()) {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException e) {
                if (isRunning()) {
                    log.warn("The connection for announcements broke ({}); it is opened anew.", e.getSQLState());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                listeners.getOrDefault(notification.getParameter(), List.of()).forEach(Announcements::tell);
            }
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener to announcements failed: {}", e.getClass().getName());
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
