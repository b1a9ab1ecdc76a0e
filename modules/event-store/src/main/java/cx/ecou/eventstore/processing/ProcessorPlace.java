package cx.ecou.eventstore.processing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a processor has come. It stands in the database, and one node at a time holds it, for as long as it says now and
 * then that it is still there. Only the database's clock counts.
 */
public final class ProcessorPlace {

    private static final Duration HELD = Duration.ofSeconds(30);
    private static final Duration SAID_EVERY = Duration.ofSeconds(5);

    private static final UUID THIS_NODE = UUID.randomUUID();

    private final String processor;
    private final JdbcClient database;
    private final UUID node;
    private volatile long seen;
    private long saidAt;

    public ProcessorPlace(String processor, JdbcClient database) {
        this(processor, database, THIS_NODE);
    }

    ProcessorPlace(String processor, JdbcClient database, UUID node) {
        this.processor = processor;
        this.database = database;
        this.node = node;
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
                .params(node, HELD.toSeconds(), processor, node)
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
     * @throws PlaceLost when another node has taken the place meanwhile; then nothing may be done
     */
    void write(long position) {
        int places = database.sql("""
                        update event_store.processor_place
                           set position = ?, held_until = clock_timestamp() + make_interval(secs => ?)
                         where processor = ? and holder = ?""")
                .params(position, HELD.toSeconds(), processor, node)
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
        if (System.nanoTime() - saidAt >= SAID_EVERY.toNanos()) {
            write(seen);
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

    /** Another node took a processor over while this one was not heard of. */
    static final class PlaceLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PlaceLost(String processor) {
            super("another node has taken over " + processor);
        }
    }
}
