package cx.ecou.eventstore.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events as they come from a cursor, in order. */
final class Rows implements AutoCloseable {

    private static final int FETCH = 2_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private @Nullable RawEvent next;

    Rows(Connection connection, long after, long upTo) throws SQLException {
        statement = connection.prepareStatement(RawEvent.SELECT);
        statement.setFetchSize(FETCH);
        statement.setLong(1, after);
        statement.setLong(2, upTo);
        rows = statement.executeQuery();
        advance();
    }

    private void advance() throws SQLException {
        next = rows.next() ? RawEvent.read(rows) : null;
    }

    /** The row at a position, if there is one; rows before it are handed over, they have no business there. */
    @Nullable
    RawEvent at(long position, Consumer<RawEvent> others) throws SQLException {
        while (next != null && next.position() < position) {
            others.accept(next);
            advance();
        }
        if (next == null || next.position() > position) {
            return null;
        }
        RawEvent found = next;
        advance();
        return found;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
