package cx.ecou.insight.read.segment;

import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a customer belongs to a segment.
 *
 * @param name of the segment now
 * @param rule by which they entered
 * @param findings of that rule, when they entered
 */
public record HeldMembership(
        UUID segmentId, String name, Instant since, MembershipCause cause, Rule rule, List<Finding> findings) {}
