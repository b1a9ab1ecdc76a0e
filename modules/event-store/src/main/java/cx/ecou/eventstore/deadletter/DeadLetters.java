package cx.ecou.eventstore.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What processors have put aside, for those who look after them. Works on any node: what is asked for here is noticed
 * within seconds by the node that holds the processor's place.
 */
public final class DeadLetters {

    private static final String FIRST = """
             where processor = :processor and position =
              (select min(position) from event_store.dead_letter where processor = :processor and sequence = :sequence)""";

    private final JdbcClient database;

    public DeadLetters(JdbcClient database) {
        this.database = database;
    }

    /**
     * How much a processor has put aside.
     *
     * @param waiting letters that are tried again, or wait behind another
     * @param parked letters that wait for somebody to ask
     */
    public record Count(String processor, long waiting, long parked) {}

    /** For each processor that has put something aside, by name. */
    public List<Count> counts() {
        return database.sql("""
                        select processor, count(*) filter (where status = 'WAITING') as waiting,
                               count(*) filter (where status = 'PARKED') as parked
                          from event_store.dead_letter group by processor order by processor""").query(Count.class).list();
    }

    /** How many letters of one status a processor has. */
    public long count(String processor, DeadLetter.Status status) {
        return database.sql("select count(*) from event_store.dead_letter where processor = ? and status = ?")
                .params(processor, status.name())
                .query(Long.class)
                .single();
    }

    /**
     * The letters of a processor in the order of the store, a page at a time.
     *
     * @param after the last position of the page before; 0 for the first page
     * @param limit how many at most
     */
    public List<DeadLetter> of(String processor, long after, int limit) {
        return database.sql("""
                        select * from event_store.dead_letter where processor = ? and position > ?
                         order by position limit ?""")
                .params(processor, after, limit)
                .query((row, number) -> letter(row))
                .list();
    }

    /**
     * Tries a sequence again now, also one that is parked: its first letter, and the others when that succeeds.
     *
     * @return whether it has letters
     */
    public boolean retryNow(String processor, UUID sequence) {
        return changeFirst(processor, sequence, "status = 'WAITING', next_attempt_at = clock_timestamp()");
    }

    /** Lets a sequence wait until somebody asks for it. @return whether it has letters */
    public boolean park(String processor, UUID sequence) {
        return changeFirst(processor, sequence, "status = 'PARKED'");
    }

    private boolean changeFirst(String processor, UUID sequence, String change) {
        return database.sql("update event_store.dead_letter set " + change + FIRST)
                        .param("processor", processor)
                        .param("sequence", sequence)
                        .update()
                > 0;
    }

    /** Tries everything again now that a processor has put aside. @return how many letters */
    public int retryAllNow(String processor) {
        return database.sql("""
                        update event_store.dead_letter set status = 'WAITING', next_attempt_at = clock_timestamp()
                         where processor = ?""").param(processor).update();
    }

    /**
     * Forgets the letters of a processor whose read model is built anew from the events themselves. To be called in the
     * transaction that gives the processor its new place and takes it from whoever holds it.
     *
     * @return how many they were
     */
    public int forget(String processor) {
        return database.sql("delete from event_store.dead_letter where processor = ?")
                .param(processor)
                .update();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("processor"),
                row.getLong("position"),
                row.getObject("sequence", UUID.class),
                row.getString("event_type"),
                row.getString("event_revision"),
                row.getString("error"),
                row.getString("sql_state"),
                row.getString("constraint_name"),
                row.getInt("attempts"),
                instant(row, "first_failed_at"),
                instant(row, "last_failed_at"),
                instant(row, "next_attempt_at"),
                DeadLetter.Status.valueOf(row.getString("status")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }
}
