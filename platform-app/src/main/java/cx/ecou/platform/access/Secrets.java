package cx.ecou.platform.access;

import cx.ecou.kernel.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * Secrets that Ecou gives out: keys, session ids, one-time links. They are long and random, so one SHA-256 is enough to
 * store them; only what people think up needs a slow hash.
 */
public final class Secrets {

    /** Letters and digits only: a double click marks it whole, and it survives every URL and shell. */
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** 43 of 62 characters: 256 bits. */
    public static final int LENGTH = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new secret of 256 bits. */
    public static String next() {
        return random(LENGTH);
    }

    /** Random letters and digits, about 5.95 bits each. */
    public static String random(int characters) {
        return RANDOM.ints(characters, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }

    public static byte[] sha256(String secret) {
        return Sha256.of(secret);
    }

    /** Compares without telling by the time how much was right. */
    public static boolean same(byte[] hash, byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }
}
