package cx.ecou.platform.audit.chain;

import cx.ecou.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What ties an entry to the one before it: SHA-256 over a version, the hash before, the link's number and every column of
 * the entry as its length (four bytes, -1 for null) and its bytes. Numbers are big-endian, an instant is its seconds since
 * 1970 and its nanoseconds, a text is UTF-8: as for events, so that a restore or a new PostgreSQL changes nothing.
 *
 * @param number from 1, without a hole
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes only
record Link(long number, long entryId, byte[] previousHash, byte[] hash) {

    static final String COLUMNS = "number, link.entry_id as linked_id, previous_hash, hash";

    static final String INSERT = "insert into audit.link (number, entry_id, previous_hash, hash) values (?, ?, ?, ?)";

    private static final byte VERSION = 1;
    private static final int LENGTH = 32;

    /** Before the first one. */
    static final Link ORIGIN = new Link(0, 0, new byte[LENGTH], new byte[LENGTH]);

    static Link read(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("number"), row.getLong("linked_id"), row.getBytes("previous_hash"), row.getBytes("hash"));
    }

    void bind(PreparedStatement insert) throws SQLException {
        insert.setLong(1, number);
        insert.setLong(2, entryId);
        insert.setBytes(3, previousHash);
        insert.setBytes(4, hash);
    }

    /** The one that belongs to the next entry. */
    Link next(Entry entry) {
        return new Link(number + 1, entry.id(), hash, digest(hash, number + 1, entry));
    }

    boolean fits(Entry entry) {
        return Arrays.equals(hash, digest(previousHash, number, entry));
    }

    boolean follows(Link before) {
        return number == before.number + 1 && entryId > before.entryId && Arrays.equals(previousHash, before.hash);
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] digest(byte[] previous, long number, Entry entry) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(VERSION);
        sha256.update(previous);
        sha256.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(number)
                .putLong(entry.id())
                .flip());
        sha256.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(entry.at().getEpochSecond())
                .putInt(entry.at().getNano())
                .flip());
        text(sha256, entry.actorKind());
        text(sha256, entry.actorId() == null ? null : entry.actorId().toString());
        text(sha256, entry.origin());
        text(sha256, entry.action());
        text(sha256, entry.kind());
        text(sha256, entry.objectId());
        text(sha256, entry.codes());
        text(sha256, entry.outcome());
        return sha256.digest();
    }

    private static void text(MessageDigest sha256, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .flip());
        sha256.update(bytes);
    }
}
