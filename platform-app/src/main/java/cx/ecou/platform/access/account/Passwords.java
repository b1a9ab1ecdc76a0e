package cx.ecou.platform.access.account;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Stores and compares passwords as Argon2id hashes: 19 MiB, two passes, one lane (OWASP's first recommendation). Only a
 * few are computed at a time, so that a flood of sign-ins waits instead of eating the memory.
 */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    /** Compared with when there is no such account, so that the answer takes as long as for any other. */
    private final String nobodysHash = hash("nobody has this password");

    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return argon2.encode(normal(password));
        } finally {
            places.release();
        }
    }

    /**
     * @param hash null if there is nothing to compare with; takes the same time and is always false
     */
    public boolean matches(String password, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            boolean same = argon2.matches(normal(password), hash == null ? nobodysHash : hash);
            return same && hash != null;
        } finally {
            places.release();
        }
    }

    /** The same password typed on another keyboard may arrive in other code points. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
