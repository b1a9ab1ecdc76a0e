package cx.ecou.platform.audit.chain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ties the entries that are decided to those before them, some seconds behind: nobody who adds one waits for it. Two that
 * link at once do no harm: the later one is refused by the table's key.
 */
public final class Linking {

    private static final Logger log = LoggerFactory.getLogger("ecou");
    private static final int AT_ONCE = 5_000;

    private static final String TIP = """
            select number, link.entry_id as linked_id, previous_hash, hash, at
              from audit.link left join audit.entry using (entry_id) order by number desc limit 1""";

    private static final String DECIDED = "select " + Entry.COLUMNS
            + " from audit.entry where entry_id > ? and entry_id <= ? order by entry_id limit " + AT_ONCE;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    public Linking(DataSource dataSource, TransactionOperations transaction) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = transaction;
    }

    /** @param day of its entry, in UTC; null before the first one, and where the entry is gone */
    private record Tip(Link link, @Nullable LocalDate day) {}

    /** Links everything that is decided. */
    public void link() {
        long head = Objects.requireNonNull(jdbc.queryForObject("select audit.decided_up_to()", Long.class));
        int linked = AT_ONCE;
        while (linked == AT_ONCE) {
            linked = linkNext(head);
        }
    }

    private int linkNext(long head) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Tip tip = tip();
            List<Entry> entries =
                    jdbc.query(DECIDED, (row, n) -> Entry.read(row), tip.link().entryId(), head);
            List<Link> links = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                links.add(next(tip, entry));
                tip = new Tip(links.get(links.size() - 1), day(entry));
            }
            jdbc.batchUpdate(Link.INSERT, links, AT_ONCE, (insert, link) -> link.bind(insert));
            return entries.size();
        }));
    }

    /** The last link of a day goes into the log, where nobody who rewrites the table can reach it. */
    private static Link next(Tip tip, Entry entry) {
        if (tip.day() != null && tip.day().isBefore(day(entry))) {
            log.info(new KnownLink(
                            tip.link().number(),
                            tip.link().entryId(),
                            tip.link().hex())
                    .sentence());
        }
        return tip.link().next(entry);
    }

    private Tip tip() {
        List<Tip> last = jdbc.query(TIP, (row, n) -> {
            var at = row.getTimestamp("at");
            return new Tip(Link.read(row), at == null ? null : LocalDate.ofInstant(at.toInstant(), ZoneOffset.UTC));
        });
        return last.isEmpty() ? new Tip(Link.ORIGIN, null) : last.get(0);
    }

    private static LocalDate day(Entry entry) {
        return LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
    }
}
