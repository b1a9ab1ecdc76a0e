package cx.ecou.insight.read.customer;

import cx.ecou.kernel.Instants;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in the story of a customer, which goes on with what happened before. */
public record TimelinePlace(Instant at, long position) {

    /** As it stands in an address. */
    public String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a cursor; empty when it is none of ours. */
    public static Optional<TimelinePlace> parse(String cursor) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", -1);
            return parts.length == 2
                    ? Optional.of(new TimelinePlace(Instants.parse(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
