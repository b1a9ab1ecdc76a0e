package cx.ecou.actionplan.web;

import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes a step for somebody at a page, and leads on. What was done is said on the page that follows, which already shows
 * it; a form that could not be accepted comes back with 422, with what was typed and the case as it stands now.
 */
@Component
class TakenSteps {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CasePages pages;
    private final CommandGateway commands;
    private final Positions positions;

    TakenSteps(CasePages pages, CommandGateway commands, Positions positions) {
        this.pages = pages;
        this.commands = commands;
        this.positions = positions;
    }

    /**
     * Takes the step.
     *
     * @param back the board from which it was taken, where it leads back to; null for the page of the case
     */
    ModelAndView take(
            UUID caseId,
            Step step,
            Record form,
            Colleague me,
            @Nullable String back,
            RedirectAttributes after,
            Function<CaseFile, Object> command) {
        String next = back != null && back.matches("/cases(\\?[^\\s\\\\{}]*)?") ? back : "/cases/" + caseId;
        try {
            Object order = command.apply(pages.find(caseId));
            Conflicts.<@Nullable Object>settled(() -> commands.sendAndWait(order));
            positions.await(CaseFiles.PROCESSING_GROUP, positions.ofAggregate(caseId), PATIENCE);
            after.addFlashAttribute("done", "case.done." + step);
        } catch (InvalidInput e) {
            return pages.again(caseId, step, form, e, me);
        } catch (DomainRuleViolation e) {
            if (!next.equals(back)) {
                return pages.refused(caseId, step, form, e, me);
            }
            after.addFlashAttribute("refused", e.code());
        }
        return new ModelAndView("redirect:" + next);
    }
}
