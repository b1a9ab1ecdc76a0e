package cx.ecou.insight.read.scorecount;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A stretch of the calendar by which figures are followed through time. Weeks are those of ISO 8601. */
public enum Span {
    DAY("uuuu-MM-dd"),
    WEEK("YYYY-'W'ww"),
    MONTH("uuuu-MM"),
    QUARTER("uuuu-'Q'q"),
    YEAR("uuuu");

    private final DateTimeFormatter keys;

    Span(String pattern) {
        // The locale decides where a week begins and which is the first: in this one as in ISO 8601.
        this.keys = DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    /** By the name in addresses: {@code week}. */
    public static Optional<Span> named(String name) {
        return Arrays.stream(values()).filter(span -> span.key().equals(name)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the span in which a day lies. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** So many spans later; earlier when negative. */
    public LocalDate plus(LocalDate start, long spans) {
        return switch (this) {
            case DAY -> start.plusDays(spans);
            case WEEK -> start.plusWeeks(spans);
            case MONTH -> start.plusMonths(spans);
            case QUARTER -> start.plusMonths(3 * spans);
            case YEAR -> start.plusYears(spans);
        };
    }

    /** The last day of the span that begins on a day. */
    public LocalDate endOf(LocalDate start) {
        return plus(start, 1).minusDays(1);
    }

    /** The first days of all spans that touch a period, in their order. */
    public List<LocalDate> startsIn(LocalDate from, LocalDate to) {
        return Stream.iterate(startOf(from), start -> !start.isAfter(to), start -> plus(start, 1))
                .toList();
    }

    /** As an integration reads it: {@code 2026-07-25}, {@code 2026-W30}, {@code 2026-07}, {@code 2026-Q3}, {@code 2026}. */
    public String keyOf(LocalDate start) {
        return keys.format(start);
    }
}
