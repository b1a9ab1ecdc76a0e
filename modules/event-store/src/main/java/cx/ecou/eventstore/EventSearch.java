package cx.ecou.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for. Whatever is null does not narrow.
 *
 * @param type the exact name under which they are stored
 * @param from the first instant at which they were recorded
 * @param until the instant after the last
 * @param aggregateId of the aggregate that they belong to
 */
public record EventSearch(
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID aggregateId) {

    /** Everything. */
    public static final EventSearch ALL = new EventSearch(null, null, null, null);
}
