package cx.ecou.actionplan.automation;

import cx.ecou.actionplan.automation.NegativeScores.Reason;
import cx.ecou.actionplan.commands.TakeOverCase;
import cx.ecou.actionplan.write.customercase.AddNote;
import cx.ecou.actionplan.write.customercase.CloseCase;
import cx.ecou.actionplan.write.customercase.DueTimes;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.actionplan.write.customercase.RecordContact;
import cx.ecou.actionplan.write.customercase.ResolveCase;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Opens a case as the reaction would have, and takes the steps that were taken elsewhere: all of it or nothing. */
@Component
class CaseTakeover {

    private final NegativeScores negative;
    private final DueTimes dueTimes;
    private final CommandGateway commands;

    CaseTakeover(NegativeScores negative, DueTimes dueTimes, CommandGateway commands) {
        this.negative = negative;
        this.dueTimes = dueTimes;
        this.commands = commands;
    }

    @CommandHandler
    boolean takeOver(TakeOverCase command) {
        Reason reason = negative.worstOf(command.feedback().scores());
        return reason != null && takeOver(command, reason);
    }

    private boolean takeOver(TakeOverCase command, Reason reason) {
        UUID caseId = OpenCase.caseOf(command.feedback().feedbackId());
        Instant dueAt = dueTimes.dueAt(reason.priority(), command.openedAt());
        boolean opened = commands.sendAndWait(new OpenCase(
                caseId,
                command.feedback(),
                reason.score(),
                reason.priority(),
                command.owner(),
                command.openedAt(),
                dueAt));
        UUID owner = command.owner();
        if (opened && owner != null) {
            command.steps().forEach(step -> commands.sendAndWait(asCommand(caseId, owner, step)));
        }
        return opened;
    }

    private static Object asCommand(UUID caseId, UUID by, TakeOverCase.Step step) {
        if (step instanceof TakeOverCase.Contacted contacted) {
            return new RecordContact(caseId, contacted.channel(), contacted.note(), by, contacted.at());
        }
        if (step instanceof TakeOverCase.Noted noted) {
            return new AddNote(caseId, noted.text(), by, noted.at());
        }
        if (step instanceof TakeOverCase.Resolved resolved) {
            return new ResolveCase(
                    caseId, resolved.outcome(), resolved.rootCause(), resolved.note(), by, resolved.at());
        }
        return new CloseCase(caseId, by, step.at());
    }
}
