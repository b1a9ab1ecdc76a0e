package cx.ecou.eventstore.privacy;

import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Under which key what is said of a person is encrypted.
 *
 * @param key null when it was destroyed
 */
record DataKey(UUID subject, @Nullable SecretKey key) {

    /** Without the key. */
    @Override
    public String toString() {
        return "DataKey[" + subject + (key == null ? ", destroyed]" : "]");
    }
}
