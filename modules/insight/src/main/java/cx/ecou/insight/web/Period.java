package cx.ecou.insight.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The reporting days that are looked at, and those they are compared with; all ends included. A span of the calendar is
 * compared with the span before it, other days with as many days before them.
 */
record Period(PeriodChoice choice, LocalDate from, LocalDate to, LocalDate beforeFrom, LocalDate beforeTo) {

    static Period custom(LocalDate from, LocalDate to) {
        return days(PeriodChoice.CUSTOM, from, to);
    }

    static Period days(PeriodChoice choice, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(choice, from, to, from.minusDays(days), from.minusDays(1));
    }

    long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
