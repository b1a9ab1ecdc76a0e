package cx.ecou.insight.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The chosen KPI through time, as it is read.
 *
 * @param by "by month"
 * @param span "Month", the head of the column
 * @param rows newest first
 * @param summary the finding, for who does not see the picture
 * @param empty whether nobody answered in all the time that is looked at
 */
record TrendView(String by, String span, List<Row> rows, String summary, boolean empty) {

    /**
     * One step.
     *
     * @param name in full
     * @param shortName as an axis wants it
     * @param href the voices of the step
     */
    record Row(String name, String shortName, String href, Point point, Bands bands) {}

    static TrendView of(Dashboard dashboard, DashboardQuery query, Wording wording) {
        List<Row> rows = new ArrayList<>();
        for (TrendPoint point : dashboard.trend()) {
            rows.add(new Row(
                    wording.step(dashboard.span(), point.from()),
                    wording.shortStep(dashboard.span(), point.from(), rows.isEmpty()),
                    new Links(query).voices(point.from(), point.to(), null),
                    Point.of(query.kpi(), point.compared(), wording),
                    point.bands()));
        }
        Collections.reverse(rows);
        String key = dashboard.span().key();
        return new TrendView(
                wording.text("by." + key),
                wording.text("span." + key),
                rows,
                summary(dashboard, query, wording),
                rows.stream().allMatch(row -> row.point().n() == 0));
    }

    private static String summary(Dashboard dashboard, DashboardQuery query, Wording wording) {
        List<Double> values = dashboard.trend().stream()
                .map(point -> point.compared().now().value())
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty()) {
            return wording.text("figures.nothing");
        }
        return wording.text(
                "trend.summary",
                wording.kpi(query.kpi()),
                wording.text("by." + dashboard.span().key()),
                wording.value(query.kpi(), Collections.min(values)),
                wording.value(query.kpi(), Collections.max(values)),
                wording.value(query.kpi(), values.get(values.size() - 1)));
    }
}
