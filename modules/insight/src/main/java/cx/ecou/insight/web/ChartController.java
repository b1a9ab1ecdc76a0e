package cx.ecou.insight.web;

import cx.ecou.kernel.Reporting;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.csv.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of one chart of the dashboard, to take along; the address says what the page's address says. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class ChartController {

    private final DashboardFigures figures;
    private final Wording wording;
    private final Reporting reporting;
    private final Clock clock;

    ChartController(DashboardFigures figures, Wording wording, Reporting reporting, Clock clock) {
        this.figures = figures;
        this.wording = wording;
        this.reporting = reporting;
        this.clock = clock;
    }

    @GetMapping("/dashboard/{chart:trend|reasons|breakdown|distribution}.csv")
    void csv(
            @PathVariable String chart,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        var query = new DashboardParameters(parameters, reporting, reporting.dayOf(clock.instant())).read();
        var table = new ChartTable(figures.of(query), query, wording);
        Period period = query.period();
        String file = "%s-%s-%s-%s.csv".formatted(query.kpi().key(), chart, period.from(), period.to());
        try (Csv csv = Csv.download(file, response)) {
            table.rows(chart).forEach(csv::row);
        }
    }
}
