package cx.ecou.feedback.read.inbox;

import cx.ecou.kernel.Instants;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in the inbox, between two feedbacks; written as an opaque cursor. */
public record Place(Instant occurredAt, UUID feedbackId) {

    static Place of(FeedbackRow row) {
        return new Place(row.occurredAt(), row.feedbackId());
    }

    /** The cursor as it stands in URLs and answers. */
    public String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((occurredAt + " " + feedbackId).getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a cursor; empty when it is none of ours. */
    public static Optional<Place> parse(String cursor) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", -1);
            return parts.length == 2
                    ? Optional.of(new Place(Instants.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
