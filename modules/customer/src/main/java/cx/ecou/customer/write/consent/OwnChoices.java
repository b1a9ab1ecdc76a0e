package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.StatementSource;
import cx.ecou.kernel.DomainRuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers decide on their own page. It counts at once: where something has been said before at what the clock here
 * takes for a later moment, the choice comes a microsecond after it.
 */
@Component
public class OwnChoices {

    private final Consents consents;
    private final Statements statements;
    private final Clock clock;

    OwnChoices(Consents consents, Statements statements, Clock clock) {
        this.consents = consents;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Changes how the customer wants to be written to. What is as it was is not recorded.
     *
     * @param change from what counts until now
     * @throws DomainRuleViolation as {@link Consents#state}
     */
    @Transactional
    public void prefer(UUID customerId, UnaryOperator<Preferences> change) {
        Standing standing = statements.standing(consents.lock(customerId));
        Preferences wanted = change.apply(standing.preferences());
        if (!wanted.equals(standing.preferences())) {
            PreferenceStatement before = standing.preference();
            Instant at = after(before == null ? null : before.at());
            consents.record(
                    customerId, List.of(), new PreferenceStatement(wanted, StatementSource.PREFERENCE_PAGE, at), null);
        }
    }

    /**
     * Gives and withdraws consent. What is as it was is not recorded.
     *
     * @param textVersion of the text on the page
     * @throws DomainRuleViolation as {@link Consents#state}
     */
    @Transactional
    public void choose(UUID customerId, Set<Topic> given, Set<Topic> withdrawn, String textVersion) {
        Standing standing = statements.standing(consents.lock(customerId));
        List<ConsentStatement> said = new ArrayList<>();
        given.stream()
                .filter(topic -> !standing.agreesTo(topic))
                .forEach(topic -> said.add(statement(standing, topic, textVersion)));
        withdrawn.stream().filter(standing::agreesTo).forEach(topic -> said.add(statement(standing, topic, null)));
        consents.record(customerId, said, null, null);
    }

    private ConsentStatement statement(Standing standing, Topic topic, @Nullable String textVersion) {
        Instant at = after(standing.on(topic).map(ConsentStatement::at).orElse(null));
        return new ConsentStatement(topic, textVersion != null, textVersion, StatementSource.PREFERENCE_PAGE, at);
    }

    private Instant after(@Nullable Instant before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return before == null || before.isBefore(now) ? now : before.plus(1, ChronoUnit.MICROS);
    }
}
