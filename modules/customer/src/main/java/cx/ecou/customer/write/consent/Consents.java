package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.ConsentGiven;
import cx.ecou.customer.events.ConsentWithdrawn;
import cx.ecou.customer.events.PreferencesChanged;
import cx.ecou.customer.write.person.Whole;
import cx.ecou.customer.write.person.Wholes;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what customers agree to and prefer. The customer is locked meanwhile, so that a statement takes effect either
 * before a message is sent or after it, and never in between.
 */
@Component
public class Consents {

    private final Wholes wholes;
    private final Statements statements;
    private final Facts facts;

    Consents(Wholes wholes, Statements statements, Facts facts) {
        this.wholes = wholes;
        this.statements = statements;
        this.facts = facts;
    }

    /**
     * What counts today.
     *
     * @throws DomainRuleViolation {@code customer.unknown}
     */
    @Transactional(readOnly = true)
    public Standing standing(UUID customerId) {
        return statements.standing(wholes.of(customerId));
    }

    /**
     * Records what a customer has said, at whatever moment: a late message does not overrule what was said after it. What was
     * recorded before is not recorded again.
     *
     * @param customerId of the part of the customer who said it
     * @param by the colleague or key that passes it on; null when the customer does it in person
     * @return the ids of all statements, in their order, also of those that were recorded before
     * @throws DomainRuleViolation {@code customer.unknown}, {@code customer.erased}, {@code conflicting-repeat} when something
     *     else was said at the same moment; then nothing is recorded
     */
    @Transactional
    public List<UUID> state(
            UUID customerId,
            List<ConsentStatement> consents,
            @Nullable PreferenceStatement preference,
            @Nullable UUID by) {
        lock(customerId);
        return record(customerId, consents, preference, by);
    }

    /** Of a customer who is locked. */
    List<UUID> record(
            UUID customerId,
            List<ConsentStatement> consents,
            @Nullable PreferenceStatement preference,
            @Nullable UUID by) {
        List<UUID> ids = new ArrayList<>();
        List<Fact> recorded = new ArrayList<>();
        for (ConsentStatement statement : consents) {
            UUID id = idOf(customerId, statement);
            ids.add(id);
            if (statements.add(customerId, statement)) {
                recorded.add(new Fact(id, "Consent", fact(id, customerId, statement, by)));
            } else {
                check(statement, statements.inPlaceOf(customerId, statement));
            }
        }
        if (preference != null) {
            UUID id = Ids.derived(
                    "preference", customerId.toString(), preference.at().toString());
            ids.add(id);
            if (statements.add(customerId, preference)) {
                recorded.add(new Fact(id, "Preference", fact(id, customerId, preference, by)));
            } else {
                check(preference, statements.inPlaceOf(customerId, preference));
            }
        }
        facts.record(recorded);
        return ids;
    }

    /** @throws DomainRuleViolation {@code customer.unknown}, {@code customer.erased} */
    Whole lock(UUID customerId) {
        Whole whole = wholes.lock(customerId);
        if (whole.erased()) {
            throw new DomainRuleViolation("customer.erased");
        }
        return whole;
    }

    private static void check(Record said, Record before) {
        if (!said.equals(before)) {
            throw new DomainRuleViolation("conflicting-repeat");
        }
    }

    private static UUID idOf(UUID customerId, ConsentStatement said) {
        return Ids.derived(
                "consent",
                customerId.toString(),
                said.topic().purpose().name(),
                said.topic().channel().name(),
                said.at().toString(),
                String.valueOf(said.given()));
    }

    private static Object fact(UUID id, UUID customerId, ConsentStatement said, @Nullable UUID by) {
        Topic topic = said.topic();
        return said.given()
                ? new ConsentGiven(
                        id,
                        customerId,
                        topic.purpose(),
                        topic.channel(),
                        Objects.requireNonNull(said.textVersion()),
                        said.source(),
                        said.at(),
                        by)
                : new ConsentWithdrawn(id, customerId, topic.purpose(), topic.channel(), said.source(), said.at(), by);
    }

    private static Object fact(UUID id, UUID customerId, PreferenceStatement said, @Nullable UUID by) {
        Preferences wanted = said.preferences();
        MessageLimit atMost = wanted.atMost();
        return new PreferencesChanged(
                id,
                customerId,
                wanted.noMessages(),
                wanted.pausedUntil(),
                atMost == null ? null : atMost.messages(),
                atMost == null ? null : atMost.period(),
                wanted.preferredChannel(),
                said.source(),
                said.at(),
                by);
    }
}
