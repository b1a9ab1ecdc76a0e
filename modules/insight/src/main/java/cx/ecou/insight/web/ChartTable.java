package cx.ecou.insight.web;

import cx.ecou.insight.figures.Change;
import cx.ecou.insight.figures.Figure;
import cx.ecou.insight.figures.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows behind a chart, with their head; numbers are numbers, and whether a change is real is said. */
final class ChartTable {

    private final Dashboard dashboard;
    private final DashboardQuery query;
    private final Wording wording;

    ChartTable(Dashboard dashboard, DashboardQuery query, Wording wording) {
        this.dashboard = dashboard;
        this.query = query;
        this.wording = wording;
    }

    List<@Nullable Object[]> rows(String chart) {
        return switch (chart) {
            case "trend" -> trend();
            case "reasons" -> reasons();
            case "breakdown" -> breakdown();
            default -> distribution();
        };
    }

    private List<@Nullable Object[]> trend() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(head(wording.text("span." + dashboard.span().key())));
        dashboard.trend().forEach(point -> rows.add(figure(dashboard.span().keyOf(point.from()), point.compared())));
        return rows;
    }

    private List<@Nullable Object[]> breakdown() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(head(wording.text("dimension." + query.by().key())));
        dashboard
                .members()
                .forEach(row ->
                        rows.add(figure(wording.member(query.by(), row.member(), row.others()), row.compared())));
        return rows;
    }

    private List<@Nullable Object[]> reasons() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(row(wording.text("dimension." + query.by().key()), wording.text("table.contribution")));
        dashboard
                .parts()
                .forEach(part -> rows.add(
                        row(wording.member(query.by(), part.member(), part.others()), rounded(part.points()))));
        return rows;
    }

    private List<@Nullable Object[]> distribution() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object> head =
                new ArrayList<>(List.of(wording.text("span." + dashboard.span().key())));
        BandView.of(query.kpi(), dashboard.chosen().scale(), wording).forEach(band -> head.add(band.name()));
        rows.add(head.toArray());
        for (TrendPoint point : dashboard.trend()) {
            String key = dashboard.span().keyOf(point.from());
            Bands bands = point.bands();
            rows.add(
                    point.compared().now().hidden()
                            ? row(key, null, null, null)
                            : row(key, bands.positive(), bands.neutral(), bands.negative()));
        }
        return rows;
    }

    private @Nullable Object[] head(String first) {
        return row(
                first,
                wording.kpi(query.kpi()),
                wording.text("table.low"),
                wording.text("table.high"),
                "n",
                wording.text("table.change-head"),
                wording.text("table.significant"));
    }

    /** Where nothing may be compared, change and significance are empty. */
    private static @Nullable Object[] figure(String name, Compared compared) {
        Figure now = compared.now();
        Interval interval = now.interval();
        Change change = compared.change();
        return row(
                name,
                rounded(now.value()),
                rounded(interval == null ? null : Double.valueOf(interval.low())),
                rounded(interval == null ? null : Double.valueOf(interval.high())),
                now.n(),
                rounded(change == null ? null : Double.valueOf(change.difference())),
                change == null ? null : change.isReal() ? "1" : "0");
    }

    private static @Nullable Object[] row(@Nullable Object... cells) {
        return Arrays.copyOf(cells, cells.length);
    }

    private static @Nullable BigDecimal rounded(@Nullable Double number) {
        return number == null ? null : BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    }
}
