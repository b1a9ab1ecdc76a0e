package cx.ecou.insight.web;

import cx.ecou.insight.read.scorecount.ScoreCounts;
import cx.ecou.insight.read.segment.CustomerSegments;
import cx.ecou.kernel.Reporting;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that somebody opens first. All of its state stands in the address. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class DashboardController {

    private final DashboardFigures figures;
    private final ScoreCounts scores;
    private final CustomerSegments segments;
    private final Wording wording;
    private final Reporting reporting;
    private final Clock clock;

    DashboardController(
            DashboardFigures figures,
            ScoreCounts scores,
            CustomerSegments segments,
            Wording wording,
            Reporting reporting,
            Clock clock) {
        this.figures = figures;
        this.scores = scores;
        this.segments = segments;
        this.wording = wording;
        this.reporting = reporting;
        this.clock = clock;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/dashboard";
    }

    @GetMapping("/dashboard")
    String dashboard(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var address = new DashboardParameters(parameters, reporting, reporting.dayOf(clock.instant()));
        DashboardQuery query = address.read();
        model.addAttribute("unreadable", address.isUnreadable());
        model.addAttribute(
                "page",
                DashboardPage.of(query, figures.of(query), scores.members(), segments.kept(), wording, reporting));
        return "insight/dashboard";
    }
}
