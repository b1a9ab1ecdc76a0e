package cx.ecou.actionplan.web;

import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.write.customercase.CaseSteps;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a case, one address for each; every one is a plain form. */
@Controller
@RequestMapping("/cases/{caseId}")
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT})
class CaseStepPagesController {

    private final CaseSteps steps;
    private final TakenSteps taken;

    CaseStepPagesController(CaseSteps steps, TakenSteps taken) {
        this.steps = steps;
        this.taken = taken;
    }

    @PostMapping("/assignment")
    ModelAndView assign(
            @PathVariable UUID caseId,
            @ModelAttribute CaseForms.Assignment form,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        return taken.take(
                caseId,
                Step.ASSIGNMENT,
                form,
                me,
                back,
                after,
                file -> steps.assign(caseId, colleague(form.owner()), me.id()));
    }

    @PostMapping("/contact")
    ModelAndView contact(
            @PathVariable UUID caseId,
            @ModelAttribute CaseForms.Contact form,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        return taken.take(
                caseId,
                Step.CONTACT,
                form,
                me,
                null,
                after,
                file -> steps.contact(caseId, constant(ContactChannel.values(), form.channel()), form.note(), me.id()));
    }

    @PostMapping("/notes")
    ModelAndView note(
            @PathVariable UUID caseId,
            @ModelAttribute CaseForms.Note form,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        return taken.take(caseId, Step.NOTES, form, me, null, after, file -> steps.note(caseId, form.text(), me.id()));
    }

    @PostMapping("/resolution")
    ModelAndView resolve(
            @PathVariable UUID caseId,
            @ModelAttribute CaseForms.Resolution form,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        Outcome outcome = constant(Outcome.values(), form.outcome());
        RootCause rootCause = constant(RootCause.values(), form.rootCause());
        return taken.take(
                caseId,
                Step.RESOLUTION,
                form,
                me,
                null,
                after,
                file -> steps.resolve(caseId, outcome, rootCause, form.note(), me.id()));
    }

    @PostMapping("/reopening")
    ModelAndView reopen(
            @PathVariable UUID caseId,
            @ModelAttribute CaseForms.Reopening form,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        return taken.take(
                caseId,
                Step.REOPENING,
                form,
                me,
                null,
                after,
                file -> steps.reopen(caseId, file.priority(), form.reason(), me.id()));
    }

    @PostMapping("/closing")
    ModelAndView close(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        return taken.take(
                caseId, Step.CLOSING, new CaseForms.Closing(), me, back, after, file -> steps.close(caseId, me.id()));
    }

    /** What is not on the list counts as not chosen. */
    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID colleague(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : UUID.fromString(id.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
