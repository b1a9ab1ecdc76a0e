package cx.ecou.eventstore.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what else is kept of a person, under the person's data key: when that is destroyed nobody can read it any more, in a
 * backup either.
 */
public final class SubjectCipher {

    private final SubjectKeys keys;

    SubjectCipher(SubjectKeys keys) {
        this.keys = keys;
    }

    /**
     * Encrypts within the transaction of this thread; the key of a new person is made.
     *
     * @param place what the ciphertext is bound to: in another place it cannot be read
     * @return nothing when the person's key is destroyed
     */
    public Optional<byte[]> encrypt(UUID subject, byte[] plain, String place) {
        SecretKey key = key(keys.findOrMake(List.of(subject)).get(subject));
        return key == null ? Optional.empty() : Optional.of(Aes.encrypt(key, plain, associated(place)));
    }

    /** What was encrypted; nothing when the person's key is destroyed, or it was altered, or belongs elsewhere. */
    public Optional<byte[]> decrypt(UUID subject, byte[] encrypted, String place) {
        SecretKey key = key(keys.find(List.of(subject)).get(subject));
        return key == null ? Optional.empty() : Optional.ofNullable(Aes.decrypt(key, encrypted, associated(place)));
    }

    private static @Nullable SecretKey key(@Nullable DataKey key) {
        return key == null ? null : key.key();
    }

    private static byte[] associated(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
