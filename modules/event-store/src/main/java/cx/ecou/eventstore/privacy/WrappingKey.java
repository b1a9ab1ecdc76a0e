package cx.ecou.eventstore.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key from outside the database. It wraps data keys, each bound to its person: moved to another one it cannot be unwrapped. */
final class WrappingKey {

    static final int WRAPPED_BYTES = Aes.NONCE_BYTES + Aes.KEY_BYTES + Aes.TAG_BYTES;

    private final SecretKey key;
    private final byte[] checkValue;

    private WrappingKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.checkValue = checkValueOf(bytes);
    }

    /**
     * The key that a text holds.
     *
     * @throws IllegalArgumentException when it is not 256 bits in base64
     */
    static WrappingKey parse(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != Aes.KEY_BYTES) {
            throw new IllegalArgumentException("another length");
        }
        return new WrappingKey(bytes);
    }

    /** A key that nobody has seen, as text. */
    static String made() {
        return Base64.getEncoder().encodeToString(Aes.random(Aes.KEY_BYTES));
    }

    private static byte[] checkValueOf(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal("ecou wrapping key".getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }

    /** Tells it from other keys, and nothing of the key itself. */
    byte[] checkValue() {
        return checkValue.clone();
    }

    long id() {
        return ByteBuffer.wrap(checkValue).getLong();
    }

    byte[] wrap(UUID subject, byte[] dataKey) {
        return Aes.encrypt(key, dataKey, bytes(subject));
    }

    /** The data key; null when this key has not wrapped it for this person. */
    byte @Nullable [] unwrap(UUID subject, byte[] wrapped) {
        return Aes.decrypt(key, wrapped, bytes(subject));
    }

    private static byte[] bytes(UUID subject) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .array();
    }
}
