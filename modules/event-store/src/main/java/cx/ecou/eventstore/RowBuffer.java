package cx.ecou.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gathers what a projection wants to write and hands it over once for each batch of its processor, in the projection's
 * transaction and before its commit. So a thousand events become one statement.
 *
 * <pre>{@code
 * private final RowBuffer<ResponseRow> rows = new RowBuffer<>(this::insertAll);
 *
 * @EventHandler
 * void on(FeedbackReceived event) {
 *     rows.add(rowOf(event));
 * }
 * }</pre>
 *
 * @param <R> one thing to write
 */
public final class RowBuffer<R> {

    private final Consumer<List<R>> write;
    private final String key = "ecou.rows@" + System.identityHashCode(this);

    /** @param write writes all rows of one batch, in the order in which they were added; never called without a row */
    public RowBuffer(Consumer<List<R>> write) {
        this.write = write;
    }

    /** @throws IllegalStateException when no event is being handled */
    public void add(R row) {
        CurrentUnitOfWork.get()
                .root()
                .<List<R>>getOrComputeResource(key, ignored -> begin())
                .add(row);
    }

    /** Writes what has been gathered so far, before something is done that needs it to be there. */
    public void writeNow() {
        List<R> rows = CurrentUnitOfWork.get().root().getResource(key);
        if (rows != null) {
            write(rows);
        }
    }

    private List<R> begin() {
        List<R> rows = new ArrayList<>();
        CurrentUnitOfWork.get().root().onPrepareCommit(unitOfWork -> write(rows));
        return rows;
    }

    private void write(List<R> rows) {
        if (!rows.isEmpty()) {
            write.accept(List.copyOf(rows));
            rows.clear();
        }
    }
}
