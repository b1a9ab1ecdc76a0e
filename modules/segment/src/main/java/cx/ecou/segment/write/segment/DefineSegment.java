package cx.ecou.segment.write.segment;

import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keep a segment from now on. Answers whether it is new: the same one again changes nothing. Refused:
 * {@code conflicting-repeat} when another one was defined under this id.
 */
public record DefineSegment(@TargetAggregateIdentifier UUID segmentId, String name, Rule rule, UUID by, Instant at) {}
