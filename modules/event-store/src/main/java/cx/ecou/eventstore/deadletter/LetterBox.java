package cx.ecou.eventstore.deadletter;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.naming.UnknownName;
import cx.ecou.eventstore.naming.UnknownRevision;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one processor has put aside, for the thread that holds its place. Which sequences wait is remembered, so that a
 * processor without letters never asks.
 */
public final class LetterBox {

    static final int MOST_OF_A_SEQUENCE = 100;
    static final int MOST = 10_000;

    /** At the tenth failure, after eight and a half minutes, only a person can say that trying again makes sense. */
    static final int ATTEMPTS = 10;

    private static final int AT_ONCE = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final String processor;
    private final JdbcClient database;
    private final Map<UUID, Integer> waiting = new HashMap<>();
    private boolean opened;
    private int letters;
    private long lookedAt = System.nanoTime() - BETWEEN_LOOKS.toNanos();

    public LetterBox(String processor, JdbcClient database) {
        this.processor = processor;
        this.database = database;
    }

    /**
     * Learns what is put aside, when the place has been taken. The first time, what could not be read is tried at once: this
     * may be the program that can.
     */
    public void open() {
        if (!opened) {
            tryToReadAgain();
            opened = true;
        }
        look();
    }

    private void tryToReadAgain() {
        database.sql("""
                        update event_store.dead_letter set status = 'WAITING', next_attempt_at = clock_timestamp()
                         where processor = ? and error in (?, ?)""")
                .params(processor, UnknownName.class.getName(), UnknownRevision.class.getName())
                .update();
    }

    private void look() {
        waiting.clear();
        letters = 0;
        database.sql("select sequence, count(*) from event_store.dead_letter where processor = ? group by sequence")
                .param(processor)
                .query(row -> {
                    count(row.getObject(1, UUID.class), row.getInt(2));
                });
    }

    private void count(UUID sequence, int more) {
        letters += more;
        waiting.merge(sequence, more, (there, also) -> there + also == 0 ? null : there + also);
    }

    public boolean isEmpty() {
        return letters == 0;
    }

    /** Whether an event of a sequence must wait because one before it does. */
    public boolean blocks(UUID sequence) {
        return waiting.containsKey(sequence);
    }

    /**
     * Puts an event aside that has failed for the first time, in the running unit of work.
     *
     * @throws TooManyLetters when there is no room for it
     */
    public void putAside(UUID sequence, long position, Failure failure) {
        makeRoom(sequence, 1);
        database.sql("""
                        insert into event_store.dead_letter
                        select ?, global_index, aggregate_identifier, payload_type, payload_revision, ?, ?, ?, 1, now, now,
                          now + interval '1 second', 'WAITING'
                          from event_store.domain_event, clock_timestamp() as now where global_index = ?
                            on conflict do nothing""")
                .param(processor)
                .param(failure.error())
                .param(failure.sqlState())
                .param(failure.constraint())
                .param(position)
                .update();
        afterCommit(sequence, 1);
    }

    /**
     * Puts events aside behind others of their sequence, in the running unit of work.
     *
     * @param positions in their order
     * @throws TooManyLetters when there is no room for them
     */
    public void putBehind(UUID sequence, Collection<Long> positions) {
        makeRoom(sequence, positions.size());
        database.sql("""
                        insert into event_store.dead_letter
                        select ?, global_index, aggregate_identifier, payload_type, payload_revision, null, null, null, 0,
                          null, null, null, 'WAITING'
                          from event_store.domain_event where global_index = any (?) on conflict do nothing""").params(processor, positions.toArray(Long[]::new)).update();
        afterCommit(sequence, positions.size());
    }

    private void makeRoom(UUID sequence, int more) {
        if (waiting.getOrDefault(sequence, 0) + more > MOST_OF_A_SEQUENCE) {
            throw new TooManyLetters(processor, " of one sequence");
        }
        if (letters + more > MOST) {
            throw new TooManyLetters(processor, "");
        }
    }

    private void afterCommit(UUID sequence, int more) {
        CurrentUnitOfWork.get().afterCommit(done -> count(sequence, more));
    }

    /** The sequences whose first letter is to be tried again now, at most twenty; looks once a second while there are letters. */
    public List<UUID> due() {
        if (isEmpty() || System.nanoTime() - lookedAt < BETWEEN_LOOKS.toNanos()) {
            return List.of();
        }
        lookedAt = System.nanoTime();
        look();
        return database.sql("""
                        select sequence from (select distinct on (sequence) sequence, position, status, next_attempt_at
                          from event_store.dead_letter where processor = ? order by sequence, position) first
                         where status = 'WAITING' and coalesce(next_attempt_at, '-infinity') <= clock_timestamp()
                         order by position limit ?""").params(processor, AT_ONCE).query(UUID.class).list();
    }

    /** The letters of a sequence, in their order. */
    public List<Long> positionsOf(UUID sequence) {
        return database.sql("""
                        select position from event_store.dead_letter
                         where processor = ? and sequence = ? order by position""").params(processor, sequence).query(Long.class).list();
    }

    /** Takes out a letter that is handled in the running unit of work. */
    public void takeOut(UUID sequence, long position) {
        int gone = database.sql("delete from event_store.dead_letter where processor = ? and position = ?")
                .params(processor, position)
                .update();
        afterCommit(sequence, -gone);
    }

    /** A letter failed once more: later, or never again by itself. */
    public void failedAgain(long position, Failure failure) {
        database.sql("""
                        update event_store.dead_letter
                           set error = ?, sql_state = ?, constraint_name = ?, attempts = attempts + 1,
                               first_failed_at = coalesce(first_failed_at, clock_timestamp()),
                               last_failed_at = clock_timestamp(),
                               next_attempt_at = clock_timestamp() + interval '1 second' * 2 ^ least(attempts, 12),
                               status = case when attempts + 1 >= ? then 'PARKED' else status end
                         where processor = ? and position = ?""")
                .param(failure.error())
                .param(failure.sqlState())
                .param(failure.constraint())
                .param(ATTEMPTS)
                .param(processor)
                .param(position)
                .update();
    }
}
