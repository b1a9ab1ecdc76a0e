package cx.ecou.customer.write.retention;

import cx.ecou.customer.events.CustomerEvent;
import cx.ecou.customer.events.RetentionKind;
import cx.ecou.customer.events.RetentionRuleSet;
import cx.ecou.customer.events.RetentionRuleSwitchedOff;
import cx.ecou.customer.events.RetentionRuleSwitchedOn;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of retention: one for each kind and source. Each is a stream of events, decided under a lock on the rule, so that a run
 * that asks for it an instant later knows.
 */
@Component
public class RetentionRules {

    private final RetentionTable table;
    private final DueCustomers due;
    private final Facts facts;
    private final AuditTrail audit;
    private final Clock clock;

    RetentionRules(RetentionTable table, DueCustomers due, Facts facts, AuditTrail audit, Clock clock) {
        this.table = table;
        this.due = due;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** By kind and source. */
    public List<RetentionRule> all() {
        return table.all();
    }

    public Optional<RetentionRule> find(UUID ruleId) {
        return table.find(ruleId);
    }

    /**
     * Says for how long. A rule whose time is changed is switched off: what it would do has to be looked at again.
     *
     * @param source null for every source that has no rule of its own
     * @return the rule's id, the same for the same kind and source
     */
    @Transactional
    public UUID set(RetentionKind kind, @Nullable String source, int days, UUID by) {
        UUID ruleId =
                source == null ? Ids.derived("retention", kind.name()) : Ids.derived("retention", kind.name(), source);
        Instant now = now();
        boolean first = table.begin(ruleId, kind, source, days, now);
        RetentionRule rule = locked(ruleId);
        if (first || rule.days() != days) {
            table.change(ruleId, days, false, now);
            record(rule, new RetentionRuleSet(ruleId, kind, source, days, by, now), "changed");
        }
        return ruleId;
    }

    /**
     * Lets a rule erase, from the next run on.
     *
     * @param revision that was looked at
     * @throws DomainRuleViolation {@code retention.unknown}, {@code retention.changed-meanwhile}
     */
    @Transactional
    public void switchOn(UUID ruleId, int revision, UUID by) {
        RetentionRule rule = locked(ruleId);
        if (rule.switchedOn()) {
            return;
        }
        if (rule.revision() != revision) {
            throw new DomainRuleViolation("retention.changed-meanwhile");
        }
        Instant now = now();
        long count = due.dryRun(ruleId, now).total();
        table.change(ruleId, rule.days(), true, now);
        record(rule, new RetentionRuleSwitchedOn(ruleId, count, by, now), "switched-on");
    }

    /**
     * Stops a rule: also a run that is under way erases nobody else by it.
     *
     * @throws DomainRuleViolation {@code retention.unknown}
     */
    @Transactional
    public void switchOff(UUID ruleId, UUID by) {
        RetentionRule rule = locked(ruleId);
        if (rule.switchedOn()) {
            Instant now = now();
            table.change(ruleId, rule.days(), false, now);
            record(rule, new RetentionRuleSwitchedOff(ruleId, by, now), "switched-off");
        }
    }

    private RetentionRule locked(UUID ruleId) {
        return table.lock(ruleId).orElseThrow(() -> new DomainRuleViolation("retention.unknown"));
    }

    private void record(RetentionRule before, CustomerEvent event, String action) {
        facts.record(List.of(new Fact(before.ruleId(), "RetentionRule", before.revision(), event)));
        audit.changed("retention-rule", before.ruleId(), action);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
