package cx.ecou.eventstore.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which event a ciphertext belongs to: in another one it cannot be decrypted.
 *
 * @param name under which the event is stored
 * @param aggregateId of the aggregate that it belongs to
 */
public record EventIdentity(String name, UUID eventId, UUID aggregateId) {

    /** What the ciphertext is bound to, besides the person whose key it is. */
    byte[] associatedWith(UUID subject) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(6 * Long.BYTES + bytes.length)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .putLong(aggregateId.getMostSignificantBits())
                .putLong(aggregateId.getLeastSignificantBits())
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .put(bytes)
                .array();
    }
}
