package cx.ecou.insight.web;

import cx.ecou.insight.figures.Figure;
import cx.ecou.insight.figures.Interval;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.webshell.components.Change;
import cx.ecou.webshell.components.IntervalBar;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A KPI's tile as it is read.
 *
 * @param on whether the page is about it
 * @param figure null when hidden
 * @param unit small beside the figure; empty for points
 * @param comparable whether anything can be said about a change
 * @param change only a real one
 * @param bar null where there is no interval to draw
 */
record TileView(
        String key,
        String name,
        String href,
        boolean on,
        @Nullable String figure,
        String unit,
        long n,
        boolean lowBase,
        boolean comparable,
        @Nullable Change change,
        @Nullable String previous,
        @Nullable String target,
        @Nullable String interval,
        @Nullable IntervalBar bar) {

    static TileView of(KpiTile tile, DashboardQuery query, Wording wording) {
        Kpi kpi = tile.kpi();
        Figure now = tile.compared().now();
        String previous = previous(tile, query.period(), wording);
        String target = target(tile, wording);
        return new TileView(
                kpi.key(),
                wording.kpi(kpi),
                new Links(query).kpi(kpi),
                kpi == query.kpi(),
                now.value() == null ? null : wording.bare(kpi, now.value()),
                wording.unit(kpi, tile.scale()),
                now.n(),
                now.lowBase(),
                tile.compared().change() != null,
                change(tile),
                previous,
                target,
                now.interval() == null ? null : wording.text("tile.interval", wording.interval(kpi, now.interval())),
                bar(tile, Stream.of(previous, target), wording));
    }

    private static @Nullable Change change(KpiTile tile) {
        var real = tile.compared().realChange();
        Kpi kpi = tile.kpi();
        return real == null
                ? null
                : new Change(
                        real.difference(),
                        Wording.decimals(kpi),
                        kpi == Kpi.CES ? Change.Unit.NONE : Change.Unit.POINTS,
                        real.difference() > 0);
    }

    private static @Nullable String previous(KpiTile tile, Period period, Wording wording) {
        Double before = tile.compared().before().value();
        return before == null
                ? null
                : wording.text("tile.previous", wording.before(period), wording.bare(tile.kpi(), before));
    }

    private static @Nullable String target(KpiTile tile, Wording wording) {
        return tile.target() == null ? null : wording.text("tile.target", wording.target(tile.kpi(), tile.target()));
    }

    /** The track reaches a quarter beyond whatever stands on it. */
    private static @Nullable IntervalBar bar(KpiTile tile, Stream<@Nullable String> more, Wording wording) {
        Interval interval = tile.compared().now().interval();
        Double value = tile.compared().now().value();
        if (interval == null || value == null) {
            return null;
        }
        Double before = tile.compared().before().value();
        List<Double> marks = Stream.of(interval.low(), interval.high(), before, tile.target())
                .filter(Objects::nonNull)
                .toList();
        double low = stream(marks).min().orElse(value);
        double high = stream(marks).max().orElse(value);
        double margin = Math.max((high - low) / 4, tile.kpi() == Kpi.CES ? 0.1 : 2);
        String sentence =
                wording.text("tile.sentence", wording.value(tile.kpi(), value), wording.interval(tile.kpi(), interval));
        return new IntervalBar(
                low - margin,
                high + margin,
                interval.low(),
                value,
                interval.high(),
                before,
                tile.target(),
                Stream.concat(Stream.of(sentence), more.filter(Objects::nonNull))
                        .collect(Collectors.joining(", ")));
    }

    private static DoubleStream stream(List<Double> marks) {
        return marks.stream().mapToDouble(Double::doubleValue);
    }
}
