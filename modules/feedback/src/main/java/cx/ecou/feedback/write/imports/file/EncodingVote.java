package cx.ecou.feedback.write.imports.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how a file is encoded, from all its bytes as they pass. A byte order mark decides; else UTF-8 when the bytes
 * above 127 form its sequences; else the one of Windows-1250 and ISO-8859-2 in which they are rather letters of Polish,
 * Czech, Slovak and Romanian than signs and control characters.
 */
public final class EncodingVote {

    private static final String LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽăâîşţĂÂÎŞŢľĺŕôäöüßĽÔÄÖÜ";
    private static final String SIGNS = "„”“’‘…–—•€ §°\u00ad\u00a0";
    private static final List<byte[]> OTHER_FORMATS =
            List.of(bytes(0x50, 0x4B, 3, 4), bytes(0x25, 0x50, 0x44, 0x46), bytes(0x1F, 0x8B), bytes(0xD0, 0xCF, 0x11));
    /** Damaged UTF-8 is still UTF-8: one broken character among at least so many sound ones. */
    private static final int SOUND_FOR_EACH_BROKEN = 20;

    private static final int CONTROLS_TOLERATED_PER_MILLE = 10;

    private final long[] frequency = new long[256];
    private final Utf8Count utf8 = new Utf8Count();
    private byte[] head = new byte[0];
    private long bytes;

    public void add(byte[] piece, int length) {
        if (bytes == 0) {
            head = Arrays.copyOf(piece, Math.min(4, length));
        }
        bytes += length;
        for (int i = 0; i < length; i++) {
            frequency[piece[i] & 0xFF]++;
            utf8.add(piece[i]);
        }
    }

    /** How many bytes have passed. */
    public long bytes() {
        return bytes;
    }

    /** The encoding; empty when the file is no text at all. */
    public Optional<TextEncoding> decide() {
        Optional<TextEncoding> marked = TextEncoding.markedIn(head);
        if (marked.isPresent()) {
            return marked;
        }
        if (isOtherFormat() || controls() * 1_000 > bytes * CONTROLS_TOLERATED_PER_MILLE) {
            return Optional.empty();
        }
        if (utf8.broken() * SOUND_FOR_EACH_BROKEN <= utf8.sound()) {
            return Optional.of(TextEncoding.UTF_8);
        }
        return Optional.of(
                merit(TextEncoding.ISO_8859_2) > merit(TextEncoding.WINDOWS_1250)
                        ? TextEncoding.ISO_8859_2
                        : TextEncoding.WINDOWS_1250);
    }

    private boolean isOtherFormat() {
        return OTHER_FORMATS.stream()
                .anyMatch(magic ->
                        head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length));
    }

    private long controls() {
        long controls = frequency[127];
        for (int b = 0; b < 32; b++) {
            controls += b == '\t' || b == '\n' || b == '\r' || b == '\f' ? 0 : frequency[b];
        }
        return controls;
    }

    private long merit(TextEncoding encoding) {
        long merit = 0;
        for (int b = 128; b < 256; b++) {
            if (frequency[b] > 0) {
                char read = encoding.charset()
                        .decode(ByteBuffer.wrap(new byte[] {(byte) b}))
                        .charAt(0);
                merit += frequency[b] * worth(read);
            }
        }
        return merit;
    }

    private static int worth(char read) {
        if (LETTERS.indexOf(read) >= 0) {
            return 2;
        }
        if (SIGNS.indexOf(read) >= 0) {
            return 0;
        }
        return Character.isISOControl(read) || read == '\uFFFD' ? -10 : -1;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
