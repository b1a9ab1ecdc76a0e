package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.write.person.Whole;
import cx.ecou.customer.write.person.Wholes;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Reporting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether customers may be sent something. It is asked in the transaction that sends, and its answer is true until that
 * transaction ends: whoever withdraws meanwhile waits for it, and a withdrawal that came before is always seen. Whoever asks
 * for several customers in one transaction does so in the order of their ids.
 */
@Component
public class Permissions {

    private final Wholes wholes;
    private final Statements statements;
    private final Messages messages;
    private final Reporting reporting;
    private final Clock clock;

    Permissions(Wholes wholes, Statements statements, Messages messages, Reporting reporting, Clock clock) {
        this.wholes = wholes;
        this.statements = statements;
        this.messages = messages;
        this.reporting = reporting;
        this.clock = clock;
    }

    /**
     * Whether a message for this purpose may go out by this channel now. Nothing is noted by asking: whoever sends says so with
     * {@link #sent}.
     *
     * @param customerId also of somebody who has become a part of somebody else: then it is asked of them
     * @throws DomainRuleViolation {@code customer.unknown}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Permission maySend(UUID customerId, Purpose purpose, Channel channel) {
        Whole whole = wholes.lock(customerId);
        if (whole.erased()) {
            return Permission.no(Refusal.ERASED);
        }
        Standing standing = statements.standing(whole);
        Optional<ConsentStatement> consent = standing.on(new Topic(purpose, channel));
        if (consent.isEmpty()) {
            return Permission.no(Refusal.NEVER_GIVEN);
        }
        if (!consent.get().given()) {
            return Permission.no(Refusal.WITHDRAWN);
        }
        return wanted(standing.preferences(), whole, clock.instant());
    }

    /**
     * Notes that a message goes out with this transaction, so that it counts towards the limit that the customer has set or will
     * set.
     *
     * @throws DomainRuleViolation {@code customer.unknown}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(UUID customerId) {
        wholes.lock(customerId);
        messages.add(customerId, clock.instant());
    }

    /** By which channel the customer would rather be reached; empty when they have not said so. */
    @Transactional(readOnly = true)
    public Optional<Channel> preferredChannel(UUID customerId) {
        return Optional.ofNullable(
                statements.standing(wholes.of(customerId)).preferences().preferredChannel());
    }

    private Permission wanted(Preferences preferences, Whole whole, Instant now) {
        if (preferences.noMessages()) {
            return Permission.no(Refusal.NO_MESSAGES);
        }
        LocalDate pausedUntil = preferences.pausedUntil();
        if (pausedUntil != null && now.isBefore(reporting.startOf(pausedUntil))) {
            return new Permission(Refusal.PAUSED, reporting.startOf(pausedUntil));
        }
        MessageLimit atMost = preferences.atMost();
        return Optional.ofNullable(atMost)
                .flatMap(limit -> messages.nextAfter(whole, limit, now))
                .map(next -> new Permission(Refusal.TOO_MANY, next))
                .orElse(Permission.YES);
    }
}
