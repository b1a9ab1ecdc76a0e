package cx.ecou.segment.automation;

import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.read.portrait.Examinations;
import cx.ecou.segment.read.portrait.Examinations.Examination;
import cx.ecou.segment.read.portrait.Portraits;
import cx.ecou.segment.read.portrait.Window;
import cx.ecou.segment.read.segments.SegmentRow;
import cx.ecou.segment.read.segments.Segments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps memberships up to date: of all customers when a rule is new, of those of whom something new is known, and of those of whom
 * something leaves a window of time. Each step is a transaction of a few hundred customers, so that it can stop and go on anywhere.
 * A rule that fails holds up no other: its segment stays as it is until the rule can be asked again, and then all are asked.
 */
@Component
class KeepingMembership {

    /** How often it is looked who leaves a window of time. */
    static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private static final int STEP = 500;

    private final Segments segments;
    private final Portraits portraits;
    private final Examinations examinations;
    private final Judging judging;
    private final JudgementTable table;
    private final TransactionOperations transaction;
    private final TransactionOperations part;
    private final BrokenRules broken;
    private final Clock clock;

    KeepingMembership(
            Segments segments,
            Portraits portraits,
            Examinations examinations,
            Judging judging,
            JudgementTable table,
            PlatformTransactionManager transactions,
            BrokenRules broken,
            Clock clock) {
        this.segments = segments;
        this.portraits = portraits;
        this.examinations = examinations;
        this.judging = judging;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        this.broken = broken;
        this.clock = clock;
    }

    /** Does all that is to be done now. */
    void catchUp() {
        transaction.executeWithoutResult(status -> table.forgetClosed());
        segments.openIds().forEach(segment -> broken.apart(segment, () -> repeat(() -> askMore(known(segment)))));
        repeat(this::examineMore);
        segments.openIds().forEach(segment -> broken.apart(segment, () -> sweep(known(segment))));
    }

    /** As often as there is more to do. */
    private void repeat(BooleanSupplier step) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> step.getAsBoolean()));
        }
    }

    /** Asks a new rule about some more customers; false when all have been asked. */
    private boolean askMore(SegmentRow found) {
        Instant now = clock.instant();
        Judgement begun = table.lock(found, now);
        Optional<SegmentRow> current = current(found);
        if (current.isEmpty()) {
            return false;
        }
        SegmentRow segment = current.get();
        Judgement judgement = begun.revision() < segment.revision() ? begun.anew(segment.revision(), now) : begun;
        if (judgement.complete()) {
            return false;
        }
        List<UUID> customers = portraits.after(judgement.askedUpTo(), STEP);
        boolean all = customers.size() < STEP;
        UUID last = customers.isEmpty() ? judgement.askedUpTo() : customers.get(customers.size() - 1);
        table.save(judging.judge(segment, judgement, customers, MembershipCause.RULE)
                .asked(last, all));
        return !all;
    }

    private SegmentRow known(UUID segmentId) {
        return segments.find(segmentId).orElseThrow();
    }

    /** As it is now that its judgement is held: nobody asks a rule that is not the newest any more. */
    private Optional<SegmentRow> current(SegmentRow found) {
        return segments.find(found.segmentId()).filter(segment -> segment.closedAt() == null);
    }

    /** Asks all rules about some customers of whom something new is known; false when there is nobody else. */
    private boolean examineMore() {
        List<Examination> taken = examinations.take(STEP);
        if (taken.isEmpty()) {
            return false;
        }
        Map<MembershipCause, List<UUID>> customers = taken.stream()
                .collect(Collectors.groupingBy(
                        Examination::cause, Collectors.mapping(Examination::customerId, Collectors.toList())));
        segments.openIds().forEach(segment -> examineApart(segment, customers));
        return taken.size() == STEP;
    }

    /** The customers are taken already: a rule that fails is asked of everybody when it can be asked again. */
    private void examineApart(UUID segmentId, Map<MembershipCause, List<UUID>> customers) {
        boolean asked = broken.apart(
                segmentId, () -> part.executeWithoutResult(status -> examine(known(segmentId), customers)));
        if (!asked) {
            table.askAnew(segmentId);
        }
    }

    private void examine(SegmentRow found, Map<MembershipCause, List<UUID>> customers) {
        Judgement begun = table.lock(found, clock.instant());
        current(found).ifPresent(segment -> {
            Judgement judgement = begun;
            for (Map.Entry<MembershipCause, List<UUID>> some : customers.entrySet()) {
                judgement = judging.judge(segment, judgement, some.getValue(), some.getKey());
            }
            table.save(judgement);
        });
    }

    /** Asks a rule about everybody of whom something has left one of its windows since it was looked last. */
    private void sweep(SegmentRow segment) {
        var windows = Window.of(segment.rule());
        Instant now = clock.instant();
        if (windows.isEmpty() || !isDue(segment, now)) {
            return;
        }
        for (Window window : windows) {
            var progress = new Progress();
            repeat(() -> sweepMore(segment, window, now, progress));
        }
        transaction.executeWithoutResult(
                status -> table.save(table.lock(segment, now).swept(now)));
    }

    private boolean isDue(SegmentRow segment, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant next = table.lock(segment, now).sweptAt().plus(BETWEEN_SWEEPS);
            return !now.isBefore(next);
        }));
    }

    private boolean sweepMore(SegmentRow found, Window window, Instant now, Progress progress) {
        Judgement judgement = table.lock(found, now);
        Optional<SegmentRow> segment = current(found);
        List<UUID> customers = portraits.leaving(window, judgement.sweptAt(), now, progress.last, STEP);
        if (segment.isEmpty() || customers.isEmpty()) {
            return false;
        }
        table.save(judging.judge(segment.get(), judgement, customers, MembershipCause.TIME));
        progress.last = customers.get(customers.size() - 1);
        return customers.size() == STEP;
    }

    /** Up to whom a window has been looked at. */
    private static final class Progress {

        private @Nullable UUID last;
    }
}
