package cx.ecou.customer.write.link;

import cx.ecou.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** What a link ends with so that nobody guesses it: 128 random bits, short enough for a text message. Only its hash is kept. */
public record SecretToken(String text) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static SecretToken made() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "SecretToken[•••]";
    }
}
