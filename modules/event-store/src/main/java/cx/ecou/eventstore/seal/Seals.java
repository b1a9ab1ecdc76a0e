package cx.ecou.eventstore.seal;

import cx.ecou.eventstore.OneView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The seals of the events: what is sealed, and whether the events are still as they were.
 *
 * <p>Whoever owns the database and knows this code can alter an event and compute the whole chain anew. What he cannot
 * alter is a copy of a day's hash that was kept elsewhere: in a log, on paper.
 */
public final class Seals {

    private static final int FETCH = 100;

    private static final String SEALED_UP_TO = """
            select coalesce((select last_position from event_store.event_seal order by first_position desc limit 1), 0)""";

    private static final String LINK_BEFORE = """
            select substring(digests from length(digests) - 15) from event_store.event_seal
             where first_position < ? order by first_position desc limit 1""";

    /** From behind the last seal before the day to the last event of the day. */
    private static final String SPAN = """
            select coalesce((select max(before.last_position) from event_store.event_seal before
                              where before.first_position < min(of_day.first_position)), 0) + 1,
              max(of_day.last_position)
              from event_store.event_seal of_day where of_day.day = ?""";

    private static final String UNSEALED =
            "select count(*) from event_store.domain_event where global_index > (" + SEALED_UP_TO + ")";

    private final JdbcTemplate jdbc;

    public Seals(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The seals of the days that are over, in the order in which they were made. */
    public List<DaySeal> days() {
        return jdbc.query(DaySeal.SELECT + " order by seal_number", (row, n) -> DaySeal.read(row));
    }

    /** The position up to which events are sealed, 0 as long as none is. */
    public long sealedUpTo() {
        return Objects.requireNonNull(jdbc.queryForObject(SEALED_UP_TO, Long.class));
    }

    /** Compares every sealed event with its seal. Streams: however long the store, it takes no more memory. */
    public Verification verify() {
        return OneView.of(jdbc, connection -> verify(connection, null, 1, number(connection, SEALED_UP_TO)));
    }

    /** The same for one day; of a day without seals nothing can be said, and nothing is found. */
    public Verification verify(LocalDate day) {
        return OneView.of(jdbc, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SPAN)) {
                select.setObject(1, day);
                try (ResultSet span = select.executeQuery()) {
                    span.next();
                    return verify(connection, day, span.getLong(1), span.getLong(2));
                }
            }
        });
    }

    private static Verification verify(Connection connection, @Nullable LocalDate only, long from, long upTo)
            throws SQLException {
        var verifying = new Verifying(linkBefore(connection, from), only);
        compareRows(connection, verifying, from, upTo);
        List<DaySeal> days = compareDays(connection, verifying, only);
        return new Verification(
                verifying.sealed(), number(connection, UNSEALED), verifying.first(), verifying.findings(), days);
    }

    private static void compareRows(Connection connection, Verifying verifying, long from, long upTo)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(Block.SELECT);
                Rows rows = new Rows(connection, from - 1, upTo)) {
            select.setFetchSize(FETCH);
            select.setLong(1, from);
            select.setLong(2, upTo);
            try (ResultSet blocks = select.executeQuery()) {
                while (blocks.next()) {
                    verifying.block(Block.read(blocks), rows);
                }
            }
            rows.at(Long.MAX_VALUE, verifying::slippedIn);
        }
    }

    private static List<DaySeal> compareDays(Connection connection, Verifying verifying, @Nullable LocalDate only)
            throws SQLException {
        List<DaySeal> days = new ArrayList<>();
        String previous = DaySeal.NO_HASH;
        long number = 0;
        for (DaySeal seal : allDays(connection)) {
            number++;
            boolean follows = seal.number() == number && seal.previousHash().equals(previous);
            if (only == null || seal.day().equals(only)) {
                if (!follows || !hashOf(connection, seal).equals(seal.hash())) {
                    verifying.found(seal.day(), Finding.Kind.DAY_SEAL, seal.first());
                }
                days.add(seal);
            }
            number = seal.number();
            previous = seal.hash();
        }
        return days;
    }

    private static byte[] linkBefore(Connection connection, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LINK_BEFORE)) {
            select.setLong(1, position);
            try (ResultSet link = select.executeQuery()) {
                return link.next() ? link.getBytes(1) : RowDigest.ORIGIN;
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<DaySeal> allDays(Connection connection) throws SQLException {
        List<DaySeal> days = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DaySeal.SELECT + " order by seal_number")) {
            while (row.next()) {
                days.add(DaySeal.read(row));
            }
        }
        return days;
    }

    private static String hashOf(Connection connection, DaySeal seal) throws SQLException {
        var hash = new DaySeal.Hash(seal.day(), seal.previousHash());
        try (PreparedStatement select = connection.prepareStatement(Block.OF_DAY)) {
            select.setFetchSize(FETCH);
            select.setObject(1, seal.day());
            select.setLong(2, seal.first());
            select.setLong(3, seal.last());
            try (ResultSet blocks = select.executeQuery()) {
                while (blocks.next()) {
                    hash.add(Block.read(blocks));
                }
            }
        }
        return hash.hex();
    }
}
