package cx.ecou.eventstore.seal;

import cx.ecou.kernel.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The link of the chain that belongs to one row: the first 16 bytes of SHA-256 over a version, the link before, and every
 * column as its length (four bytes, -1 for null) and its bytes. Numbers are big-endian, an instant is its seconds since 1970
 * and its nanoseconds, a text is UTF-8. Nothing here depends on how PostgreSQL stores or prints a value, so a link is the
 * same after a restore and under the next version.
 */
final class RowDigest {

    static final int LENGTH = 16;
    static final short VERSION = 1;

    /** What the first row of all is linked to. */
    static final byte[] ORIGIN = new byte[LENGTH];

    private final MessageDigest sha256 = Sha256.begin();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    byte[] of(byte[] previous, RawEvent row) {
        sha256.update((byte) VERSION);
        sha256.update(previous);
        bigint(row.position());
        uuid(row.eventId());
        bytes(row.aggregateType());
        uuid(row.aggregateId());
        bigint(row.sequence());
        length(Long.BYTES + Integer.BYTES);
        put(row.recordedAt().getEpochSecond());
        length(row.recordedAt().getNano());
        bytes(row.payloadType());
        bytes(row.payloadRevision());
        bytes(row.payload());
        bytes(row.metadata());
        return Arrays.copyOf(sha256.digest(), LENGTH);
    }

    private void uuid(UUID id) {
        length(2 * Long.BYTES);
        put(id.getMostSignificantBits());
        put(id.getLeastSignificantBits());
    }

    private void bigint(long value) {
        length(Long.BYTES);
        put(value);
    }

    private void bytes(byte @Nullable [] value) {
        if (value == null) {
            length(-1);
        } else {
            length(value.length);
            sha256.update(value);
        }
    }

    private void length(int value) {
        sha256.update(number.clear().putInt(value).flip());
    }

    private void put(long value) {
        sha256.update(number.clear().putLong(value).flip());
    }
}
