package cx.ecou.provingground;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A place at which the rebuild of a read model stands still, whichever node carries it out. */
final class Hold implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NODE = "node-";

    private final Connection connection;
    private final String state;

    /**
     * @param state in which it is to stand still
     * @param position up to which it has come then, at least
     */
    Hold(OwnDatabase database, String state, long position) throws SQLException {
        this.connection = database.connect();
        this.state = state;
        prepare();
        try (var insert = connection.prepareStatement("insert into hold (state, position) values (?, ?)")) {
            insert.setString(1, state);
            insert.setLong(2, position);
            insert.executeUpdate();
        }
        connection.setAutoCommit(false);
        takeAway();
    }

    /** Whoever writes how far a rebuild has come waits for the holds that concern it. */
    private void prepare() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists hold (state text primary key, position bigint not null);
                    create or replace function hold() returns trigger language plpgsql as $$
                      begin
                        perform from public.hold
                          where hold.state = new.state and hold.position <= new.position for update;
                        return new;
                      end $$;
                    create or replace trigger hold before update on event_store.rebuild
                      for each row execute function hold()""");
        }
    }

    /** Waits until a rebuild stands still here; the number of the node that carries it out. */
    int awaitNode() {
        return await().atMost(PATIENCE).until(this::waitingNode, node -> node >= 0);
    }

    private int waitingNode() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select application_name from pg_stat_activity"
                        + " where pg_backend_pid() = any (pg_blocking_pids(pid)) and application_name like '"
                        + NODE + "%'")) {
            return row.next() ? Integer.parseInt(row.getString(1).substring(NODE.length())) : -1;
        }
    }

    /** From now on nobody is held here any more. */
    void release() throws SQLException {
        connection.commit();
    }

    /** Not yet for others: they wait for the end of this transaction. */
    private void takeAway() throws SQLException {
        try (var delete = connection.prepareStatement("delete from hold where state = ?")) {
            delete.setString(1, state);
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        release();
        connection.close();
    }
}
