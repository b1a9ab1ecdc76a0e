package cx.ecou.segment.automation;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.kernel.Ids;
import cx.ecou.segment.events.CustomersEnteredSegment;
import cx.ecou.segment.events.CustomersLeftSegment;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.Member;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.read.portrait.Portraits;
import cx.ecou.segment.read.segments.SegmentRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the rule of one segment about some customers, and records who has entered or left it. */
@Component
class Judging {

    private static final String MEMBERSHIP = "SegmentMembership";

    private final Portraits portraits;
    private final JudgementTable table;
    private final Facts facts;
    private final Clock clock;

    Judging(Portraits portraits, JudgementTable table, Facts facts, Clock clock) {
        this.portraits = portraits;
        this.table = table;
        this.facts = facts;
        this.clock = clock;
    }

    /** The stream in which the memberships of a segment are recorded: what is decided of the segment itself has its own. */
    static UUID streamOf(UUID segmentId) {
        return Ids.derived("segment-membership", segmentId.toString());
    }

    /**
     * In the transaction of this thread, which holds the judgement.
     *
     * @return the judgement, when all that was found out is recorded
     */
    Judgement judge(SegmentRow segment, Judgement judgement, Collection<UUID> customers, MembershipCause cause) {
        Instant now = clock.instant();
        Set<UUID> inside = portraits.inside(segment.rule(), now, customers);
        Set<UUID> standing = table.standing(segment.segmentId(), customers);
        Set<UUID> entering = without(inside, standing);
        Set<UUID> leaving = without(standing, inside);
        if (entering.isEmpty() && leaving.isEmpty()) {
            return judgement;
        }
        Instant at = after(judgement.lastAt(), now);
        List<Fact> found = new ArrayList<>();
        Set<UUID> moving = new TreeSet<>(entering);
        moving.addAll(leaving);
        Map<UUID, List<Finding>> findings = portraits.findings(segment.rule(), now, moving);
        if (!entering.isEmpty()) {
            found.add(fact(
                    judgement,
                    0,
                    new CustomersEnteredSegment(
                            segment.segmentId(), segment.revision(), cause, members(entering, findings), at)));
            table.enter(segment.segmentId(), entering);
        }
        if (!leaving.isEmpty()) {
            found.add(fact(
                    judgement,
                    found.size(),
                    new CustomersLeftSegment(
                            segment.segmentId(), segment.revision(), cause, members(leaving, findings), at)));
            table.leave(segment.segmentId(), leaving);
        }
        facts.record(found);
        return judgement.recorded(found.size(), at);
    }

    private static Fact fact(Judgement judgement, int number, Object event) {
        return new Fact(streamOf(judgement.segmentId()), MEMBERSHIP, judgement.nextSequence() + number, event);
    }

    /** Somebody who enters, leaves and enters again has done so at three moments, whatever the clock of a node says. */
    private static Instant after(Instant last, Instant now) {
        Instant next = last.plus(1, ChronoUnit.MICROS);
        Instant here = now.truncatedTo(ChronoUnit.MICROS);
        return here.isBefore(next) ? next : here;
    }

    private static List<Member> members(Set<UUID> customers, Map<UUID, List<Finding>> findings) {
        return customers.stream()
                .map(customer -> new Member(customer, findings.get(customer)))
                .toList();
    }

    private static Set<UUID> without(Set<UUID> some, Set<UUID> others) {
        Set<UUID> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
