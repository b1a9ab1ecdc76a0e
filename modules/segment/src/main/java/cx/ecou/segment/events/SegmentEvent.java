package cx.ecou.segment.events;

import java.util.UUID;

/** The register of everything that the segment module records. */
public sealed interface SegmentEvent
        permits CustomersEnteredSegment, CustomersLeftSegment, SegmentClosed, SegmentDefined, SegmentRedefined {

    UUID segmentId();
}
