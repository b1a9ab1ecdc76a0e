package cx.ecou.eventstore;

import java.time.Duration;
import java.util.UUID;

/** Where the store and its readers stand. A position is an event's place in the store, from 1. */
public interface Positions {

    /** The name of the answer's header that says where a write was recorded. */
    String WRITTEN_HEADER = "Ecou-Position";

    /** The name of the request's header that says which write a read must contain. */
    String READ_HEADER = "Ecou-After";

    /** The position of the last event of an aggregate, also of one that this transaction has added; 0 when there is none. */
    long ofAggregate(UUID aggregateId);

    /** The position up to which everything is readable, 0 for an empty store. */
    long head();

    /** The position up to which a processing group has seen everything. */
    long of(String processingGroup);

    /**
     * Waits until a processing group contains a position.
     *
     * @return whether it does within the given time
     */
    boolean await(String processingGroup, long position, Duration atMost);
}
