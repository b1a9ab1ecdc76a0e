package cx.ecou.segment.write.segment;

import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keep a segment from now on. Answers whether it is new: the same one again changes nothing. Refused:
 * {@code conflicting-repeat} when another one was defined under this id, {@code segment.too-many} when enough are kept.
 *
 * @param kept how many others are kept, as far as is known: each costs a question whenever something is learnt of anybody
 */
public record DefineSegment(
        @TargetAggregateIdentifier UUID segmentId, String name, Rule rule, UUID by, Instant at, int kept) {

    /** More than these are not kept at one time. */
    public static final int MOST = 200;

    /** The only one. */
    public DefineSegment(UUID segmentId, String name, Rule rule, UUID by, Instant at) {
        this(segmentId, name, rule, by, at, 0);
    }
}
