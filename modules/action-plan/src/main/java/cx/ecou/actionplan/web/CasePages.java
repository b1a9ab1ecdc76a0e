package cx.ecou.actionplan.web;

import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.actionplan.read.casefile.CaseHistory;
import cx.ecou.actionplan.read.casefile.CaseStep;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the page of a case, fresh or with a form that could not be accepted. */
@Component
class CasePages {

    private final CaseFiles cases;
    private final CaseHistory history;
    private final CasePeople people;
    private final Clock clock;
    private final AuditTrail audit;

    CasePages(CaseFiles cases, CaseHistory history, CasePeople people, Clock clock, AuditTrail audit) {
        this.cases = cases;
        this.history = history;
        this.people = people;
        this.clock = clock;
        this.audit = audit;
    }

    /** The case, if there is one. */
    CaseFile find(UUID caseId) {
        return cases.find(caseId).orElseThrow(() -> new NotFound("case"));
    }

    /** The page, with the form of that step open. */
    ModelAndView show(UUID caseId, @Nullable String step, Colleague me) {
        CaseFile file = find(caseId);
        Step chosen = Step.chosen(file.status(), step);
        return page(file, chosen, CaseForms.empty(chosen), me).addObject("asked", step != null);
    }

    /** The page with the form that was sent: what was typed stays, what is wrong stands beside it. */
    ModelAndView again(UUID caseId, Step step, Record typed, InvalidInput refusal, Colleague me) {
        return sent(caseId, step, typed, me).addObject("problems", FormProblems.of(refusal));
    }

    /** The page as the case stands now, and why the step was not possible. */
    ModelAndView refused(UUID caseId, Step step, Record typed, DomainRuleViolation rule, Colleague me) {
        return sent(caseId, step, typed, me).addObject("refused", rule.code());
    }

    private ModelAndView sent(UUID caseId, Step step, Record typed, Colleague me) {
        CaseFile file = find(caseId);
        Step chosen = Step.chosen(file.status(), step.path());
        var page = page(file, chosen, chosen == step ? typed : CaseForms.empty(chosen), me);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(CaseFile file, Step step, Record form, Colleague me) {
        audit.viewed("case", file.caseId());
        return new ModelAndView("action-plan/case")
                .addObject("view", view(file, step, CasePeople.mayAct(me)))
                .addObject("form", form)
                .addObject("asked", false)
                .addObject("problems", FormProblems.NONE)
                .addObject("me", me)
                .addObject("owners", people.whoMayOwn())
                .addObject("channels", ContactChannel.values())
                .addObject("causes", RootCause.values())
                .addObject("outcomes", outcomes(file));
    }

    /** Before the customer has heard from us, only what one can know without them. */
    private static List<Outcome> outcomes(CaseFile file) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> file.contactedAt() != null || !outcome.isAfterContact())
                .toList();
    }

    private CaseView view(CaseFile file, Step step, boolean acts) {
        return new CaseView(
                file,
                Headline.of(file.comment(), file.language()),
                people.name(file.owner()),
                people.name(file.escalatedTo()),
                lines(file.caseId()),
                acts ? step : null,
                acts ? Step.possibleIn(file.status()) : List.of(),
                clock.instant());
    }

    private List<CaseView.Line> lines(UUID caseId) {
        List<CaseStep> newestFirst = new ArrayList<>(history.of(caseId));
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(this::line).toList();
    }

    private CaseView.Line line(CaseStep taken) {
        String who = people.name(taken.by());
        return new CaseView.Line(taken, who, who == null && taken.by() != null, people.name(taken.colleague()));
    }
}
