package cx.ecou.segment.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * There is a segment from now on; this is the first revision of its rule.
 *
 * @param by the colleague or program
 */
@Revision("1")
public record SegmentDefined(UUID segmentId, String name, Rule rule, UUID by, Instant at) implements SegmentEvent {}
