package cx.ecou.insight.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The reporting days that are looked at, and those they are compared with; all ends included. A span of the calendar is
 * compared with the span before it, other days with as many days before them.
 */
record Period(PeriodChoice choice, LocalDate from, LocalDate to, LocalDate beforeFrom, LocalDate beforeTo) {

    /** Between the first and the last day in an address. */
    static final String DAYS = "..";

    static Period custom(LocalDate from, LocalDate to) {
        return days(PeriodChoice.CUSTOM, from, to);
    }

    static Period days(PeriodChoice choice, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(choice, from, to, from.minusDays(days), from.minusDays(1));
    }

    /** As an address writes it: by its name, or by its days, {@code 2026-10-01..2026-10-31}. */
    String key() {
        return choice == PeriodChoice.CUSTOM ? from + DAYS + to : choice.key();
    }

    long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
