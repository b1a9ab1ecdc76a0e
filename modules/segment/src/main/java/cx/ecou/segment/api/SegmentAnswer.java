package cx.ecou.segment.api;

import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.read.segments.MemberRow;
import cx.ecou.segment.read.segments.SegmentRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A segment as programs see it. */
record SegmentAnswer(
        UUID segmentId,
        String name,
        Rule rule,
        int revision,
        int members,
        Instant definedAt,
        Instant changedAt,
        UUID changedBy,
        @Nullable Instant closedAt) {

    static SegmentAnswer of(SegmentRow row) {
        return new SegmentAnswer(
                row.segmentId(),
                row.name(),
                row.rule(),
                row.revision(),
                row.members(),
                row.definedAt(),
                row.changedAt(),
                row.changedBy(),
                row.closedAt());
    }

    /**
     * Somebody who belongs or belonged to a segment; who that is, the customers say.
     *
     * @param reasons what was found of each condition when they entered
     */
    record Member(
            UUID customerId,
            Instant since,
            MembershipCause cause,
            List<Reason> reasons,
            @Nullable Instant until,
            @Nullable MembershipCause untilCause) {

        static Member of(MemberRow row, Rule rule) {
            List<Rule.Condition> conditions = rule.conditions().toList();
            return new Member(
                    row.customerId(),
                    row.since(),
                    row.cause(),
                    row.findings().stream()
                            .map(finding -> Reason.of(conditions.get(finding.condition()), finding))
                            .toList(),
                    row.until(),
                    row.untilCause());
        }
    }

    /** @param value the number, the moment or the band that was found; null where the condition asks for words */
    record Reason(Rule condition, boolean met, @Nullable String value) {

        static Reason of(Rule condition, Finding finding) {
            return new Reason(condition, finding.met(), finding.value());
        }
    }
}
