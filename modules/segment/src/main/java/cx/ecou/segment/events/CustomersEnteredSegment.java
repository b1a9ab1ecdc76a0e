package cx.ecou.segment.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Customers belong to a segment from now on. The memberships of one segment are a stream of their own, in which time only goes
 * forward.
 *
 * @param revision of the rule that they meet
 * @param at when it was found out
 */
@Revision("1")
public record CustomersEnteredSegment(
        UUID segmentId, int revision, MembershipCause cause, List<Member> members, Instant at) implements SegmentEvent {

    public CustomersEnteredSegment {
        members = List.copyOf(members);
    }
}
