package cx.ecou.insight;

import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.insight.read.segment.CustomerSegments;
import cx.ecou.kernel.Ids;
import cx.ecou.segment.events.CustomersEnteredSegment;
import cx.ecou.segment.events.CustomersLeftSegment;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.Member;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.events.SegmentClosed;
import cx.ecou.segment.events.SegmentDefined;
import cx.ecou.segment.events.SegmentRedefined;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Segments by example, as the segment module records them: whoever spoke at least twice is in. */
@Component
public class SegmentWorld {

    private static final Rule SPOKE_TWICE = new Rule.Counted(Operator.AT_LEAST, 2, null, null, null, null);

    private final Facts facts;
    private final Intake intake;
    private final CustomerWorld customers;

    SegmentWorld(Facts facts, Intake intake, CustomerWorld customers) {
        this.facts = facts;
        this.intake = intake;
        this.customers = customers;
    }

    public UUID defines(String name) {
        UUID segmentId = Ids.next();
        happens(new SegmentDefined(segmentId, name, SPOKE_TWICE, Ids.next(), Instant.parse(CustomerWorld.MOMENT)));
        return segmentId;
    }

    public void renames(UUID segmentId, String name) {
        happens(new SegmentRedefined(segmentId, 2, name, SPOKE_TWICE, Ids.next(), Instant.parse(CustomerWorld.MOMENT)));
    }

    public void closes(UUID segmentId, String at) {
        happens(new SegmentClosed(segmentId, Ids.next(), Instant.parse(at)));
    }

    public void enter(UUID segmentId, String at, MembershipCause cause, UUID... members) {
        happens(new CustomersEnteredSegment(
                segmentId, 1, cause, members(new Finding(0, true, "2"), members), Instant.parse(at)));
    }

    public void leave(UUID segmentId, String at, MembershipCause cause, UUID... members) {
        happens(new CustomersLeftSegment(
                segmentId, 1, cause, members(new Finding(0, false, "1"), members), Instant.parse(at)));
    }

    /** Somebody is erased, and leaves the segment with that. */
    public void erases(UUID segmentId, UUID customerId, String at) {
        customers.happens(new CustomerErased(
                Ids.next(), customerId, List.of(customerId), ErasureReason.REQUESTED, Ids.next(), Instant.parse(at)));
        leave(segmentId, at, MembershipCause.ERASURE, customerId);
    }

    private static List<Member> members(Finding finding, UUID... members) {
        return Stream.of(members).map(id -> new Member(id, List.of(finding))).toList();
    }

    private void happens(Object event) {
        facts.record(List.of(new Fact(Ids.next(), "Story", event)));
        intake.awaitProjection(CustomerSegments.PROCESSING_GROUP);
    }
}
