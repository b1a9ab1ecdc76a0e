package cx.ecou.insight.read.segment;

import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.segment.events.CustomersEnteredSegment;
import cx.ecou.segment.events.CustomersLeftSegment;
import cx.ecou.segment.events.SegmentClosed;
import cx.ecou.segment.events.SegmentDefined;
import cx.ecou.segment.events.SegmentRedefined;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Follows segments and who belongs to them: one statement for each event, which may be of hundreds of customers. */
@Component
@ProcessingGroup(CustomerSegments.PROCESSING_GROUP)
class MembershipProjection {

    private final SegmentRows segments;
    private final MembershipRows memberships;
    private final Announcements announcements;

    MembershipProjection(SegmentRows segments, MembershipRows memberships, Announcements announcements) {
        this.segments = segments;
        this.memberships = memberships;
        this.announcements = announcements;
    }

    @EventHandler
    void on(SegmentDefined event) {
        segments.add(event.segmentId(), event.name());
        segments.rule(event.segmentId(), 1, event.rule());
        announcements.announce(CustomerSegments.PROCESSING_GROUP);
    }

    @EventHandler
    void on(SegmentRedefined event) {
        segments.rename(event.segmentId(), event.name());
        segments.rule(event.segmentId(), event.revision(), event.rule());
        announcements.announce(CustomerSegments.PROCESSING_GROUP);
    }

    @EventHandler
    void on(SegmentClosed event, TrackingToken token) {
        segments.close(event.segmentId(), event.at());
        memberships.endAll(event, position(token));
        announcements.announce(CustomerSegments.PROCESSING_GROUP);
    }

    @EventHandler
    void on(CustomersEnteredSegment event, TrackingToken token) {
        memberships.begin(event, position(token));
        announcements.announce(CustomerSegments.PROCESSING_GROUP);
    }

    @EventHandler
    void on(CustomersLeftSegment event, TrackingToken token) {
        memberships.end(event, position(token));
        announcements.announce(CustomerSegments.PROCESSING_GROUP);
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }
}
