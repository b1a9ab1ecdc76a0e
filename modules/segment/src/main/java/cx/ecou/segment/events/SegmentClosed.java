package cx.ecou.segment.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A segment is not kept any more. Whoever is in it leaves it with this; nothing else is recorded of them.
 *
 * @param by the colleague or program
 */
@Revision("1")
public record SegmentClosed(UUID segmentId, UUID by, Instant at) implements SegmentEvent {}
