package cx.ecou.segment.read.segments;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Redacted;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.MembershipCause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's membership of a segment.
 *
 * @param name of the customer; null when it is not known
 * @param revision of the rule by which they entered
 * @param findings of that rule, when they entered
 * @param until when they left; null as long as they belong to it
 * @param untilCause null also when the segment was closed
 */
public record MemberRow(
        UUID customerId,
        @Personal @Nullable String name,
        Instant since,
        int revision,
        MembershipCause cause,
        List<Finding> findings,
        @Nullable Instant until,
        @Nullable MembershipCause untilCause) {

    Place place() {
        return new Place(since, customerId);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
