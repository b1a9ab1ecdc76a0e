package cx.ecou.platform.audit.chain;

import cx.ecou.eventstore.OneView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Says whether the audit log is as it was linked. It reads everything once and changes nothing. */
public final class AuditChain {

    private static final int FETCH = 2_000;

    private static final String LINKS = "select " + Link.COLUMNS + ", entry.entry_id, "
            + Entry.COLUMNS.replace("entry_id, ", "")
            + " from audit.link left join audit.entry on entry.entry_id = link.entry_id order by number";

    private static final String WITHOUT_LINK = """
            select entry_id from audit.entry
             where entry_id <= ? and not exists (select from audit.link where link.entry_id = entry.entry_id)""";

    private static final String SINCE = "select count(*) from audit.entry where entry_id > ?";

    private final JdbcTemplate jdbc;

    public AuditChain(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Databases of the time before have no audit log. */
    public boolean exists() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select to_regclass('audit.link') is not null", Boolean.class));
    }

    /** Compares every entry with its link, and every link with the one before. */
    public Verification verify() {
        return OneView.of(jdbc, connection -> {
            var comparison = new Comparison();
            try (PreparedStatement select = connection.prepareStatement(LINKS)) {
                select.setFetchSize(FETCH);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        comparison.link(Link.read(row), row.getLong("entry_id") == 0 ? null : Entry.read(row));
                    }
                }
            }
            withoutLink(connection, comparison);
            return comparison.result(since(connection, comparison.lastEntry()));
        });
    }

    /** Whether a link that was kept elsewhere is the one in the database. */
    public boolean holds(KnownLink kept) {
        List<Link> links = jdbc.query(
                "select " + Link.COLUMNS + " from audit.link where number = ?",
                (row, n) -> Link.read(row),
                kept.number());
        return links.stream()
                .anyMatch(link -> link.entryId() == kept.entryId() && link.hex().equals(kept.hash()));
    }

    private static void withoutLink(Connection connection, Comparison comparison) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITHOUT_LINK)) {
            select.setFetchSize(FETCH);
            select.setLong(1, comparison.lastEntry());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    comparison.slippedIn(row.getLong(1));
                }
            }
        }
    }

    private static long since(Connection connection, long entryId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setLong(1, entryId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
