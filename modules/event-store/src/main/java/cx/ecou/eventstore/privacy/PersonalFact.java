package cx.ecou.eventstore.privacy;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An event that concerns a person, as it was recorded.
 *
 * @param position its place in the store
 * @param name under which it is stored: {@code feedback.FeedbackReceived}
 * @param recordedAt when we learned it
 * @param said what it says, with what is personal in it; null in JSON when it cannot be read
 */
public record PersonalFact(long position, String name, Instant recordedAt, JsonNode said) {

    /** Without what it says. */
    @Override
    public String toString() {
        return "PersonalFact[" + position + ", " + name + ", " + recordedAt + ", •••]";
    }
}
