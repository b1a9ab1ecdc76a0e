package cx.ecou.segment.read.segments;

import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it is now.
 *
 * @param revision of its rule, from 1
 * @param members how many belong to it
 * @param changedBy the colleague or program that defined, changed or closed it last
 * @param closedAt null as long as it is kept
 */
public record SegmentRow(
        UUID segmentId,
        String name,
        Rule rule,
        int revision,
        int members,
        Instant definedAt,
        Instant changedAt,
        UUID changedBy,
        @Nullable Instant closedAt) {}
