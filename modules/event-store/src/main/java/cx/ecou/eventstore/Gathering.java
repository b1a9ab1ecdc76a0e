package cx.ecou.eventstore;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a projection makes of the events of a batch before it writes: begun with the first of them, and handed over once, in
 * the projection's transaction and before its commit. For single rows there is {@link RowBuffer}.
 *
 * @param <G> what is gathered
 */
public final class Gathering<G> {

    private final Supplier<G> begin;
    private final Consumer<G> write;
    private final String key = "ecou.gathering@" + System.identityHashCode(this);

    /**
     * @param begin makes an empty one
     * @param write writes what was gathered in one batch
     */
    public Gathering(Supplier<G> begin, Consumer<G> write) {
        this.begin = begin;
        this.write = write;
    }

    /**
     * What is gathered in this batch.
     *
     * @throws IllegalStateException when no event is being handled
     */
    public G now() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.<G>getOrComputeResource(key, ignored -> begin(batch));
    }

    /** Whether events are being handled now, so that something can be gathered. */
    public boolean isOpen() {
        return CurrentUnitOfWork.isStarted();
    }

    private G begin(UnitOfWork<?> batch) {
        G gathered = begin.get();
        batch.onPrepareCommit(unitOfWork -> write.accept(gathered));
        return gathered;
    }
}
