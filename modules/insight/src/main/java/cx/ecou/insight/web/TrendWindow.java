package cx.ecou.insight.web;

import cx.ecou.insight.read.scorecount.Span;
import java.time.LocalDate;

/**
 * How far back the trend of a period looks, and in which steps: a period needs its past to be understood.
 *
 * @param from first day of the first step
 * @param to last day that is looked at
 */
record TrendWindow(Span span, LocalDate from, LocalDate to) {

    private static final int STEPS = 12;
    private static final int DAYS = 14;

    static TrendWindow of(Period period) {
        Span span = span(period.length());
        int steps = span == Span.DAY ? DAYS : STEPS;
        LocalDate back = span.plus(span.startOf(period.to()), 1 - steps);
        LocalDate start = span.startOf(period.from());
        return new TrendWindow(span, start.isBefore(back) ? start : back, period.to());
    }

    private static Span span(long days) {
        if (days <= 10) {
            return Span.DAY;
        }
        if (days < 28) {
            return Span.WEEK;
        }
        return days <= 3 * 366 ? Span.MONTH : days <= 10 * 366 ? Span.QUARTER : Span.YEAR;
    }
}
