package cx.ecou.eventstore.engine;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to where the store may be read: the last row below the low-water mark. Rows above it may still be joined by rows in
 * between, written by transactions that are open; a reader that ran ahead would never see those.
 *
 * <p>The mark is asked for only when there is something new: an idle poll reads one end of the index, and a reader that
 * catches up reads nothing here at all.
 */
final class DecidedHead {

    private final JdbcClient database;
    private volatile long known;

    DecidedHead(JdbcClient database) {
        this.database = database;
    }

    /** The decided head if it lies beyond the given position, else that position: there is nothing to read. */
    long beyond(long position) {
        if (known > position) {
            return known;
        }
        return last() > position ? Math.max(position, current()) : position;
    }

    /** The decided head now, 0 for an empty store. It is always an existing row. */
    long current() {
        // Three statements, each with a snapshot of its own, in this order: the mark, then the rows below it.
        long decided = number("select event_store.decided_up_to()");
        long head = database.sql(
                        "select coalesce(max(global_index), 0) from event_store.domain_event where global_index <= ?")
                .param(decided)
                .query(Long.class)
                .single();
        known = Math.max(known, head);
        return head;
    }

    private long last() {
        return number("select coalesce(max(global_index), 0) from event_store.domain_event");
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
