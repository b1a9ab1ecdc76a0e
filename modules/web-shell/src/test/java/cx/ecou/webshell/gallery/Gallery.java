package cx.ecou.webshell.gallery;

import cx.ecou.kernel.Role;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.access.PublicRoute;
import cx.ecou.webshell.components.Change;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.components.IntervalBar;
import cx.ecou.webshell.components.Option;
import cx.ecou.webshell.components.Segment;
import cx.ecou.webshell.components.Step;
import cx.ecou.webshell.problems.FieldProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows every component once, with the figures of the visual reference. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_AGENT})
class Gallery {

    record Month(
            String name,
            String period,
            double value,
            double low,
            double high,
            int n,
            @Nullable Double change,
            int promoters,
            int passives,
            int detractors) {}

    record Group(
            String name,
            double value,
            double low,
            double high,
            int n,
            @Nullable Double change) {}

    private final Clock clock;

    Gallery(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/gallery")
    String components() {
        return "gallery/components";
    }

    @GetMapping("/gallery/figures")
    String figures() {
        return "gallery/figures";
    }

    @GetMapping("/gallery/board")
    String board() {
        return "gallery/board";
    }

    @PostMapping("/gallery/cases/{number}/{step}")
    String move(@PathVariable int number, @PathVariable String step) {
        return "redirect:/gallery/board?moved=" + number + "&to=" + step;
    }

    @PublicRoute
    @GetMapping("/gallery/gate")
    String gate() {
        return "gallery/gate";
    }

    @PublicRoute
    @GetMapping("/gallery/broken")
    String broken() {
        return "gallery/broken";
    }

    @ModelAttribute
    void fill(Model model) {
        Instant now = clock.instant();
        model.addAttribute("now", now)
                .addAttribute("inThreeDays", now.plus(Duration.ofDays(3)))
                .addAttribute("inTwoHours", now.plus(Duration.ofMinutes(166)))
                .addAttribute("yesterday", now.minus(Duration.ofHours(30)))
                .addAttribute(
                        "scores", List.of(Score.nps(2), Score.nps(8), Score.nps(9.5), Score.csat(4, Scale.of("1-5"))))
                .addAttribute("worse", Change.points(-8.4, false))
                .addAttribute("better", new Change(0.21, 2, Change.Unit.NONE, true))
                .addAttribute("bar", nps())
                .addAttribute(
                        "steps",
                        List.of(
                                new Step("New", Step.State.DONE),
                                new Step("In contact", Step.State.NOW),
                                new Step("Recovery", Step.State.AHEAD),
                                new Step("Resolved", Step.State.AHEAD)))
                .addAttribute(
                        "segments",
                        List.of(
                                new Segment("Board", "?view=board", "layout-kanban", true),
                                new Segment("List", "?view=list", "table", false)))
                .addAttribute("options", List.of(new Option("refund", "Refund"), new Option("repair", "Repair")))
                .addAttribute("noProblems", FormProblems.NONE)
                .addAttribute(
                        "problems",
                        new FormProblems(List.of(
                                new FieldProblem("due", "not-a-date", "A date is expected."),
                                new FieldProblem("note", "required", "This is required."))))
                .addAttribute("months", MONTHS)
                .addAttribute("groups", GROUPS);
    }

    private static IntervalBar nps() {
        return new IntervalBar(
                24.5, 55.5, 30.5, 35.0, 39.2, 43.3, 45.0, "35.0, interval 30.5 to 39.2, September 43.3, target 45");
    }

    private static final List<Month> MONTHS = List.of(
            new Month("October 2026", "Oct", 35.0, 30.5, 39.2, 1284, -8.4, 712, 309, 263),
            new Month("September 2026", "Sep", 43.3, 38.9, 47.5, 1198, null, 717, 283, 198),
            new Month("August 2026", "Aug", 43.6, 39.1, 47.8, 1173, null, 704, 276, 193),
            new Month("July 2026", "Jul", 44.1, 39.6, 48.3, 1144, null, 690, 268, 186),
            new Month("June 2026", "Jun", 42.9, 38.4, 47.3, 1118, null, 668, 262, 188),
            new Month("May 2026", "May", 40.7, 36.1, 45.2, 1083, null, 628, 268, 187),
            new Month("April 2026", "Apr", 43.9, 39.3, 48.3, 1087, null, 655, 254, 178),
            new Month("March 2026", "Mar", 41.6, 36.9, 46.0, 1075, null, 630, 262, 183),
            new Month("February 2026", "Feb", 41.6, 36.8, 46.2, 1028, null, 604, 248, 176),
            new Month("January 2026", "Jan 26", 38.7, 33.8, 43.2, 1040, null, 590, 262, 188),
            new Month("December 2025", "Dec", 38.7, 34.1, 43.1, 1126, null, 641, 280, 205),
            new Month("November 2025", "Nov 25", 41.2, 36.5, 45.8, 1038, null, 606, 254, 178));

    private static final List<Group> GROUPS = List.of(
            new Group("Delivery", -27.5, -39.6, -14.4, 171, -43.9),
            new Group("Customer service", 10.6, -3.8, 24.5, 142, null),
            new Group("Returns", 16.7, -16.7, 46.4, 24, null),
            new Group("Payment", 41.2, 27.6, 53.0, 131, null),
            new Group("Store visit", 43.8, 27.9, 56.9, 96, null),
            new Group("Product quality", 49.0, 41.7, 55.6, 402, null),
            new Group("Ordering", 57.9, 50.1, 64.5, 318, null));
}
