package cx.ecou.eventstore.seal;

import cx.ecou.kernel.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The seal of a day that is over. Its hash stands for every event of that day and, by the hash before, for all days sealed
 * earlier. Kept outside of the database, it proves later that nobody rewrote the chain.
 *
 * @param number its place among the seals, from 1
 * @param day in UTC, by when its events were recorded
 * @param first the position of the first event under it
 * @param last the position of the last one; what was recorded for the same day after that is under a further seal
 * @param events how many they are
 * @param hash SHA-256, in hexadecimal digits
 * @param previousHash of the seal before; zeros for the first
 */
public record DaySeal(
        long number, LocalDate day, long first, long last, long events, String hash, String previousHash) {

    static final String NO_HASH = "0".repeat(64);

    static final String SELECT = """
            select seal_number, day, first_position, last_position, events, hash, previous_hash
              from event_store.day_seal""";

    private static final byte[] PURPOSE = {'e', 'c', 'o', 'u', '-', 'd', 'a', 'y', '-', '1'};

    static DaySeal read(ResultSet row) throws SQLException {
        return new DaySeal(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                HexFormat.of().formatHex(row.getBytes(6)),
                HexFormat.of().formatHex(row.getBytes(7)));
    }

    /** One line for the log, which {@code verify --against} reads again. */
    public String sentence() {
        return "Day " + day + " is sealed: " + events + " events, positions " + first + " to " + last + ", seal "
                + number + ", hash " + hash;
    }

    /** Computes the hash of a day from the blocks of that day, in their order. */
    static final class Hash {

        private final MessageDigest sha256 = Sha256.begin();

        Hash(LocalDate day, String previousHash) {
            sha256.update(PURPOSE);
            sha256.update(HexFormat.of().parseHex(previousHash));
            number(day.toEpochDay());
        }

        void add(Block block) {
            number(block.first());
            number(block.last());
            sha256.update(block.previous());
            sha256.update(block.digests());
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }

        private void number(long value) {
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
        }
    }
}
