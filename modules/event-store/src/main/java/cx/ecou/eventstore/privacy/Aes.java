package cx.ecou.eventstore.privacy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM with a random nonce of 96 bits in front of the ciphertext. Ciphers and random bytes are kept for each thread: to make
 * them anew would cost more than to encrypt an event.
 */
final class Aes {

    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final ThreadLocal<Aes> OF_THREAD = ThreadLocal.withInitial(Aes::new);

    private final Cipher cipher;
    private final SecureRandom source = new SecureRandom();
    private final byte[] random = new byte[4_096];
    private int used = random.length;

    private Aes() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** Bytes that nobody can guess, each given once. */
    static byte[] random(int count) {
        return OF_THREAD.get().draw(count);
    }

    private byte[] draw(int count) {
        if (used + count > random.length) {
            source.nextBytes(random);
            used = 0;
        }
        byte[] drawn = Arrays.copyOfRange(random, used, used + count);
        Arrays.fill(random, used, used + count, (byte) 0);
        used += count;
        return drawn;
    }

    /** @return nonce, ciphertext and tag */
    static byte[] encrypt(SecretKey key, byte[] plain, byte[] associated) {
        Aes aes = OF_THREAD.get();
        byte[] nonce = aes.draw(NONCE_BYTES);
        byte[] encrypted = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
        try {
            aes.cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            aes.cipher.updateAAD(associated);
            aes.cipher.doFinal(plain, 0, plain.length, encrypted, NONCE_BYTES);
            return encrypted;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES cannot encrypt", e);
        }
    }

    /** What was encrypted; null when it was altered, belongs elsewhere, or the key is another one. */
    static byte @Nullable [] decrypt(SecretKey key, byte[] encrypted, byte[] associated) {
        if (encrypted.length < NONCE_BYTES + TAG_BYTES) {
            return null;
        }
        Cipher cipher = OF_THREAD.get().cipher;
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, encrypted, 0, NONCE_BYTES));
            cipher.updateAAD(associated);
            return cipher.doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES cannot decrypt", e);
        }
    }
}
