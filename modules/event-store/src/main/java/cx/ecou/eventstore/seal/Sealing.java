package cx.ecou.eventstore.seal;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals what has been recorded: follows the head of the store, a minute or so behind, and closes each day when it is over.
 * Nothing waits for it. Two that seal at once do no harm: the later one is refused by the table's key.
 */
public final class Sealing {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    private static final int ROWS_AT_ONCE = 10_000;
    private static final int FETCH = 1_000;

    /** What was recorded just before midnight may become visible some seconds after it. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(5);

    /** Late rows have higher positions than all others, so a day's open blocks lie behind its last seal. */
    private static final String OPEN_DAYS = """
            select block.day, min(block.first_position) as first, max(block.last_position) as last,
              sum(block.last_position - block.first_position + 1) as events
              from event_store.event_seal block
             where block.first_position > ?
               and not exists (select 1 from event_store.day_seal closed
                                where closed.day = block.day and closed.last_position >= block.first_position)
             group by block.day order by block.day""";

    private record Tip(long position, byte[] link) {}

    private record OpenDay(LocalDate day, long first, long last, long events) {}

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final LongSupplier decidedHead;
    private final BooleanSupplier burst;
    private final Clock clock;
    private volatile long closedUpTo;

    /**
     * @param decidedHead up to where the store is decided: no row will come in below
     * @param burst whether so much is coming in that sealing had better wait
     */
    public Sealing(
            DataSource dataSource,
            TransactionOperations transaction,
            LongSupplier decidedHead,
            BooleanSupplier burst,
            Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH);
        this.transaction = transaction;
        this.decidedHead = decidedHead;
        this.burst = burst;
        this.clock = clock;
    }

    /** Seals everything that is decided, and every day that is over; in a burst only a part, and the rest later. */
    public void seal() {
        long head = decidedHead.getAsLong();
        boolean more = true;
        while (more) {
            more = sealNext(head) == ROWS_AT_ONCE;
            if (more && burst.getAsBoolean()) {
                return;
            }
        }
        closeDays();
    }

    private int sealNext(long head) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Tip tip = tip();
            var blocks = new Blocks(tip.link());
            int[] rows = {0};
            jdbc.query(
                    RawEvent.SELECT + " limit " + ROWS_AT_ONCE,
                    (ResultSet row) -> {
                        blocks.add(RawEvent.read(row));
                        rows[0]++;
                    },
                    tip.position(),
                    head);
            List<Block> made = blocks.finish();
            jdbc.batchUpdate(Block.INSERT, made, made.size() + 1, (insert, block) -> block.bind(insert));
            return rows[0];
        }));
    }

    private Tip tip() {
        List<Tip> last = jdbc.query("""
                select last_position, substring(digests from length(digests) - 15)
                  from event_store.event_seal order by first_position desc limit 1""", (row, n) -> new Tip(row.getLong(1), row.getBytes(2)));
        return last.isEmpty() ? new Tip(0, RowDigest.ORIGIN) : last.get(0);
    }

    private void closeDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant().minus(AFTER_MIDNIGHT), ZoneOffset.UTC);
        long closed = Long.MAX_VALUE;
        for (OpenDay open : openDays()) {
            if (open.day().isBefore(today)) {
                transaction.executeWithoutResult(status -> close(open));
            } else {
                closed = Math.min(closed, open.first() - 1);
            }
        }
        if (closed < Long.MAX_VALUE) {
            closedUpTo = closed;
        }
    }

    private List<OpenDay> openDays() {
        return jdbc.query(
                OPEN_DAYS,
                (row, n) ->
                        new OpenDay(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)),
                closedUpTo);
    }

    private void close(OpenDay open) {
        List<DaySeal> newest =
                jdbc.query(DaySeal.SELECT + " order by seal_number desc limit 1", (row, n) -> DaySeal.read(row));
        long number = newest.isEmpty() ? 1 : newest.get(0).number() + 1;
        String previous = newest.isEmpty() ? DaySeal.NO_HASH : newest.get(0).hash();
        var hash = new DaySeal.Hash(open.day(), previous);
        jdbc.query(Block.OF_DAY, (ResultSet row) -> hash.add(Block.read(row)), open.day(), open.first(), open.last());
        var seal = new DaySeal(number, open.day(), open.first(), open.last(), open.events(), hash.hex(), previous);
        jdbc.update(
                """
                insert into event_store.day_seal (seal_number, day, first_position, last_position, events, hash, previous_hash)
                values (?, ?, ?, ?, ?, ?, ?)""",
                seal.number(),
                seal.day(),
                seal.first(),
                seal.last(),
                seal.events(),
                HexFormat.of().parseHex(seal.hash()),
                HexFormat.of().parseHex(previous));
        log.info("{}", seal.sentence());
    }
}
