package cx.ecou.eventstore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Rows on their way into a table by PostgreSQL's binary COPY: nothing is quoted and nothing is parsed, about twice as fast
 * as inserts. Every row names its values in the order of the columns:
 *
 * <pre>{@code
 * var rows = new BinaryRows("feedback.inbox (feedback_id, comment)", 2);
 * rows.row().uuid(id).text(comment);
 * rows.copyInto(dataSource);
 * }</pre>
 *
 * COPY takes all rows or none, and knows no "on conflict".
 */
public final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int BUFFER = 1 << 16;

    /** PostgreSQL counts microseconds from the start of 2000, UTC. */
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final String table;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /**
     * @param table its name and, in parentheses, its columns
     * @param columns how many they are
     */
    public BinaryRows(String table, int columns) {
        this.table = table;
        this.columns = columns;
        put(() -> {
            out.write(SIGNATURE);
            out.writeLong(0);
        });
    }

    /** Begins a row. */
    public BinaryRows row() {
        return put(() -> out.writeShort(columns));
    }

    public BinaryRows uuid(@Nullable UUID id) {
        return id == null
                ? nothing()
                : put(() -> {
                    out.writeInt(2 * Long.BYTES);
                    out.writeLong(id.getMostSignificantBits());
                    out.writeLong(id.getLeastSignificantBits());
                });
    }

    /** A {@code timestamptz}. */
    public BinaryRows instant(@Nullable Instant instant) {
        return instant == null
                ? nothing()
                : bigint((instant.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + instant.getNano() / 1_000);
    }

    public BinaryRows bigint(long value) {
        return put(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        });
    }

    public BinaryRows smallint(@Nullable Short value) {
        return value == null
                ? nothing()
                : put(() -> {
                    out.writeInt(Short.BYTES);
                    out.writeShort(value);
                });
    }

    public BinaryRows real(@Nullable Float value) {
        return value == null
                ? nothing()
                : put(() -> {
                    out.writeInt(Float.BYTES);
                    out.writeFloat(value);
                });
    }

    public BinaryRows text(@Nullable String text) {
        return text == null ? nothing() : utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text whose bytes are ready. */
    public BinaryRows utf8(byte[] text) {
        return put(() -> {
            out.writeInt(text.length);
            out.write(text);
        });
    }

    private BinaryRows nothing() {
        return put(() -> out.writeInt(-1));
    }

    /**
     * Writes all rows in the transaction of this thread.
     *
     * @throws org.springframework.dao.DataAccessException when one of them is refused; then none is written
     */
    public void copyInto(DataSource dataSource) {
        put(() -> out.writeShort(-1));
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table + " from stdin (format binary)",
                            new ByteArrayInputStream(bytes.toByteArray()),
                            BUFFER);
        } catch (SQLException e) {
            throw new SQLStateSQLExceptionTranslator().translate("copy into " + table, null, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection broke while rows were copied", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private BinaryRows put(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
