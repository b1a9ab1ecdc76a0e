package cx.ecou.eventstore.privacy;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The data keys in the database, each wrapped, and those that were destroyed. Whoever changes several takes them in the order of
 * the database (Java has another one for UUIDs): so one waits for the other, and never both.
 */
final class KeyTable {

    private static final String FIND =
            "select subject_id, wrapping_key_id, wrapped_key from privacy.data_key where subject_id = any (?)";

    private static final String ADD = "select * from privacy.add_keys(?, ?, ?)";

    private static final String DESTROY = """
            insert into privacy.data_key as known (subject_id, destroyed_at)
            select subject, min(at) from unnest(?::uuid[], ?::timestamptz[]) as destroyed (subject, at)
             group by subject order by subject
                on conflict (subject_id) do update
               set wrapping_key_id = null, wrapped_key = null, destroyed_at = excluded.destroyed_at
             where known.destroyed_at is null""";

    private final JdbcTemplate jdbc;

    KeyTable(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** @param wrapped null, as {@code by} is then, when the key was destroyed */
    record Row(UUID subject, @Nullable Long by, byte @Nullable [] wrapped) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getObject(1, UUID.class), row.getObject(2, Long.class), row.getBytes(3));
        }
    }

    List<Row> find(Collection<UUID> subjects) {
        return jdbc.query(FIND, (row, n) -> Row.read(row), (Object) subjects.toArray(UUID[]::new));
    }

    /**
     * Adds keys in the transaction of this thread, waiting for others who are adding one of them.
     *
     * @return nothing when all of them are new; otherwise what counts for each
     */
    List<Row> add(List<UUID> subjects, List<byte[]> wrapped, long by) {
        var bytes = new ByteArrayOutputStream(subjects.size() * WrappingKey.WRAPPED_BYTES);
        wrapped.forEach(bytes::writeBytes);
        return jdbc.query(ADD, (row, n) -> Row.read(row), subjects.toArray(UUID[]::new), bytes.toByteArray(), by);
    }

    /**
     * Destroys keys in the transaction of this thread; those that are destroyed already stay as they are, and of one that is
     * named twice the earlier time counts. The last that is locked is the count of destructions, which all who destroy have in
     * common.
     *
     * @return how many were not
     */
    int destroy(Collection<Erasure> erasures) {
        int destroyed = jdbc.update(
                DESTROY,
                erasures.stream().map(Erasure::subject).toArray(UUID[]::new),
                erasures.stream().map(erasure -> erasure.at().toString()).toArray(String[]::new));
        jdbc.update("""
                insert into privacy.destruction as known (times) values (1)
                    on conflict (only_row) do update set times = known.times + 1""");
        return destroyed;
    }

    /** How often keys were destroyed until now, seen from outside of the transactions that do so. */
    long destructions() {
        Long times = jdbc.queryForObject("select coalesce(max(times), 0) from privacy.destruction", Long.class);
        return times == null ? 0 : times;
    }

    /** Which of these keys are destroyed. Until the end of the transaction nobody destroys another one of them. */
    List<UUID> destroyedAmong(Collection<UUID> subjects) {
        return jdbc
                .query(FIND + " order by subject_id for share", (row, n) -> Row.read(row), (Object)
                        subjects.toArray(UUID[]::new))
                .stream()
                .filter(row -> row.wrapped() == null)
                .map(Row::subject)
                .toList();
    }

    /** Whether the database is of the time since there are keys. */
    boolean exists() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select to_regclass('privacy.data_key') is not null", Boolean.class));
    }

    boolean isDestroyed(UUID subject) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from privacy.data_key where subject_id = ? and destroyed_at is not null)",
                Boolean.class,
                subject));
    }

    /** What was destroyed, in the order of time, behind an earlier page. */
    List<Erasure> destroyedAfter(Erasure last, int limit) {
        return jdbc.query(
                """
                select subject_id, destroyed_at from privacy.data_key
                 where destroyed_at is not null and (destroyed_at, subject_id) > (?::timestamptz, ?) order by 2, 1 limit ?""",
                (row, n) -> new Erasure(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()),
                last.at().toString(),
                last.subject(),
                limit);
    }
}
