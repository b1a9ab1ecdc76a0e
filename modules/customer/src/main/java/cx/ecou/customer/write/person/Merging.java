package cx.ecou.customer.write.person;

import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.DuplicateDismissed;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one customer of two, and two of one again. Nothing of either history is changed: only whose the subjects are. Customers
 * are locked while it is decided, so two decisions about the same ones come one after the other.
 */
@Component
public class Merging {

    private static final String MERGE = "Merge";

    private final JdbcTemplate jdbc;
    private final Facts facts;
    private final Clock clock;

    Merging(JdbcTemplate jdbc, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Makes the other customer a part of the first.
     *
     * @param by the colleague who says so
     * @return the id of the decision, by which it can be undone
     * @throws DomainRuleViolation {@code customer.same} when they are one already, {@code customer.unknown},
     *     {@code customer.erased}, {@code customer.merged-away} when one of them is a part of somebody else: then that one is
     *     to be merged
     */
    @Transactional
    public UUID merge(UUID customerId, UUID otherId, UUID by) {
        lockTwo(customerId, otherId);
        return merge(customerId, otherId, null, by);
    }

    /** As the rules have found, of customers who are locked already. */
    UUID merge(UUID customerId, UUID otherId, @Nullable IdentityKind because, @Nullable UUID by) {
        UUID mergeId = Ids.next();
        jdbc.update(
                "update customer.customer set merged_into = ?, merge_id = ? where customer_id = ?",
                customerId,
                mergeId,
                otherId);
        List<UUID> moved = jdbc.queryForList(
                "update customer.subject set customer_id = ? where customer_id = ? returning subject_id",
                UUID.class,
                customerId,
                otherId);
        jdbc.update(
                "delete from customer.duplicate where one_id = least(?, ?) and other_id = greatest(?, ?) and not dismissed",
                customerId,
                otherId,
                customerId,
                otherId);
        facts.record(List.of(
                new Fact(mergeId, MERGE, new CustomersMerged(mergeId, customerId, otherId, moved, because, by))));
        return mergeId;
    }

    /**
     * Takes a merge back: the customer who had become a part is one of their own again, with everybody who has been recognised
     * as them since. Rules will not merge the two again.
     *
     * @throws DomainRuleViolation {@code merge.unknown}, also when it is undone already; {@code customer.erased}
     */
    @Transactional
    public void undo(UUID mergeId, UUID by) {
        UUID separated = jdbc
                .queryForList(
                        "select customer_id from customer.customer where merge_id = ? for update", UUID.class, mergeId)
                .stream()
                .findFirst()
                .orElseThrow(() -> new DomainRuleViolation("merge.unknown"));
        UUID whole = Objects.requireNonNull(jdbc.queryForObject("select customer.whole_of(?)", UUID.class, separated));
        lock(whole);
        jdbc.update(
                "update customer.customer set merged_into = null, merge_id = null where customer_id = ?", separated);
        List<UUID> moved = jdbc.queryForList("""
                update customer.subject set customer_id = ? where home_id in (select customer.parts_of(?))
                returning subject_id
                """, UUID.class, separated, separated);
        keepApart(whole, separated);
        facts.record(List.of(new Fact(mergeId, MERGE, 1, new MergeUndone(mergeId, whole, separated, moved, by))));
    }

    /**
     * Says that two who look like one are two.
     *
     * @return the id of the decision
     * @throws DomainRuleViolation as {@link #merge}
     */
    @Transactional
    public UUID dismiss(UUID customerId, UUID otherId, UUID by) {
        lockTwo(customerId, otherId);
        keepApart(customerId, otherId);
        UUID decisionId = Ids.next();
        facts.record(List.of(
                new Fact(decisionId, "Duplicate", new DuplicateDismissed(decisionId, customerId, otherId, by))));
        return decisionId;
    }

    private void keepApart(UUID one, UUID other) {
        jdbc.update("""
                insert into customer.duplicate (one_id, other_id, reason, found_at, dismissed)
                values (least(?, ?), greatest(?, ?), 'APART', ?, true)
                on conflict (one_id, other_id) do update set dismissed = true
                """, one, other, one, other, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void lockTwo(UUID one, UUID other) {
        if (one.equals(other)) {
            throw new DomainRuleViolation("customer.same");
        }
        // First both in the order of the database, as everybody takes them: so one waits for the other, and never both.
        jdbc.queryForList(
                "select customer_id from customer.customer where customer_id in (?, ?) order by customer_id for update",
                UUID.class,
                one,
                other);
        lock(one);
        lock(other);
    }

    /** Nobody else decides about this customer until the end of the transaction. */
    private void lock(UUID customerId) {
        List<String> states = jdbc.queryForList("""
                select case when erased_at is not null then 'customer.erased'
                            when merged_into is not null then 'customer.merged-away' else '' end
                  from customer.customer where customer_id = ? for update
                """, String.class, customerId);
        String broken = states.isEmpty() ? "customer.unknown" : states.get(0);
        if (!broken.isEmpty()) {
            throw new DomainRuleViolation(broken);
        }
    }
}
