package cx.ecou.customer.write.retention;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.write.erasure.Erasing;
import cx.ecou.customer.write.retention.RetentionRun.Outcome;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.privacy.StillNeeded;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.audit.Deed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Erases whose time is over, one after the other, by the same step as a colleague would. Each is looked at again under the lock: whoever was
 * heard of meanwhile stays, and a rule that is switched off erases nobody else.
 */
@Component
public class Retention {

    static final int MOST_IN_A_RUN = 5_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RetentionTable table;
    private final DueCustomers due;
    private final Erasing erasing;
    private final Positions positions;
    private final DeadLetters letters;
    private final List<String> needed;
    private final AuditTrail audit;
    private final Clock clock;

    Retention(
            RetentionTable table,
            DueCustomers due,
            Erasing erasing,
            Positions positions,
            DeadLetters letters,
            List<StillNeeded> stillNeeded,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.due = due;
        this.erasing = erasing;
        this.positions = positions;
        this.letters = letters;
        this.needed = Stream.concat(
                        Stream.of("customer.recognition", "customer.directory"),
                        stillNeeded.stream().map(StillNeeded::processingGroup))
                .distinct()
                .toList();
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom a rule would erase at this moment. */
    public DryRun dryRun(UUID ruleId) {
        return due.dryRun(ruleId, clock.instant());
    }

    /** The latest first. */
    public List<RetentionRun> runs(int limit) {
        return table.runs(limit);
    }

    /**
     * What is done in a night. One in which no rule is switched on leaves no trace.
     *
     * @param most how many customers are erased at most
     * @param stopped asked before each of them
     */
    public void run(int most, BooleanSupplier stopped) {
        if (table.all().stream().anyMatch(RetentionRule::switchedOn)) {
            var begun = new RetentionRun(Ids.next(), clock.instant(), Outcome.UNDER_WAY, 0);
            table.begin(begun.runId(), begun.begunAt());
            RetentionRun ended = erase(begun, most, stopped);
            table.tell(ended);
            audit.record(Deed.of("carried-out", "retention-run", ended.runId())
                    .with(Codes.NONE.with("outcome", ended.outcome()).with("erased", ended.erased())));
        }
    }

    private RetentionRun erase(RetentionRun begun, int most, BooleanSupplier stopped) {
        RetentionRun run = begun;
        if (!everythingIsKnown()) {
            return run.ended(Outcome.HELD_BACK);
        }
        List<UUID> all = due.first(most + 1, begun.begunAt());
        for (UUID customerId : all.subList(0, Math.min(most, all.size()))) {
            if (stopped.getAsBoolean()) {
                return run.ended(Outcome.INTERRUPTED);
            }
            if (!everythingIsKnown()) {
                return run.ended(Outcome.HELD_BACK);
            }
            if (erased(customerId, begun.begunAt())) {
                run = run.oneMore();
                table.tell(run);
            }
        }
        return run.ended(all.size() > most ? Outcome.MORE_LEFT : Outcome.DONE);
    }

    private boolean erased(UUID customerId, Instant now) {
        try {
            return erasing.eraseWhere(customerId, ErasureReason.RETENTION, whole -> due.isDue(whole, now))
                    .isPresent();
        } catch (DomainRuleViolation e) {
            // Somebody is changing who they are at this moment; they are looked at again tomorrow.
            return false;
        }
    }

    /** What cannot be read may be that somebody was heard of, or that they are needed. */
    private boolean everythingIsKnown() {
        long head = positions.head();
        return needed.stream()
                .allMatch(group -> positions.await(group, head, PATIENCE)
                        && letters.of(group, 0, 1).isEmpty());
    }
}
