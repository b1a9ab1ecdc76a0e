package cx.ecou.eventstore;

import cx.ecou.eventstore.engine.OrderedEventStore;
import java.time.Clock;
import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Records facts in bulk: all of a list or none of it, in one transaction and one statement. */
public final class Facts {

    private final OrderedEventStore eventStore;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Facts(OrderedEventStore eventStore, TransactionOperations transaction, Clock clock) {
        this.eventStore = eventStore;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Records the facts in their order.
     *
     * @throws AggregateStreamCreationException or another {@linkplain #isConflict conflict} when at least one of their
     *     places is taken; then none is recorded by this call
     */
    public void record(List<Fact> facts) {
        record(facts, 1);
    }

    /**
     * The same of facts that are dear: in a burst of them, too, those who read leave the machine to those who write.
     *
     * @param weight as many ordinary facts take as much to be taken in as one of these
     */
    public void record(List<Fact> facts, int weight) {
        if (!facts.isEmpty()) {
            transaction.executeWithoutResult(status -> eventStore.record(facts, clock.instant(), weight));
        }
    }

    /** Whether an error, or one of its causes, says that another write was first. */
    public static boolean isConflict(@Nullable Throwable error) {
        return error != null
                && (error instanceof ConcurrencyException
                        || error instanceof AggregateStreamCreationException
                        || isConflict(error.getCause()));
    }
}
