package cx.ecou.segment.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Customers do not belong to a segment any more.
 *
 * @param revision of the rule that they do not meet
 * @param at when it was found out
 */
@Revision("1")
public record CustomersLeftSegment(
        UUID segmentId, int revision, MembershipCause cause, List<Member> members, Instant at) implements SegmentEvent {

    public CustomersLeftSegment {
        members = List.copyOf(members);
    }
}
