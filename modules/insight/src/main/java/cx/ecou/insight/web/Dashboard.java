package cx.ecou.insight.web;

import cx.ecou.insight.figures.Change;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Share;
import cx.ecou.insight.read.closedloop.OpenCases;
import cx.ecou.insight.read.scorecount.Span;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page shows.
 *
 * @param asOf up to when everything recorded is in it
 * @param tiles one for each KPI
 * @param chosen the tile of the chosen KPI
 * @param span the step of the trend
 * @param trend oldest first
 * @param parts what moved the chosen KPI, most first; empty when there is nothing to compare
 * @param members the breakdown, worst first, hidden ones last
 * @param recommending the answers of NPS in the period
 * @param loop what is being done
 */
record Dashboard(
        Instant asOf,
        List<KpiTile> tiles,
        KpiTile chosen,
        Span span,
        List<TrendPoint> trend,
        List<Part> parts,
        List<MemberRow> members,
        Bands recommending,
        Loop loop) {

    /**
     * Cases now, and whether customers heard from us in time.
     *
     * @param hidden whether that is about too few cases to be shown
     * @param change of that share, only a real one
     */
    record Loop(
            OpenCases cases,
            Share inTime,
            boolean hidden,
            @Nullable Change change) {}

    boolean isEmpty() {
        return tiles.stream()
                .allMatch(tile -> tile.compared().now().n() == 0
                        && tile.compared().before().n() == 0);
    }

    KpiTile tile(Kpi kpi) {
        return tiles.stream().filter(tile -> tile.kpi() == kpi).findFirst().orElseThrow();
    }
}
