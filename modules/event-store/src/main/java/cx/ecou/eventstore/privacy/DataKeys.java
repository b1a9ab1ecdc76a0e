package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.announce.Announcements;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys under which what is said of persons is encrypted, for those who erase. A destroyed key comes back never: what was
 * recorded reads as if nothing personal had been said, and of what is recorded afterwards nothing personal is kept.
 */
public final class DataKeys {

    /** Announced when keys were destroyed, or are wrapped by another key: who keeps something decrypted forgets it. */
    public static final String CHANGED = "privacy.keys";

    private final KeyTable table;
    private final SubjectKeys ring;
    private final Announcements announcements;
    private final Clock clock;

    DataKeys(KeyTable table, SubjectKeys ring, Announcements announcements, Clock clock) {
        this.table = table;
        this.ring = ring;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Destroys the keys of persons, also of those who have none yet. Within the transaction of this thread, and not at all when that
     * is rolled back; those that are destroyed already stay as they are. Other nodes know within a second, and within a minute
     * when they could not be told.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void destroy(Collection<UUID> subjects) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("keys are destroyed within a transaction");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.destroy(
                subjects.stream().map(subject -> new Erasure(subject, now)).toList());
        announcements.announce(CHANGED);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring.forgetAll();
            }
        });
    }

    /** Whether the key of a person was destroyed. */
    public boolean isDestroyed(UUID subject) {
        return table.isDestroyed(subject);
    }

    /**
     * Whose keys are destroyed. Until the end of the transaction of this thread no other one of these is: what is written in the
     * clear meanwhile is found by whoever erases them afterwards.
     *
     * @throws IllegalStateException outside a transaction
     */
    public Set<UUID> destroyedAmong(Collection<UUID> subjects) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("keys are held within a transaction");
        }
        return Set.copyOf(table.destroyedAmong(subjects));
    }

    /**
     * Whose keys were destroyed, and when: in the order of time, a page at a time.
     *
     * @param last the last of the page before; {@link Erasure#NONE} for the first page
     * @param limit how many at most
     */
    public List<Erasure> erasures(Erasure last, int limit) {
        return table.destroyedAfter(last, limit);
    }
}
