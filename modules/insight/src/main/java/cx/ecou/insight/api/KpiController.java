package cx.ecou.insight.api;

import cx.ecou.eventstore.ReadsModel;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.ScoreCounts;
import cx.ecou.kernel.Reporting;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One KPI over a period: its total and its groups, with their uncertainty, as known at an instant. */
@RestController
@RequiresScope("kpi:read")
@ReadsModel(ScoreCounts.PROCESSING_GROUP)
class KpiController {

    private final ScoreCounts scores;
    private final BaseRule baseRule;
    private final Reporting reporting;
    private final Clock clock;

    KpiController(ScoreCounts scores, BaseRule baseRule, Reporting reporting, Clock clock) {
        this.scores = scores;
        this.baseRule = baseRule;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** Every parameter is optional; without a period it is the current month and the eleven before it. */
    @GetMapping("/api/v1/kpis/{kpi}")
    KpiAnswer kpi(@PathVariable String kpi, @RequestParam MultiValueMap<String, String> parameters) {
        Kpi asked = Kpi.named(kpi).orElseThrow(() -> new NotFound("kpi"));
        var request = new KpiParameters(parameters, reporting.dayOf(clock.instant())).read();
        return KpiAnswer.of(asked, request, scores.asOf(request.asOf()), baseRule, reporting);
    }
}
