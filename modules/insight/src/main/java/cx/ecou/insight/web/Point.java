package cx.ecou.insight.web;

import cx.ecou.insight.figures.Change;
import cx.ecou.insight.figures.Figure;
import cx.ecou.insight.figures.Interval;
import cx.ecou.insight.figures.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a chart: as words for the table, and as plain numbers for the script that draws from it.
 *
 * @param value null, as all numbers but n, when hidden
 * @param change only a real one
 * @param words the value, interval and change as they are read; empty where there is none
 */
record Point(
        @Nullable String value,
        @Nullable String low,
        @Nullable String high,
        long n,
        @Nullable String change,
        @Nullable Boolean better,
        boolean hidden,
        boolean lowBase,
        Words words) {

    record Words(String value, String interval, String change) {}

    static Point of(Kpi kpi, Compared compared, Wording wording) {
        Figure now = compared.now();
        Change real = compared.realChange();
        Interval interval = now.interval();
        Double value = now.value();
        return new Point(
                plain(value),
                plain(interval == null ? value : Double.valueOf(interval.low())),
                plain(interval == null ? value : Double.valueOf(interval.high())),
                now.n(),
                plain(real == null ? null : Double.valueOf(real.difference())),
                real == null ? null : real.difference() > 0,
                now.hidden(),
                now.lowBase(),
                new Words(
                        value == null ? "" : wording.value(kpi, value),
                        interval == null ? "" : wording.interval(kpi, interval),
                        inWords(kpi, compared.change(), wording)));
    }

    private static String inWords(Kpi kpi, @Nullable Change change, Wording wording) {
        if (change == null) {
            return "";
        }
        return change.isReal()
                ? wording.text("table.change", wording.signed(kpi, change.difference()))
                : wording.text("change.none");
    }

    static @Nullable String plain(@Nullable Double number) {
        return number == null
                ? null
                : BigDecimal.valueOf(number)
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
