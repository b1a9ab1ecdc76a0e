package cx.ecou.segment.write.segment;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keep a segment no longer; its history stays. Nothing happens when it is closed already. */
public record CloseSegment(@TargetAggregateIdentifier UUID segmentId, UUID by, Instant at) {}
