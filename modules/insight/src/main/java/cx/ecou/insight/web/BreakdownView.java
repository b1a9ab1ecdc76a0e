package cx.ecou.insight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chosen KPI by member, as it is read.
 *
 * @param by "by touchpoint"
 * @param dimension "Touchpoint", the head of the column
 * @param rows worst first, hidden ones last
 * @param total of all, as a plain number
 * @param summary the finding, for who does not see the picture
 */
record BreakdownView(
        String by,
        String dimension,
        List<Row> rows,
        @Nullable String total,
        String summary) {

    /** @param href the voices of the member; null where there is no name for them */
    record Row(String name, @Nullable String href, Point point) {}

    static BreakdownView of(Dashboard dashboard, DashboardQuery query, Wording wording) {
        Links links = new Links(query);
        List<Row> rows = dashboard.members().stream()
                .map(row -> new Row(
                        wording.member(query.by(), row.member(), row.others()),
                        links.voicesAt(row.member(), null),
                        Point.of(query.kpi(), row.compared(), wording)))
                .toList();
        return new BreakdownView(
                wording.text("by." + query.by().key()),
                wording.text("dimension." + query.by().key()),
                rows,
                Point.plain(dashboard.chosen().compared().now().value()),
                summary(rows, query, wording));
    }

    private static String summary(List<Row> rows, DashboardQuery query, Wording wording) {
        List<Row> shown = rows.stream().filter(row -> !row.point().hidden()).toList();
        if (shown.isEmpty()) {
            return wording.text("figures.nothing");
        }
        Row worst = shown.get(0);
        Row best = shown.get(shown.size() - 1);
        return wording.text(
                "breakdown.summary",
                wording.kpi(query.kpi()),
                wording.text("by." + query.by().key()),
                worst.name(),
                worst.point().words().value(),
                best.name(),
                best.point().words().value());
    }
}
