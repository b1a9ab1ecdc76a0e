package cx.ecou.customer.write.erasure;

import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.write.person.Whole;
import cx.ecou.customer.write.person.Wholes;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases customers, whole: with everybody who has been merged into them. In one transaction their keys are destroyed, what lies in
 * the clear beside the events is taken out, and the event is recorded at which read models do the same. It is under the lock
 * that merging, recognition and consents take.
 */
@Component
public class Erasing {

    private static final String RECOGNITION = "customer.recognition";

    /** Who waits longer had better be told to come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Wholes wholes;
    private final ErasedRows rows;
    private final DataKeys keys;
    private final Facts facts;
    private final Positions positions;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Erasing(
            Wholes wholes,
            ErasedRows rows,
            DataKeys keys,
            Facts facts,
            Positions positions,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.wholes = wholes;
        this.rows = rows;
        this.keys = keys;
        this.facts = facts;
        this.positions = positions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Erases a customer. Whoever has been erased stays so, and the first erasure is answered.
     *
     * @param customerId of any part of the customer
     * @param by the colleague or key that asks for it
     * @return the id of the erasure, under which its proof is found
     * @throws DomainRuleViolation {@code customer.unknown}; {@code erasure.too-early} while it is not known yet of everything that was
     *     recorded whose it is, then nothing is erased
     */
    public UUID erase(UUID customerId, ErasureReason reason, @Nullable UUID by) {
        insistThatAllAreRecognised();
        return Objects.requireNonNull(
                Conflicts.settled(() -> transaction.execute(status -> inTransaction(customerId, reason, by))));
    }

    /**
     * Erases a customer by rule, if that is still to be done when nobody can change any more who they are.
     *
     * @param due asked about the whole customer, under the lock
     * @return the id of the erasure; empty when nobody was erased by this call
     * @throws DomainRuleViolation as above
     */
    public Optional<UUID> eraseWhere(UUID customerId, ErasureReason reason, Predicate<UUID> due) {
        insistThatAllAreRecognised();
        return Objects.requireNonNull(Conflicts.settled(() -> transaction.execute(status -> {
            Whole customer = wholes.lock(customerId);
            return customer.erased() || !due.test(customer.customerId())
                    ? Optional.<UUID>empty()
                    : Optional.of(erase(customer, reason, null));
        })));
    }

    /**
     * Erases what was said by somebody of whom nothing else is known. What was erased before stays so, and the first erasure is
     * answered.
     *
     * @throws DomainRuleViolation {@code erasure.of-a-customer} when it is known who it was; {@code erasure.too-early} as above
     */
    public UUID eraseUnrecognised(UUID subjectId, ErasureReason reason, @Nullable UUID by) {
        insistThatAllAreRecognised();
        return Objects.requireNonNull(Conflicts.settled(
                () -> transaction.execute(status -> unrecognisedInTransaction(subjectId, reason, by))));
    }

    private void insistThatAllAreRecognised() {
        if (!positions.await(RECOGNITION, positions.head(), PATIENCE)) {
            throw new DomainRuleViolation("erasure.too-early");
        }
    }

    /** In the transaction of the caller. */
    UUID inTransaction(UUID customerId, ErasureReason reason, @Nullable UUID by) {
        Whole customer = wholes.lock(customerId);
        return rows.erasureOf(customer).orElseGet(() -> erase(customer, reason, by));
    }

    /** In the transaction of the caller. Whoever has nothing but what they said becomes a customer of whom nothing is known, and is erased. */
    UUID unrecognisedInTransaction(UUID subjectId, ErasureReason reason, @Nullable UUID by) {
        boolean unknown = rows.admit(subjectId, clock.instant());
        Whole customer = wholes.lock(rows.customerOf(subjectId));
        if (!unknown && !customer.erased()) {
            throw new DomainRuleViolation("erasure.of-a-customer");
        }
        return rows.erasureOf(customer).orElseGet(() -> erase(customer, reason, by));
    }

    /**
     * Makes those of a customer's subjects who are to be erased a customer of their own, so that nobody else is erased with them.
     *
     * @return who they are
     */
    UUID separate(Whole customer, List<UUID> subjects) {
        UUID separated = rows.separate(customer, subjects);
        UUID decision = Ids.next();
        facts.record(List.of(new Fact(
                decision, "Merge", new MergeUndone(decision, customer.customerId(), separated, subjects, null))));
        return separated;
    }

    private UUID erase(Whole customer, ErasureReason reason, @Nullable UUID by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> subjects = rows.subjects(customer);
        var erased = new CustomerErased(Ids.next(), customer.customerId(), subjects, reason, by, now);
        Map<String, Integer> takenOut = rows.takeOut(customer, erased);
        rows.remember(erased, takenOut);
        // Last of all: whoever records something of them at this moment is waited for with nothing in hand that they
        // need.
        keys.destroy(subjects);
        facts.record(List.of(new Fact(erased.erasureId(), "Erasure", erased)));
        audit.changed("customer", customer.customerId(), "erased");
        return erased.erasureId();
    }
}
