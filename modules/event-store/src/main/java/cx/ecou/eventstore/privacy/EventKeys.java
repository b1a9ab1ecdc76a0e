package cx.ecou.eventstore.privacy;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of some events that are written or read together. */
public final class EventKeys {

    static final EventKeys NONE = new EventKeys(Map.of());

    private final Map<UUID, DataKey> keys;

    EventKeys(Map<UUID, DataKey> keys) {
        this.keys = keys;
    }

    /**
     * The JSON of an event as it is to be stored. Of a person whose key is destroyed nothing more is stored than that it
     * happened.
     *
     * @param clear what is not personal
     * @param personal what is; null for nothing
     * @throws UnreadablePersonalParts when the person's key was altered
     */
    byte[] encrypt(EventIdentity event, byte[] clear, EventJson.@Nullable Said personal) {
        if (personal == null) {
            return clear;
        }
        UUID subject = personal.subject();
        DataKey key = keyOf(subject);
        return key.key() == null
                ? clear
                : StoredText.with(
                        clear, subject, Aes.encrypt(key.key(), personal.json(), event.associatedWith(subject)));
    }

    /**
     * The JSON of a stored event with its personal members, or without them when the key of the person is destroyed. One in
     * which nothing is encrypted is answered as it is.
     *
     * @throws UnreadablePersonalParts when it cannot be decrypted although its key was not destroyed
     */
    public byte[] decrypt(EventIdentity event, byte[] stored) {
        StoredText.Found found = StoredText.find(stored);
        if (found == null) {
            return stored;
        }
        DataKey key = keyOf(found.subject());
        if (key.key() == null) {
            return StoredText.without(stored, found.begin());
        }
        byte @Nullable [] personal = Aes.decrypt(key.key(), found.encrypted(), event.associatedWith(found.subject()));
        if (personal == null) {
            throw new UnreadablePersonalParts("holds a ciphertext that was altered, or that belongs to another event");
        }
        return StoredText.joined(stored, found.begin(), personal);
    }

    private DataKey keyOf(UUID subject) {
        DataKey key = keys.get(subject);
        if (key == null) {
            throw new UnreadablePersonalParts("belongs to a person whose data key is missing or was altered");
        }
        return key;
    }
}
