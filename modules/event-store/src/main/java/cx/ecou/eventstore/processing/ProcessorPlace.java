package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.ledger.Tally;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a processor has come. It stands in the database, and one node at a time holds it, for as long as it says now and
 * then that it is still there. Only the database's clock counts.
 */
public final class ProcessorPlace {

    /** It is said so often that a few times may fail. */
    private static final int SAID_WITHIN = 6;

    private static final UUID THIS_NODE = UUID.randomUUID();

    private final String processor;
    private final JdbcClient database;
    private final UUID node;
    private final Duration held;
    private volatile long seen;
    private long saidAt;

    /** @param held for how long a node holds the place without saying again that it is there */
    public ProcessorPlace(String processor, JdbcClient database, Duration held) {
        this(processor, database, held, THIS_NODE);
    }

    ProcessorPlace(String processor, JdbcClient database, Duration held, UUID node) {
        this.processor = processor;
        this.database = database;
        this.held = held;
        this.node = node;
    }

    static boolean isThisNode(@Nullable UUID holder) {
        return THIS_NODE.equals(holder);
    }

    String processor() {
        return processor;
    }

    /** What this node has seen; 0 as long as another holds the place. */
    long position() {
        return seen;
    }

    /** @return from which position on this node is to read; nothing while another node holds the place */
    Optional<Long> take() {
        Optional<Long> from = database.sql("""
                        update event_store.processor_place
                           set holder = ?, held_until = clock_timestamp() + make_interval(secs => ?)
                         where processor = ? and (holder is null or holder = ? or held_until < clock_timestamp())
                        returning position""")
                .params(node, seconds(held), processor, node)
                .query(Long.class)
                .optional();
        seen = from.orElse(0L);
        saidAt = System.nanoTime();
        return from;
    }

    /**
     * Writes the new position, at the beginning of the transaction that handles the events before it. Until its end nobody
     * can take the place, however long it lasts.
     *
     * @param handled what the transaction handles, for the ledger
     * @throws PlaceLost when another node has taken the place meanwhile; then nothing may be done
     */
    void write(long position, Tally handled) {
        int places = database.sql("""
                        update event_store.processor_place
                           set position = ?, events = events + ?, hash = hash # ?,
                               held_until = clock_timestamp() + make_interval(secs => ?)
                         where processor = ? and holder = ?""")
                .params(position, handled.events(), handled.hash(), seconds(held), processor, node)
                .update();
        if (places == 0) {
            throw new PlaceLost(processor);
        }
    }

    /** What was done is committed, or there was nothing to do up to here. */
    void passed(long position) {
        seen = position;
    }

    /**
     * Says now and then that this node is there, and how far it has come past events that do not concern it.
     *
     * @throws PlaceLost when another node has taken the place meanwhile
     */
    void keep() {
        if (System.nanoTime() - saidAt >= held.dividedBy(SAID_WITHIN).toNanos()) {
            write(seen, Tally.NONE);
            saidAt = System.nanoTime();
        }
    }

    /** Gives the place to whoever wants it next. */
    void leave() {
        seen = 0;
        database.sql("update event_store.processor_place set holder = null where processor = ? and holder = ?")
                .params(processor, node)
                .update();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    /** Another node took a processor over while this one was not heard of. */
    static final class PlaceLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PlaceLost(String processor) {
            super("another node has taken over " + processor);
        }
    }
}
