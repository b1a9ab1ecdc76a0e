package cx.ecou.customer.write.person;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Subjects that have been recognised, as far as they were seen lately: once somebody is recognised they stay so, whoever they are merged
 * with, and when they are erased, too. Two generations, of which the older is dropped when the younger is full.
 */
final class RecognisedLately {

    private static final int FILL = 50_000;

    private final int fill;
    private volatile Generations generations = new Generations(ConcurrentHashMap.newKeySet(), Set.of());

    private record Generations(Set<UUID> young, Set<UUID> old) {}

    RecognisedLately() {
        this(FILL);
    }

    RecognisedLately(int fill) {
        this.fill = fill;
    }

    boolean holds(UUID subjectId) {
        Generations now = generations;
        return now.young.contains(subjectId) || now.old.contains(subjectId);
    }

    /** What a transaction has seen may be its own, and go with it: it is remembered once that is committed. */
    void remember(Collection<UUID> subjects) {
        List<UUID> all = List.copyOf(subjects);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            add(all);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(all);
            }
        });
    }

    private synchronized void add(List<UUID> subjects) {
        for (UUID subject : subjects) {
            if (generations.young.size() >= fill) {
                generations = new Generations(ConcurrentHashMap.newKeySet(), generations.young);
            }
            generations.young.add(subject);
        }
    }
}
