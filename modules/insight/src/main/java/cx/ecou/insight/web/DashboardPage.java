package cx.ecou.insight.web;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the template asks for.
 *
 * @param from first of the days that were chosen; null for a period with a name
 * @param asOf only where the past was asked for
 * @param asOfLocal the same as a form writes it, in the reporting time zone
 * @param unit of the chart, {@code %} for shares
 * @param empty whether there are no answers to anything, neither in the period nor before it
 * @param beginning whether nobody has ever answered anything
 */
record DashboardPage(
        String kpi,
        String kpiName,
        String by,
        String definition,
        String period,
        String periodBefore,
        String periodKey,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf,
        @Nullable String asOfLocal,
        int digits,
        @Nullable String unit,
        @Nullable String target,
        @Nullable String targetText,
        Links links,
        FilterView filters,
        Answer answer,
        List<TileView> tiles,
        List<ShareView> shares,
        TrendView trend,
        ReasonsView reasons,
        LoopView loop,
        BreakdownView breakdown,
        List<BandView> bands,
        boolean empty,
        boolean beginning) {

    static DashboardPage of(
            DashboardQuery query,
            Dashboard dashboard,
            Map<Dimension, List<String>> members,
            Map<UUID, String> segments,
            Wording wording,
            Reporting reporting) {
        Kpi kpi = query.kpi();
        Period period = query.period();
        KpiTile chosen = dashboard.chosen();
        TileView tile = TileView.of(chosen, query, wording);
        return new DashboardPage(
                kpi.key(),
                wording.kpi(kpi),
                query.by().key(),
                kpi.definition(),
                wording.days(period.from(), period.to()),
                wording.days(period.beforeFrom(), period.beforeTo()),
                period.key(),
                period.choice() == PeriodChoice.CUSTOM ? period.from() : null,
                period.choice() == PeriodChoice.CUSTOM ? period.to() : null,
                query.asOf(),
                local(query.asOf(), reporting),
                Wording.decimals(kpi),
                kpi == Kpi.CSAT ? "%" : null,
                Point.plain(chosen.target()),
                tile.target(),
                new Links(query),
                FilterView.of(query, members, segments, wording),
                Answer.of(dashboard, query, wording),
                dashboard.tiles().stream()
                        .map(one -> TileView.of(one, query, wording))
                        .toList(),
                ShareView.of(dashboard, query, wording),
                TrendView.of(dashboard, query, wording),
                ReasonsView.of(dashboard, query, wording),
                LoopView.of(dashboard.loop(), wording),
                BreakdownView.of(dashboard, query, wording),
                BandView.of(kpi, chosen.scale(), wording),
                dashboard.isEmpty(),
                members.isEmpty());
    }

    private static @Nullable String local(@Nullable Instant asOf, Reporting reporting) {
        return asOf == null
                ? null
                : asOf.atZone(reporting.timeZone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }
}
