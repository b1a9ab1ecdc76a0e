package cx.ecou.insight.web;

import cx.ecou.insight.figures.Change;
import cx.ecou.kernel.Band;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved the chosen KPI, as it is read.
 *
 * @param real whether it moved at all; without, nothing has a colour
 * @param line how much, and by what it is told apart
 * @param rows most first
 * @param voices where to listen: the unhappy at the member that weighs most
 */
record ReasonsView(
        boolean real, String line, List<Row> rows, @Nullable Voices voices) {

    private static final double WIDTH = 80;

    /**
     * One part.
     *
     * @param tone {@code positive}, {@code negative}, or {@code neutral} while no change is real
     * @param x where its bar begins, of 80
     * @param length of its bar, of 80
     */
    record Row(String name, @Nullable String href, String points, String tone, double x, double length) {}

    record Voices(String text, String href) {}

    static ReasonsView of(Dashboard dashboard, DashboardQuery query, Wording wording) {
        Change change = dashboard.chosen().compared().change();
        boolean real = change != null && change.isReal();
        String by = wording.text("by." + query.by().key());
        return new ReasonsView(
                real,
                change != null && real
                        ? wording.text("moved.by", signed(query, change.difference(), wording), by)
                        : wording.text("moved.no-change", by),
                rows(dashboard.parts(), real, query, wording),
                real ? voices(dashboard.parts(), query, wording) : null);
    }

    private static String signed(DashboardQuery query, double by, Wording wording) {
        return wording.text("amount." + query.kpi().key(), wording.signed(query.kpi(), by));
    }

    private static List<Row> rows(List<Part> parts, boolean real, DashboardQuery query, Wording wording) {
        double most = parts.stream().mapToDouble(Part::points).max().orElse(0);
        double least = parts.stream().mapToDouble(Part::points).min().orElse(0);
        double left = Math.min(0, least);
        double range = Math.max(0, most) - left;
        double unit = range == 0 ? 0 : WIDTH / range;
        return parts.stream()
                .map(part -> new Row(
                        wording.member(query.by(), part.member(), part.others()),
                        new Links(query).voicesAt(part.member(), null),
                        wording.signed(query.kpi(), part.points()),
                        tone(real, part.points()),
                        rounded((Math.min(0, part.points()) - left) * unit),
                        rounded(Math.max(1, Math.abs(part.points()) * unit))))
                .toList();
    }

    private static String tone(boolean real, double points) {
        if (!real || rounded(points) == 0) {
            return "neutral";
        }
        return points < 0 ? "negative" : "positive";
    }

    private static @Nullable Voices voices(List<Part> parts, DashboardQuery query, Wording wording) {
        Part loudest = parts.stream()
                .filter(part -> part.points() < 0 && part.bands().negative() > 0)
                .filter(part -> part.member() != null && !part.member().isEmpty())
                .min(Comparator.comparingDouble(Part::points))
                .orElse(null);
        String href = loudest == null ? null : new Links(query).voicesAt(loudest.member(), Band.NEGATIVE);
        return loudest == null || href == null
                ? null
                : new Voices(
                        wording.text(
                                "moved.voices." + query.kpi().key(),
                                loudest.bands().negative(),
                                wording.member(query.by(), loudest.member(), 0)),
                        href);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
