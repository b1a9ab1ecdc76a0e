package cx.ecou.segment.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A segment has another name or another rule from now on.
 *
 * @param revision counts from 2: the first was {@link SegmentDefined}
 * @param by the colleague or program
 */
@Revision("1")
public record SegmentRedefined(UUID segmentId, int revision, String name, Rule rule, UUID by, Instant at)
        implements SegmentEvent {}
