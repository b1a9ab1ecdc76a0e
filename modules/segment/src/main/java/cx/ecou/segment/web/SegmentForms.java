package cx.ecou.segment.web;

import cx.ecou.segment.events.Rule;
import cx.ecou.segment.read.portrait.Portraits;
import cx.ecou.segment.read.segments.SegmentRow;
import cx.ecou.segment.write.segment.SegmentSteps;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the page on which a rule is written, with the count of who would meet it now. */
@Component
class SegmentForms {

    private final SegmentSteps steps;
    private final Portraits portraits;
    private final Clock clock;

    SegmentForms(SegmentSteps steps, Portraits portraits, Clock clock) {
        this.steps = steps;
        this.portraits = portraits;
        this.clock = clock;
    }

    /**
     * What stands in the form.
     *
     * @param segmentId of the segment that is changed; null for a new one
     * @param revision of it that was looked at
     */
    record Form(@Nullable UUID segmentId, int revision, String name, RuleDraft draft) {

        static Form empty() {
            return new Form(null, 0, "", RuleDraft.empty());
        }

        static Form of(SegmentRow segment, RuleDraft draft) {
            return new Form(segment.segmentId(), segment.revision(), segment.name(), draft);
        }

        /** What was sent; a revision that is none is an older one. */
        static Form of(@Nullable UUID segmentId, Map<String, String> sent) {
            String revision = sent.getOrDefault("revision", "");
            return new Form(
                    segmentId,
                    revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0,
                    sent.getOrDefault("name", ""),
                    RuleDraft.of(sent));
        }

        Form with(RuleDraft changed) {
            return new Form(segmentId, revision, name, changed);
        }

        /** Where it is saved. */
        public String action() {
            return segmentId == null ? "/segments" : "/segments/" + segmentId;
        }

        /** Where it comes back from changed. */
        public String draftAction() {
            return segmentId == null ? "/segments/draft" : "/segments/" + segmentId + "/draft";
        }
    }

    /** The form as it is, with nothing said about what is still missing. */
    ModelAndView show(Form form) {
        return page(form, FormProblems.NONE);
    }

    /** The form with what is wrong in it beside the fields. */
    ModelAndView judged(Form form) {
        try {
            steps.rule(form.draft().json());
            return page(form, FormProblems.NONE);
        } catch (InvalidInput e) {
            return page(form, problems(e));
        }
    }

    /** What was sent could not be accepted. */
    ModelAndView again(Form form, InvalidInput refusal) {
        ModelAndView page = page(form, problems(refusal));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** What was sent is not possible any more. */
    ModelAndView refused(Form form, String rule) {
        ModelAndView page = page(form, FormProblems.NONE).addObject("refused", rule);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Form form, FormProblems problems) {
        return new ModelAndView("segment/form")
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("questions", Question.values())
                .addObject("matching", matching(form.draft()));
    }

    private Portraits.@Nullable Matching matching(RuleDraft draft) {
        try {
            Rule rule = steps.rule(draft.json());
            return portraits.count(rule, clock.instant());
        } catch (InvalidInput e) {
            return null;
        }
    }

    private static FormProblems problems(InvalidInput refusal) {
        return new FormProblems(refusal.problems().stream()
                .map(problem -> new FieldProblem(RuleDraft.field(problem.field()), problem.code(), problem.message()))
                .toList());
    }
}
