package cx.ecou.eventstore.seal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The seal of a run of events: neighbours without a hole between them, recorded on one day.
 *
 * @param previous the link before its first row
 * @param digests the links of its rows, one after another
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Block(long first, long last, LocalDate day, short version, byte[] previous, byte[] digests) {

    static final int MOST_ROWS = 1_000;

    static final String SELECT = """
            select first_position, last_position, day, version, previous, digests
              from event_store.event_seal where first_position >= ? and first_position <= ? order by first_position""";

    static final String OF_DAY = """
            select first_position, last_position, day, version, previous, digests
              from event_store.event_seal where day = ? and first_position >= ? and first_position <= ?
             order by first_position""";

    static final String INSERT = """
            insert into event_store.event_seal (first_position, last_position, day, version, previous, digests)
            values (?, ?, ?, ?, ?, ?)""";

    static Block read(ResultSet row) throws SQLException {
        return new Block(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, LocalDate.class),
                row.getShort(4),
                row.getBytes(5),
                row.getBytes(6));
    }

    void bind(PreparedStatement insert) throws SQLException {
        insert.setLong(1, first);
        insert.setLong(2, last);
        insert.setObject(3, day);
        insert.setShort(4, version);
        insert.setBytes(5, previous);
        insert.setBytes(6, digests);
    }

    /** Whether it can be what Ecou wrote: of a known version, and with a link for each row. */
    boolean wellFormed() {
        return version == RowDigest.VERSION
                && previous.length == RowDigest.LENGTH
                && last >= first
                && digests.length == (last - first + 1) * RowDigest.LENGTH;
    }

    byte[] digestOf(long position) {
        int from = (int) (position - first) * RowDigest.LENGTH;
        return Arrays.copyOfRange(digests, from, from + RowDigest.LENGTH);
    }
}
