package cx.ecou.segment.web;

import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.segment.read.segments.SegmentRow;
import cx.ecou.segment.read.segments.Segments;
import cx.ecou.segment.web.SegmentForms.Form;
import cx.ecou.segment.write.segment.SegmentSteps;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where segments are defined, changed and closed. Every button is one of a plain form. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER})
class SegmentFormsController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SegmentForms forms;
    private final SegmentSteps steps;
    private final Segments segments;
    private final CommandGateway commands;
    private final Positions positions;

    SegmentFormsController(
            SegmentForms forms, SegmentSteps steps, Segments segments, CommandGateway commands, Positions positions) {
        this.forms = forms;
        this.steps = steps;
        this.segments = segments;
        this.commands = commands;
        this.positions = positions;
    }

    @GetMapping("/segments/new")
    ModelAndView fresh() {
        return forms.show(Form.empty());
    }

    @GetMapping("/segments/{segmentId}/edit")
    ModelAndView edit(@PathVariable UUID segmentId) {
        SegmentRow segment = open(segmentId);
        return RuleDraft.of(segment.rule())
                .map(draft -> forms.show(Form.of(segment, draft)))
                .orElseGet(() -> new ModelAndView("redirect:/segments/" + segmentId));
    }

    @PostMapping("/segments/draft")
    ModelAndView draft(@RequestParam Map<String, String> sent) {
        return drafted(Form.of(null, sent), sent);
    }

    @PostMapping("/segments/{segmentId}/draft")
    ModelAndView draft(@PathVariable UUID segmentId, @RequestParam Map<String, String> sent) {
        open(segmentId);
        return drafted(Form.of(segmentId, sent), sent);
    }

    /** The form with one condition or group more or less, or judged; nothing is kept. */
    private ModelAndView drafted(Form form, Map<String, String> sent) {
        String button = sent.getOrDefault("do", "");
        if (button.equals("count")) {
            return forms.judged(form);
        }
        String group = button.startsWith("add:") ? button.substring("add:".length()) : "";
        return forms.show(form.with(form.draft().after(button, sent.getOrDefault("g" + group + ".add", ""))));
    }

    @PostMapping("/segments")
    ModelAndView define(
            @RequestParam Map<String, String> sent, @AuthenticationPrincipal Colleague me, RedirectAttributes after) {
        Form form = Form.of(null, sent);
        UUID segmentId = Ids.next();
        return save(
                form,
                segmentId,
                after,
                () -> steps.define(
                        segmentId,
                        form.name(),
                        form.draft().json(),
                        me.id(),
                        segments.openIds().size()));
    }

    @PostMapping("/segments/{segmentId}")
    ModelAndView redefine(
            @PathVariable UUID segmentId,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        known(segmentId);
        Form form = Form.of(segmentId, sent);
        return save(
                form,
                segmentId,
                after,
                () -> steps.redefine(
                        segmentId, form.revision(), form.name(), form.draft().json(), me.id()));
    }

    private ModelAndView save(Form form, UUID segmentId, RedirectAttributes after, Supplier<Object> command) {
        try {
            send(segmentId, command.get());
            after.addFlashAttribute("done", "segment.saved");
            return new ModelAndView("redirect:/segments/" + segmentId);
        } catch (InvalidInput e) {
            return forms.again(form, e);
        } catch (DomainRuleViolation e) {
            return forms.refused(form, e.code());
        }
    }

    @PostMapping("/segments/{segmentId}/closing")
    String close(@PathVariable UUID segmentId, @AuthenticationPrincipal Colleague me, RedirectAttributes after) {
        known(segmentId);
        send(segmentId, steps.close(segmentId, me.id()));
        after.addFlashAttribute("done", "segment.closed.done");
        return "redirect:/segments/" + segmentId;
    }

    private void send(UUID segmentId, Object command) {
        Conflicts.<@Nullable Object>settled(() -> commands.sendAndWait(command));
        positions.await(Segments.PROCESSING_GROUP, positions.ofAggregate(segmentId), PATIENCE);
    }

    private SegmentRow known(UUID segmentId) {
        return segments.find(segmentId).orElseThrow(() -> new NotFound("segment"));
    }

    private SegmentRow open(UUID segmentId) {
        SegmentRow segment = known(segmentId);
        if (segment.closedAt() != null) {
            throw new DomainRuleViolation("segment.closed");
        }
        return segment;
    }
}
