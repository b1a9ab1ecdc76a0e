package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.ledger.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far rebuilds have come. Each change names the run that makes it, so that a node which was away for too long changes
 * nothing any more.
 */
final class RebuildTable {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient database;
    private final Clock clock;

    RebuildTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false when one is active already */
    boolean begin(String processingGroup, UUID run, String by) {
        return database.sql("""
                        insert into event_store.rebuild as last (processing_group, run, state, started_by, started_at)
                        values (?, ?, 'BEGINNING', ?, ?)
                        on conflict (processing_group) do update set (run, state, started_by, started_at, finished_at,
                          position, target, handled, hash, worked_millis, live_rows, rebuilt_rows, live_hash, rebuilt_hash,
                          added, removed, changed, error, sql_state, constraint_name, failed_at)
                          = row(excluded.run, excluded.state, excluded.started_by, excluded.started_at, null,
                          0, 0, 0, 0, 0, null, null, null, null, null, null, null, null, null, null, null)
                        where not last.state = any (?)""")
                        .params(processingGroup, run, by, now(), RebuildState.active())
                        .update()
                == 1;
    }

    Optional<Rebuild> find(String processingGroup) {
        return database.sql("select * from event_store.rebuild where processing_group = ?")
                .param(processingGroup)
                .query(RebuildTable::read)
                .optional();
    }

    /** The rebuild, which nobody else can change until the end of the transaction. */
    Optional<Rebuild> lock(String processingGroup) {
        return database.sql("select * from event_store.rebuild where processing_group = ? for update")
                .param(processingGroup)
                .query(RebuildTable::read)
                .optional();
    }

    /** @return false when it is not active, or another run is */
    boolean move(UUID run, RebuildState to) {
        return database.sql("update event_store.rebuild set state = ? where run = ? and state = any (?)")
                        .params(to.name(), run, RebuildState.active())
                        .update()
                == 1;
    }

    /**
     * In a transaction; waits for the page that is being written, but not for a switch.
     *
     * @return false when none is active
     */
    boolean cancel(String processingGroup) {
        database.sql("set local lock_timeout = '3s'").update();
        return database.sql("""
                        update event_store.rebuild set state = 'CANCELLED', finished_at = ?
                         where processing_group = ? and state = any (?)""")
                        .params(now(), processingGroup, RebuildState.active())
                        .update()
                == 1;
    }

    /** Whether a run is still the one that is to go on. */
    boolean isActive(UUID run) {
        return database.sql("select exists (select from event_store.rebuild where run = ? and state = any (?))")
                .params(run, RebuildState.active())
                .query(Boolean.class)
                .single();
    }

    /**
     * Stores how far the copy will have come with this transaction. What the transaction writes need not be on disk at once:
     * should it be lost, this is lost with it.
     *
     * @return false when somebody else has come further, or the rebuild was called off
     */
    boolean advance(UUID run, Stretch stretch, Duration worked, long target) {
        Tally handled = stretch.handled();
        return database.sql("""
                        update event_store.rebuild set position = ?, handled = handled + ?, hash = hash # ?,
                          worked_millis = worked_millis + ?, target = greatest(target, ?)
                         where run = ? and position = ? and state = any (?)
                        returning set_config('synchronous_commit', 'off', true)""")
                .params(stretch.end(), handled.events(), handled.hash(), worked.toMillis(), target)
                .params(run, stretch.after(), RebuildState.active())
                .query(String.class)
                .optional()
                .isPresent();
    }

    void done(UUID run, Comparison found) {
        database.sql("""
                        update event_store.rebuild set state = 'DONE', finished_at = ?, live_rows = ?, rebuilt_rows = ?,
                          live_hash = ?, rebuilt_hash = ?, added = ?, removed = ?, changed = ? where run = ?""")
                .params(now(), found.liveRows(), found.rebuiltRows(), found.liveHash(), found.rebuiltHash())
                .params(found.added(), found.removed(), found.changed(), run)
                .update();
    }

    void fail(UUID run, RebuildFailure failure) {
        database.sql("""
                        update event_store.rebuild set state = 'FAILED', finished_at = ?, error = ?, sql_state = ?,
                          constraint_name = ?, failed_at = ? where run = ? and state = any (?)""")
                .param(now())
                .param(failure.error())
                .param(failure.sqlState())
                .param(failure.constraint())
                .param(failure.position())
                .param(run)
                .param(RebuildState.active())
                .update();
    }

    /** Whether an error says that somebody else holds what was asked for. */
    static boolean isLocked(Throwable error) {
        return LOCK_NOT_AVAILABLE.equals(Failure.of(error).sqlState());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Rebuild read(ResultSet row, int number) throws SQLException {
        return new Rebuild(
                row.getString("processing_group"),
                row.getObject("run", UUID.class),
                RebuildState.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getLong("position"),
                row.getLong("target"),
                new Tally(row.getLong("handled"), row.getLong("hash")),
                Duration.ofMillis(row.getLong("worked_millis")),
                row.getString("live_hash") == null ? null : comparison(row),
                row.getString("error") == null ? null : failure(row));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                row.getLong("live_rows"),
                row.getLong("rebuilt_rows"),
                row.getString("live_hash"),
                row.getString("rebuilt_hash"),
                row.getLong("added"),
                row.getLong("removed"),
                row.getLong("changed"));
    }

    private static RebuildFailure failure(ResultSet row) throws SQLException {
        return new RebuildFailure(
                row.getString("error"),
                row.getString("sql_state"),
                row.getString("constraint_name"),
                row.getObject("failed_at", Long.class));
    }
}
