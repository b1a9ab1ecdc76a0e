package cx.ecou.eventstore.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The events of one transaction, written together just before it commits. A reaction that gives a hundred commands in one
 * batch thus writes once, and the gate is held for the moment of writing only.
 */
final class PendingEvents implements TransactionSynchronization {

    private final Object key;
    private final Consumer<List<NewRow>> write;
    private final List<NewRow> rows = new ArrayList<>();
    private final Set<UUID> aggregates = new HashSet<>();

    private PendingEvents(Object key, Consumer<List<NewRow>> write) {
        this.key = key;
        this.write = write;
    }

    /** Writes the rows with the transaction of this thread, or at once when there is none. */
    static void add(Object key, List<NewRow> rows, Consumer<List<NewRow>> write) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write.accept(rows);
            return;
        }
        PendingEvents found = find(key);
        PendingEvents pending = found == null ? begin(key, write) : found;
        pending.rows.addAll(rows);
        rows.forEach(row -> pending.aggregates.add(row.aggregateIdentifier()));
    }

    private static PendingEvents begin(Object key, Consumer<List<NewRow>> write) {
        var pending = new PendingEvents(key, write);
        TransactionSynchronizationManager.bindResource(key, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** Whoever reads an aggregate must find what this transaction has added to it. */
    static void writeNow(Object key, UUID aggregate) {
        PendingEvents pending = find(key);
        if (pending != null && pending.aggregates.contains(aggregate)) {
            pending.write();
        }
    }

    private static @Nullable PendingEvents find(Object key) {
        return (PendingEvents) TransactionSynchronizationManager.getResource(key);
    }

    private void write() {
        List<NewRow> due = List.copyOf(rows);
        rows.clear();
        aggregates.clear();
        if (!due.isEmpty()) {
            write.accept(due);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
}
