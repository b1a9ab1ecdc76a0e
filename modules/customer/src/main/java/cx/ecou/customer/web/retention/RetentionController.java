package cx.ecou.customer.web.retention;

import cx.ecou.customer.write.retention.Retention;
import cx.ecou.customer.write.retention.RetentionRule;
import cx.ecou.customer.write.retention.RetentionRules;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For how long customers are kept: a rule is said, looked at, and only then switched on. */
@Controller
@RequestMapping("/retention")
@AllowedFor(Role.ADMIN)
class RetentionController {

    private static final int RUNS = 20;

    private final RetentionRules rules;
    private final Retention retention;
    private final RetentionHistory history;
    private final AuditTrail audit;

    RetentionController(RetentionRules rules, Retention retention, RetentionHistory history, AuditTrail audit) {
        this.rules = rules;
        this.retention = retention;
        this.history = history;
        this.audit = audit;
    }

    @GetMapping
    ModelAndView all() {
        return page(RetentionForm.BLANK, FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView set(@AuthenticationPrincipal Colleague me, @ModelAttribute RetentionForm form) {
        try {
            RetentionForm.Wish wish = form.read();
            return shown(Conflicts.settled(() -> rules.set(wish.kind(), wish.source(), wish.days(), me.id())));
        } catch (InvalidInput e) {
            return page(form, FormProblems.of(e), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(RetentionForm form, FormProblems problems, HttpStatus status) {
        return new ModelAndView("customer/retention", status)
                .addObject("rules", rules.all())
                .addObject("runs", retention.runs(RUNS))
                .addObject("kinds", RetentionForm.KINDS)
                .addObject("form", form)
                .addObject("problems", problems);
    }

    /** A rule, whom it would erase today, and what was decided about it. */
    @GetMapping("/{ruleId}")
    ModelAndView one(@PathVariable UUID ruleId) {
        RetentionRule rule = rules.find(ruleId).orElseThrow(() -> new NotFound("retention-rule"));
        audit.listed("customer", Codes.NONE.with("retention", ruleId));
        return new ModelAndView("customer/retention-rule")
                .addObject("rule", rule)
                .addObject("dryRun", retention.dryRun(ruleId))
                .addObject("history", history.of(ruleId));
    }

    @PostMapping("/{ruleId}/switching-on")
    ModelAndView switchOn(
            @PathVariable UUID ruleId,
            @RequestParam int revision,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        return decided(ruleId, "retention.switched-on", after, () -> {
            rules.switchOn(ruleId, revision, me.id());
            return ruleId;
        });
    }

    @PostMapping("/{ruleId}/switching-off")
    ModelAndView switchOff(@PathVariable UUID ruleId, @AuthenticationPrincipal Colleague me, RedirectAttributes after) {
        return decided(ruleId, "retention.switched-off", after, () -> {
            rules.switchOff(ruleId, me.id());
            return ruleId;
        });
    }

    private static ModelAndView decided(UUID ruleId, String done, RedirectAttributes after, Supplier<UUID> decision) {
        try {
            Conflicts.settled(decision);
            after.addFlashAttribute("done", done);
        } catch (DomainRuleViolation e) {
            if ("retention.unknown".equals(e.code())) {
                throw new NotFound("retention-rule");
            }
            after.addFlashAttribute("refused", e.code());
        }
        return shown(ruleId);
    }

    private static ModelAndView shown(UUID ruleId) {
        return new ModelAndView("redirect:/retention/" + ruleId);
    }
}
