package cx.ecou.insight.web.customer;

import cx.ecou.insight.read.customer.TimelineEntry;
import cx.ecou.insight.read.segment.CustomerSegments;
import cx.ecou.segment.events.CustomersEnteredSegment;
import cx.ecou.segment.events.CustomersLeftSegment;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.MembershipWords;
import cx.ecou.segment.events.SegmentEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words to which segments a customer belongs, and how they came to it. */
@Component
class SegmentLines {

    private final CustomerSegments segments;
    private final CustomerWords words;
    private final MembershipWords reasons;

    SegmentLines(CustomerSegments segments, CustomerWords words, MembershipWords reasons) {
        this.segments = segments;
        this.words = words;
        this.reasons = reasons;
    }

    /** Those to which a customer belongs now. */
    List<CustomerView.InSegment> of(UUID customerId) {
        return segments.of(customerId).stream()
                .map(held -> new CustomerView.InSegment(
                        held, reasons.because(held.cause()), reasons.findings(held.rule(), held.findings())))
                .toList();
    }

    /** Null for what is no event of a segment. */
    @Nullable
    TimelineLine of(TimelineEntry entry, @Nullable Object event) {
        return event instanceof SegmentEvent told
                ? TimelineLine.of(
                                entry,
                                "users-group",
                                words.text("timeline." + entry.kind()),
                                segments.name(told.segmentId()).orElse(null),
                                reasons.because(cause(told)))
                        .at("/segments/" + told.segmentId())
                : null;
    }

    private static @Nullable MembershipCause cause(SegmentEvent told) {
        if (told instanceof CustomersEnteredSegment entered) {
            return entered.cause();
        }
        return told instanceof CustomersLeftSegment left ? left.cause() : null;
    }
}
