package cx.ecou.eventstore.privacy;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the wrapping keys that Ecou was given are those of its database. Asked at the start, before anything personal is read or
 * written: with another key everything that is recorded would be lost, or a second set of keys would begin.
 */
final class WrappingKeyCheck {

    /** "EcouK": whoever changes which wrapping keys are in use holds it alone, whoever adds data keys holds it with others. */
    static final String LOCK = "select pg_advisory_xact_lock(298020992331)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    WrappingKeyCheck(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /**
     * Loads the keys, makes the first one if the database has none yet, and remembers which are in use.
     *
     * @throws WrappingKeyNotUsable when one that is in use is missing; then nothing was changed
     */
    void admit(WrappingKeys keys) {
        transaction.executeWithoutResult(status -> {
            jdbc.query(LOCK, row -> {});
            WrappingKeyFile file = keys.file();
            if (file != null && !file.exists() && inUse().isEmpty()) {
                file.write(List.of(WrappingKey.made()));
            }
            requireThoseInUse(keys);
            use(keys.first());
        });
    }

    /**
     * Loads the keys.
     *
     * @throws WrappingKeyNotUsable when one that is in use is missing
     */
    void requireThoseInUse(WrappingKeys keys) {
        keys.load();
        if (!keys.ids().containsAll(inUse())) {
            throw new WrappingKeyNotUsable(otherKey(keys.file()));
        }
    }

    private List<Long> inUse() {
        return jdbc.queryForList(
                "select wrapping_key_id from privacy.wrapping_key where retired_at is null", Long.class);
    }

    private static String otherKey(@Nullable WrappingKeyFile file) {
        String where = file == null ? "ECOU_PRIVACY_WRAPPING_KEY is" : "The key in the file " + file.path() + " is";
        return where + " not the one that this database was written with: put the right one back."
                + " Without it nothing personal can be read; nothing was changed.";
    }

    /** From now on data keys may be wrapped by it. */
    private void use(WrappingKey key) {
        jdbc.update("""
                insert into privacy.wrapping_key as known (wrapping_key_id, check_value) values (?, ?)
                    on conflict (wrapping_key_id) do update set retired_at = null where known.retired_at is not null""", key.id(), key.checkValue());
    }
}
