package cx.ecou.eventstore.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each processor has handled and put aside, kept in the transactions that did it, and how that compared with the event
 * table when it was last looked at.
 */
public final class Ledger {

    private final JdbcClient database;

    public Ledger(JdbcClient database) {
        this.database = database;
    }

    /** What each processor says of itself, by name. */
    public List<Entry> entries() {
        return database.sql("""
                        select place.processor, counted_from, place.position, place.events, place.hash, letters.events, letters.hash
                          from event_store.processor_place place
                         cross join lateral (select count(*) as events, coalesce(bit_xor(%s), 0) as hash
                          from event_store.dead_letter letter join event_store.domain_event on global_index = letter.position
                         where letter.processor = place.processor and letter.position > counted_from) letters
                         order by place.processor""".formatted(Tally.LOWER_HALF))
                .query((row, number) -> entry(row))
                .list();
    }

    /** What one processor says of itself; empty for one that never had a place. */
    public Optional<Entry> entry(String processor) {
        return entries().stream()
                .filter(entry -> entry.processor().equals(processor))
                .findFirst();
    }

    /** The last comparison of each processor, by name; none before the first. */
    public List<Check> checks() {
        return database.sql("select * from event_store.ledger_check order by processor")
                .query((row, number) -> check(row))
                .list();
    }

    /** By how many events a processor and the event table differ: at least 1 when they do, 0 when they do not. */
    public long differences(String processor) {
        return database.sql("""
                        select coalesce(max(greatest(abs(missing), 1)) filter (where differs), 0)
                          from event_store.ledger_check where processor = ?""").param(processor).query(Long.class).single();
    }

    /**
     * Says what a processor has handled, when its read model was built in another way. To be called in the transaction that
     * gives the processor its new place.
     *
     * @param countedFrom the position after which its events were counted, 0 for all there are
     * @param handled the events that are in the read model up to the processor's new place
     */
    public void set(String processor, long countedFrom, Tally handled) {
        database.sql(
                        "update event_store.processor_place set counted_from = ?, events = ?, hash = ? where processor = ?")
                .params(countedFrom, handled.events(), handled.hash(), processor)
                .update();
        forgetCheck(processor);
    }

    /**
     * Begins anew from where the processor is now. For a reaction whose events cannot be handled again, after somebody has
     * looked into a difference.
     *
     * @return whether there is such a processor
     */
    public boolean beginAnew(String processor) {
        int places = database.sql("""
                        update event_store.processor_place set counted_from = position, events = 0, hash = 0
                         where processor = ?""").param(processor).update();
        forgetCheck(processor);
        return places > 0;
    }

    private void forgetCheck(String processor) {
        database.sql("delete from event_store.ledger_check where processor = ?")
                .param(processor)
                .update();
    }

    /** Writes down how an entry compared with what the event table holds. */
    public void record(Entry entry, Tally stored) {
        Tally met = entry.met();
        database.sql("""
                        insert into event_store.ledger_check as known
                          (processor, counted_from, position, events, hash, missing, differs, differs_since, checked_at)
                        select :processor, :from, :position, :events, :hash, :missing, :differs,
                          case when :differs then now end, now from clock_timestamp() as now
                            on conflict (processor) do update
                           set counted_from = excluded.counted_from, position = excluded.position,
                               events = excluded.events, hash = excluded.hash, missing = excluded.missing,
                               differs = excluded.differs, checked_at = excluded.checked_at,
                               differs_since = case when excluded.differs
                                 then coalesce(known.differs_since, excluded.differs_since) end""")
                .param("processor", entry.processor())
                .param("from", entry.countedFrom())
                .param("position", entry.position())
                .param("events", stored.events())
                .param("hash", stored.hash())
                .param("missing", stored.events() - met.events())
                .param("differs", !stored.equals(met))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                new Tally(row.getLong(4), row.getLong(5)),
                new Tally(row.getLong(6), row.getLong(7)));
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getString("processor"),
                row.getLong("counted_from"),
                row.getLong("position"),
                new Tally(row.getLong("events"), row.getLong("hash")),
                row.getLong("missing"),
                row.getBoolean("differs"),
                instant(row, "differs_since"),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }
}
