package cx.ecou.eventstore.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The data keys of many persons at once: from the cache, else from the database in one question, else new. */
public final class SubjectKeys {

    private final KeyTable table;
    private final WrappingKeys wrapping;
    private final KeyCache cache;
    private final AtomicLong known = new AtomicLong();

    SubjectKeys(KeyTable table, WrappingKeys wrapping, KeyCache cache) {
        this.table = table;
        this.wrapping = wrapping;
        this.cache = cache;
    }

    /**
     * The keys in a database, for whoever works on it without a whole node.
     *
     * @throws WrappingKeyNotUsable when these are not the wrapping keys of this database
     */
    public static SubjectKeys on(DataSource database, WrappingKeys wrapping) {
        new WrappingKeyCheck(database).admit(wrapping);
        return new SubjectKeys(new KeyTable(database), wrapping, new KeyCache());
    }

    /**
     * The keys for what was read from the store a moment ago: whoever was erased before it was written is erased here, also when
     * this node has not been told. So nothing that follows an erasure is ever read with a key that it has destroyed.
     */
    Map<UUID, DataKey> findForReading(Collection<UUID> subjects) {
        long destructions = table.destructions();
        if (known.get() < destructions) {
            cache.forgetAll();
            known.accumulateAndGet(destructions, Math::max);
        }
        return find(subjects);
    }

    /** The keys of all whom the database knows. */
    Map<UUID, DataKey> find(Collection<UUID> subjects) {
        Map<UUID, DataKey> found = new HashMap<>(2 * subjects.size());
        Set<UUID> unknown = new HashSet<>();
        for (UUID subject : subjects) {
            DataKey known = cache.get(subject);
            if (known == null) {
                unknown.add(subject);
            } else {
                found.put(subject, known);
            }
        }
        if (!unknown.isEmpty()) {
            long epoch = cache.epoch();
            List<DataKey> read = unwrapped(table.find(unknown));
            remember(epoch, read);
            read.forEach(key -> found.put(key.subject(), key));
        }
        return found;
    }

    /** The keys of all of them; those that are new are added in the transaction of this thread. */
    Map<UUID, DataKey> findOrMake(Collection<UUID> subjects) {
        Map<UUID, DataKey> keys = find(subjects);
        List<UUID> strangers = subjects.stream()
                .filter(subject -> !keys.containsKey(subject))
                .distinct()
                .toList();
        if (!strangers.isEmpty()) {
            make(strangers).forEach(key -> keys.put(key.subject(), key));
        }
        return keys;
    }

    private List<DataKey> make(List<UUID> subjects) {
        long epoch = cache.epoch();
        WrappingKey by = wrapping.first();
        List<DataKey> made = new ArrayList<>(subjects.size());
        List<byte[]> wrapped = new ArrayList<>(subjects.size());
        for (UUID subject : subjects) {
            byte[] key = Aes.random(Aes.KEY_BYTES);
            made.add(new DataKey(subject, new SecretKeySpec(key, "AES")));
            wrapped.add(by.wrap(subject, key));
        }
        List<KeyTable.Row> others = add(subjects, wrapped, by);
        List<DataKey> keys = others.isEmpty() ? made : unwrapped(others);
        remember(epoch, keys);
        return keys;
    }

    private List<KeyTable.Row> add(List<UUID> subjects, List<byte[]> wrapped, WrappingKey by) {
        try {
            return table.add(subjects, wrapped, by.id());
        } catch (DataAccessException e) {
            // It was retired a moment ago, perhaps by another process: the next one who asks gets its successor.
            wrapping.lookAgain();
            throw e;
        }
    }

    /** One that was altered is as good as lost, and concerns nobody but its person. */
    private List<DataKey> unwrapped(List<KeyTable.Row> rows) {
        return rows.stream().map(this::unwrapped).filter(Objects::nonNull).toList();
    }

    private @Nullable DataKey unwrapped(KeyTable.Row row) {
        if (row.by() == null || row.wrapped() == null) {
            return new DataKey(row.subject(), null);
        }
        byte[] key = wrapping.byId(row.by()).unwrap(row.subject(), row.wrapped());
        return key == null ? null : new DataKey(row.subject(), new SecretKeySpec(key, "AES"));
    }

    /** What a transaction has seen may be its own, and go with it: others may have it when it is committed. */
    private void remember(long epoch, List<DataKey> keys) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            cache.put(epoch, keys);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cache.put(epoch, keys);
            }
        });
    }

    /** A key was destroyed, or wrapping keys were changed. */
    void forgetAll() {
        cache.forgetAll();
    }
}
