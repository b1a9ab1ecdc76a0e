package cx.ecou.insight.web;

import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.AnswersExamples;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Share;
import cx.ecou.insight.read.closedloop.OpenCases;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.insight.read.scorecount.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dashboards by example: October 2026 against September, of whatever answers a test names. */
final class DashboardExamples {

    static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    static final Answers FEW = AnswersExamples.nps(2, 1, 1);
    static final Answers LOW = AnswersExamples.nps(10, 5, 5);
    static final Answers GOOD = AnswersExamples.nps(600, 250, 150);
    static final Answers BAD = AnswersExamples.nps(400, 250, 350);

    private DashboardExamples() {}

    static DashboardQuery query(Kpi kpi) {
        return query(kpi, PeriodChoice.LAST_MONTH.on(TODAY));
    }

    static DashboardQuery query(Kpi kpi, Period period) {
        return new DashboardQuery(kpi, period, Dimension.TOUCHPOINT, Filters.NONE, null);
    }

    static KpiTile tile(Kpi kpi, Answers before, Answers now) {
        return tile(kpi, before, now, null);
    }

    static KpiTile tile(Kpi kpi, Answers before, Answers now, @Nullable Double target) {
        return new KpiTile(kpi, now.series().scale(), compared(kpi, before, now), target);
    }

    static KpiTile nobody(Kpi kpi) {
        Answers none = Answers.none(kpi.usualSeries());
        return tile(kpi, none, none);
    }

    static Compared compared(Kpi kpi, Answers before, Answers now) {
        return new Compared(kpi.of(now, BaseRule.USUAL), kpi.of(before, BaseRule.USUAL));
    }

    /** NPS alone, chosen. */
    static Dashboard ofNps(Answers before, Answers now) {
        return of(List.of(tile(Kpi.NPS, before, now), nobody(Kpi.CSAT), nobody(Kpi.CES)), parts(before, now));
    }

    /** The first tile is chosen. */
    static Dashboard of(List<KpiTile> tiles, List<Part> parts) {
        return new Dashboard(
                Instant.parse("2026-11-10T11:00:00Z"),
                tiles,
                tiles.get(0),
                Span.MONTH,
                List.of(),
                parts,
                List.of(),
                new Bands(0, 0, 0),
                new Dashboard.Loop(new OpenCases(0, 0, 0, List.of()), new Share(0, 0), true, null));
    }

    /** Delivery is what changed, ordering is as it was. */
    static List<Part> parts(Answers before, Answers now) {
        Answers ordering = AnswersExamples.nps(300, 100, 100);
        return new Members(
                        Kpi.NPS,
                        now.series(),
                        BaseRule.USUAL,
                        false,
                        Map.of("delivery", before, "ordering", ordering),
                        Map.of("delivery", now, "ordering", ordering))
                .parts();
    }

    static Dashboard withTrend(Dashboard dashboard, Answers... months) {
        List<TrendPoint> points = new ArrayList<>();
        Answers before = Answers.none(months[0].series());
        LocalDate start = Span.MONTH.plus(OCTOBER, 1 - months.length);
        for (Answers month : months) {
            points.add(
                    new TrendPoint(start, Span.MONTH.endOf(start), compared(Kpi.NPS, before, month), Bands.of(month)));
            before = month;
            start = Span.MONTH.plus(start, 1);
        }
        return new Dashboard(
                dashboard.asOf(),
                dashboard.tiles(),
                dashboard.chosen(),
                dashboard.span(),
                points,
                dashboard.parts(),
                dashboard.members(),
                dashboard.recommending(),
                dashboard.loop());
    }

    static Dashboard withMembers(Dashboard dashboard, MemberRow... rows) {
        return new Dashboard(
                dashboard.asOf(),
                dashboard.tiles(),
                dashboard.chosen(),
                dashboard.span(),
                dashboard.trend(),
                dashboard.parts(),
                List.of(rows),
                dashboard.recommending(),
                dashboard.loop());
    }

    static MemberRow member(@Nullable String name, int others, Answers before, Answers now) {
        return new MemberRow(name, others, compared(Kpi.NPS, before, now), Bands.of(now));
    }
}
