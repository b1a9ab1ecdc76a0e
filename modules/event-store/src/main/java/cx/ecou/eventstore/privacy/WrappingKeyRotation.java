package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.announce.Announcements;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps all data keys by another key, while nodes go on working: events stay as they are. What was interrupted is gone on with when it
 * is begun again; the old key is accepted until all is done, and what was made meanwhile is wrapped anew at the end.
 */
public final class WrappingKeyRotation {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String OTHERS = """
            select subject_id, wrapping_key_id, wrapped_key from privacy.data_key
             where subject_id > ? and wrapping_key_id <> ? order by subject_id limit ? for update""";

    private static final String REWRAP = """
            update privacy.data_key k
               set wrapping_key_id = ?, wrapped_key = substr(?::bytea, (n::int - 1) * 60 + 1, 60)
              from unnest(?::uuid[]) with ordinality as u (subject, n)
             where k.subject_id = u.subject""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcements announcements;
    private final WrappingKeyCheck check;
    private final WrappingKeys keys;
    private final int atOnce;

    /** @param keys those that Ecou is started with: of several the first is the new one */
    public WrappingKeyRotation(DataSource database, WrappingKeys keys) {
        this(database, keys, 1_000);
    }

    WrappingKeyRotation(DataSource database, WrappingKeys keys, int atOnce) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.announcements = new Announcements(database);
        this.check = new WrappingKeyCheck(database);
        this.keys = keys;
        this.atOnce = atOnce;
    }

    /**
     * Wraps everything by the first key, which is made when the keys lie in Ecou's folder and there is only one; then the others
     * are of use only for older backups.
     *
     * @return how many data keys were wrapped anew
     * @throws WrappingKeyNotUsable when there is no other key to go over to, or the old one is missing
     */
    public long rotate() {
        begin();
        return all(this::rewrapAfter) + finish();
    }

    /**
     * @param next wraps some keys of people behind one anew, and says whose; of nobody when all are done
     * @return how many
     */
    private static long all(Function<UUID, List<UUID>> next) {
        long rewrapped = 0;
        UUID last = BEFORE_ALL;
        for (List<UUID> some = next.apply(last); !some.isEmpty(); some = next.apply(last)) {
            rewrapped += some.size();
            last = some.get(some.size() - 1);
        }
        return rewrapped;
    }

    /** From now on there are two keys, and what is new is wrapped by the new one. */
    void begin() {
        check.requireThoseInUse(keys);
        WrappingKeyFile file = keys.file();
        if (keys.all().size() == 1 && file == null) {
            throw new WrappingKeyNotUsable(
                    "There is one wrapping key only: put the new one before it, with a comma between them,"
                            + " and start every Ecou with both.");
        }
        if (keys.all().size() == 1 && file != null) {
            List<String> both = new ArrayList<>(List.of(WrappingKey.made()));
            both.addAll(keys.texts());
            file.write(both);
        }
        check.admit(keys);
        tellNodes();
    }

    /** @return whose keys were wrapped anew */
    List<UUID> rewrapAfter(UUID last) {
        return transaction.execute(status -> rewrap(last));
    }

    private List<UUID> rewrap(UUID after) {
        WrappingKey to = keys.first();
        List<KeyTable.Row> rows = jdbc.query(OTHERS, (row, n) -> KeyTable.Row.read(row), after, to.id(), atOnce);
        List<UUID> subjects = new ArrayList<>(rows.size());
        var wrapped = new ByteArrayOutputStream();
        for (KeyTable.Row row : rows) {
            wrapped.writeBytes(to.wrap(row.subject(), unwrapped(row)));
            subjects.add(row.subject());
        }
        if (!subjects.isEmpty()) {
            jdbc.update(REWRAP, to.id(), wrapped.toByteArray(), subjects.toArray(UUID[]::new));
        }
        return subjects;
    }

    private byte[] unwrapped(KeyTable.Row row) {
        if (row.by() == null || row.wrapped() == null) {
            throw new IllegalStateException("a destroyed key is wrapped by none");
        }
        byte[] key = keys.byId(row.by()).unwrap(row.subject(), row.wrapped());
        if (key == null) {
            throw new WrappingKeyNotUsable(
                    "The data key of " + row.subject()
                            + " was altered in the database: it cannot be wrapped anew. Restore it from a backup, or destroy it.");
        }
        return key;
    }

    /** Nobody adds a key at this moment: what was made by the old key until now is wrapped anew, and then it is out of use. */
    private long finish() {
        WrappingKey to = keys.first();
        long late = transaction.execute(status -> {
            jdbc.query(WrappingKeyCheck.LOCK, row -> {});
            long rewrapped = all(this::rewrap);
            jdbc.update(
                    "update privacy.wrapping_key set retired_at = clock_timestamp()"
                            + " where wrapping_key_id <> ? and retired_at is null",
                    to.id());
            return rewrapped;
        });
        WrappingKeyFile file = keys.file();
        if (file != null) {
            file.write(keys.texts().subList(0, 1));
            keys.load();
        }
        tellNodes();
        return late;
    }

    private void tellNodes() {
        announcements.announce(DataKeys.CHANGED);
    }
}
