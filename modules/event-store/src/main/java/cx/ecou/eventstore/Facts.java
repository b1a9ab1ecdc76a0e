package cx.ecou.eventstore;

import cx.ecou.kernel.Ids;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Records facts in bulk: all of a list or none of it, in one transaction and one statement. */
public final class Facts {

    private final EventStore eventStore;
    private final TransactionManager transactions;
    private final Clock clock;

    public Facts(EventStore eventStore, TransactionManager transactions, Clock clock) {
        this.eventStore = eventStore;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records the facts in their order.
     *
     * @throws AggregateStreamCreationException or another {@linkplain #isConflict conflict} when at least one of them is
     *     recorded already; then none is recorded by this call
     */
    public void record(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var unitOfWork = DefaultUnitOfWork.<EventMessage<?>>startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        unitOfWork.execute(
                () -> eventStore.publish(facts.stream().map(this::message).toList()));
    }

    private EventMessage<?> message(Fact fact) {
        return new GenericDomainEventMessage<>(
                fact.aggregateType(),
                fact.id().toString(),
                0,
                fact.event(),
                MetaData.emptyInstance(),
                Ids.next().toString(),
                clock.instant());
    }

    /** Whether an error, or one of its causes, says that another write was first. */
    public static boolean isConflict(@Nullable Throwable error) {
        return error != null
                && (error instanceof ConcurrencyException
                        || error instanceof AggregateStreamCreationException
                        || isConflict(error.getCause()));
    }
}
