package cx.ecou.eventstore.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the ciphertext of an event lies in its JSON: as the last member, {@code "personal":"v1.…"}, in place of the members that
 * it holds. So it is found from the end, and what it held is put back, without parsing anything.
 */
final class StoredText {

    static final String MEMBER = "personal";

    private static final byte[] BEGIN = (",\"" + MEMBER + "\":\"").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = "v1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = {'"', '}'};
    private static final int SUBJECT = 2 * Long.BYTES;

    /** As many letters as hold the person, and two bytes more. */
    private static final int SUBJECT_LETTERS = 24;

    /**
     * A ciphertext in a stored event.
     *
     * @param begin where the event's members in the clear end
     * @param first letter behind the version
     */
    record Found(byte[] stored, int begin, int first) {

        /** The person in the clear. */
        UUID subject() {
            ByteBuffer bytes = ByteBuffer.wrap(decoded(first, first + SUBJECT_LETTERS));
            return new UUID(bytes.getLong(), bytes.getLong());
        }

        byte[] encrypted() {
            byte[] all = decoded(first, stored.length - END.length);
            return Arrays.copyOfRange(all, SUBJECT, all.length);
        }

        private byte[] decoded(int from, int to) {
            try {
                return Base64.getUrlDecoder().decode(Arrays.copyOfRange(stored, from, to));
            } catch (IllegalArgumentException e) {
                throw new UnreadablePersonalParts("is encrypted, and its ciphertext is damaged");
            }
        }
    }

    private StoredText() {}

    /**
     * The ciphertext in a stored event; null when there is none.
     *
     * @throws UnreadablePersonalParts when there is one that this program cannot take apart
     */
    static @Nullable Found find(byte[] stored) {
        int end = stored.length - END.length;
        if (end < 0 || stored[end] != '"' || stored[end + 1] != '}') {
            return null;
        }
        int first = end;
        while (first > 0 && isPlain(stored[first - 1])) {
            first--;
        }
        int begin = first - BEGIN.length;
        if (begin < 0 || !Arrays.equals(stored, begin, first, BEGIN, 0, BEGIN.length)) {
            return null;
        }
        if (first + VERSION.length + SUBJECT_LETTERS > end
                || !Arrays.equals(stored, first, first + VERSION.length, VERSION, 0, VERSION.length)) {
            throw new UnreadablePersonalParts("is encrypted in a way that this program does not know");
        }
        return new Found(stored, begin, first + VERSION.length);
    }

    /** The person whose key is needed to read a stored event; null when none is, or nobody can say. */
    static @Nullable UUID subjectOf(byte[] stored) {
        try {
            Found found = find(stored);
            return found == null ? null : found.subject();
        } catch (UnreadablePersonalParts e) {
            return null;
        }
    }

    /** A letter of base64url, or the point behind the version. */
    private static boolean isPlain(byte letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '-'
                || letter == '_'
                || letter == '.';
    }

    /** The event with a ciphertext behind its members in the clear. */
    static byte[] with(byte[] clear, UUID subject, byte[] encrypted) {
        byte[] bytes = ByteBuffer.allocate(SUBJECT + encrypted.length)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .put(encrypted)
                .array();
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        int kept = clear.length - 1;
        return ByteBuffer.allocate(kept + BEGIN.length + VERSION.length + text.length + END.length)
                .put(clear, 0, kept)
                .put(BEGIN)
                .put(VERSION)
                .put(text)
                .put(END)
                .array();
    }

    /** The event as it was before: its members in the clear, and behind them those that were encrypted. */
    static byte[] joined(byte[] stored, int begin, byte[] personal) {
        return ByteBuffer.allocate(begin + personal.length)
                .put(stored, 0, begin)
                .put((byte) ',')
                .put(personal, 1, personal.length - 1)
                .array();
    }

    /** The event without what was encrypted: its key is destroyed. */
    static byte[] without(byte[] stored, int begin) {
        byte[] clear = Arrays.copyOf(stored, begin + 1);
        clear[begin] = '}';
        return clear;
    }
}
