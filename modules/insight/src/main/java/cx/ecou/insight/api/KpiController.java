package cx.ecou.insight.api;

import cx.ecou.eventstore.AwaitedWrites;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.insight.read.scorecount.ScoreCounts;
import cx.ecou.insight.read.segment.CustomerSegments;
import cx.ecou.kernel.Reporting;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One KPI over a period: its total and its groups, with their uncertainty, as known at an instant. */
@RestController
@RequiresScope("kpi:read")
@ReadsModel(ScoreCounts.PROCESSING_GROUP)
class KpiController {

    private final ScoreCounts scores;
    private final CustomerSegments segments;
    private final AwaitedWrites writes;
    private final BaseRule baseRule;
    private final Reporting reporting;
    private final Clock clock;

    KpiController(
            ScoreCounts scores,
            CustomerSegments segments,
            AwaitedWrites writes,
            BaseRule baseRule,
            Reporting reporting,
            Clock clock) {
        this.scores = scores;
        this.segments = segments;
        this.writes = writes;
        this.baseRule = baseRule;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** Every parameter is optional; without a period it is the current month and the eleven before it. */
    @GetMapping("/api/v1/kpis/{kpi}")
    KpiAnswer kpi(
            @PathVariable String kpi,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = Positions.READ_HEADER, required = false) @Nullable String after) {
        Kpi asked = Kpi.named(kpi).orElseThrow(() -> new NotFound("kpi"));
        var request = new KpiParameters(parameters, reporting.dayOf(clock.instant())).read();
        if (request.about(asked.metric()).concernsSegments() && after != null) {
            writes.await(after, Customers.PROCESSING_GROUP);
            writes.await(after, CustomerSegments.PROCESSING_GROUP);
        }
        requireKnown(request.filters().segments());
        return KpiAnswer.of(asked, request, scores.asOf(request.asOf()), segments, baseRule, reporting);
    }

    private void requireKnown(Set<UUID> asked) {
        Set<UUID> unknown = new HashSet<>(asked);
        unknown.removeAll(segments.names(asked).keySet());
        if (!unknown.isEmpty()) {
            throw InvalidInput.of("segmentId", "unknown-segment", "There is no segment with this id.");
        }
    }
}
