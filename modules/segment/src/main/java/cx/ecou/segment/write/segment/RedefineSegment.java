package cx.ecou.segment.write.segment;

import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give a segment another name or rule. Nothing happens when it has both already. Refused: {@code segment.closed},
 * {@code segment.changed-meanwhile}.
 *
 * @param revision that was looked at when it was decided
 */
public record RedefineSegment(
        @TargetAggregateIdentifier UUID segmentId, int revision, String name, Rule rule, UUID by, Instant at) {}
