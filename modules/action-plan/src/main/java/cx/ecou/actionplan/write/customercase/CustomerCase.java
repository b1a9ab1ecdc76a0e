package cx.ecou.actionplan.write.customercase;

import static cx.ecou.actionplan.events.CaseStatus.ASSIGNED;
import static cx.ecou.actionplan.events.CaseStatus.CLOSED;
import static cx.ecou.actionplan.events.CaseStatus.CONTACTED;
import static cx.ecou.actionplan.events.CaseStatus.OPEN;
import static cx.ecou.actionplan.events.CaseStatus.RESOLVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.kernel.DomainRuleViolation;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One customer's problem on its way to being closed. {@code Case} itself is a word of the language. */
@Aggregate
class CustomerCase {

    @AggregateIdentifier
    private @Nullable UUID caseId;

    private UUID subjectId;
    private CaseStatus status;
    private @Nullable UUID owner;
    private Instant dueAt;
    private boolean escalated;

    @SuppressWarnings("NullAway.Init") // the first event fills it
    CustomerCase() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean open(OpenCase command) {
        if (caseId != null) {
            return false;
        }
        var feedback = command.feedback();
        apply(new CaseOpened(
                command.caseId(),
                feedback.feedbackId(),
                feedback.subjectId(),
                feedback.customerRef(),
                feedback.customerName(),
                feedback.kind(),
                feedback.occurredAt(),
                feedback.touchpoint(),
                feedback.channel(),
                feedback.language(),
                command.reason(),
                feedback.scores(),
                feedback.comment(),
                command.priority(),
                command.openedAt(),
                command.dueAt()));
        if (command.owner() != null) {
            apply(new CaseAssigned(command.caseId(), command.owner(), null, command.openedAt()));
        }
        return true;
    }

    @CommandHandler
    void assign(AssignCase command) {
        requireUnresolved();
        if (!command.owner().equals(owner)) {
            apply(new CaseAssigned(command.caseId(), command.owner(), command.by(), command.at()));
        }
    }

    @CommandHandler
    void recordContact(RecordContact command) {
        requireUnresolved();
        requireOwner();
        apply(new CustomerContacted(
                command.caseId(), subjectId, command.channel(), command.note(), command.by(), command.at()));
    }

    @CommandHandler
    void addNote(AddNote command) {
        apply(new CaseNoted(command.caseId(), subjectId, command.text(), command.by(), command.at()));
    }

    @CommandHandler
    void escalate(EscalateCase command) {
        requireUnresolved();
        require(status != CONTACTED, "case.already-contacted");
        require(!command.at().isBefore(dueAt), "case.not-yet-due");
        require(!escalated, "case.already-escalated");
        apply(new CaseEscalated(command.caseId(), command.to(), command.at()));
    }

    @CommandHandler
    void resolve(ResolveCase command) {
        requireUnresolved();
        requireOwner();
        require(status == CONTACTED || !command.outcome().isAfterContact(), "case.not-contacted");
        apply(new CaseResolved(
                command.caseId(),
                subjectId,
                command.outcome(),
                command.rootCause(),
                command.note(),
                command.by(),
                command.at()));
    }

    @CommandHandler
    void reopen(ReopenCase command) {
        require(!status.isUnresolved(), "case.not-resolved");
        apply(new CaseReopened(
                command.caseId(), subjectId, command.reason(), command.by(), command.at(), command.dueAt()));
    }

    @CommandHandler
    void close(CloseCase command) {
        require(status != CLOSED, "case.already-closed");
        require(status == RESOLVED, "case.not-resolved");
        apply(new CaseClosed(command.caseId(), command.by(), command.at()));
    }

    @EventSourcingHandler
    void on(CaseOpened event) {
        caseId = event.caseId();
        subjectId = event.subjectId();
        status = OPEN;
        dueAt = event.dueAt();
    }

    @EventSourcingHandler
    void on(CaseAssigned event) {
        owner = event.owner();
        status = status == OPEN ? ASSIGNED : status;
    }

    @EventSourcingHandler
    void on(CustomerContacted event) {
        status = CONTACTED;
    }

    @EventSourcingHandler
    void on(CaseEscalated event) {
        escalated = true;
    }

    @EventSourcingHandler
    void on(CaseResolved event) {
        status = RESOLVED;
    }

    @EventSourcingHandler
    void on(CaseReopened event) {
        status = ASSIGNED;
        dueAt = event.dueAt();
        escalated = false;
    }

    @EventSourcingHandler
    void on(CaseClosed event) {
        status = CLOSED;
    }

    private void requireOwner() {
        require(status != OPEN, "case.not-assigned");
    }

    private void requireUnresolved() {
        require(status != RESOLVED, "case.already-resolved");
        require(status != CLOSED, "case.already-closed");
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new DomainRuleViolation(rule);
        }
    }
}
