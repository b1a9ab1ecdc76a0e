package cx.ecou.insight.web;

import cx.ecou.insight.read.scorecount.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The periods that can be chosen by name. */
enum PeriodChoice {
    LAST_30_DAYS,
    THIS_MONTH,
    LAST_MONTH,
    LAST_90_DAYS,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR,
    /** From one day to another. */
    CUSTOM;

    /** By the name in addresses: {@code last-month}. */
    static Optional<PeriodChoice> named(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.key().equals(name))
                .findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The period as it is on a day. Not for {@link #CUSTOM}, which depends on no day. */
    Period on(LocalDate today) {
        return switch (this) {
            case LAST_30_DAYS -> Period.days(this, today.minusDays(29), today);
            case LAST_90_DAYS -> Period.days(this, today.minusDays(89), today);
            case THIS_MONTH -> span(Span.MONTH, today, 0);
            case LAST_MONTH -> span(Span.MONTH, today, -1);
            case THIS_QUARTER -> span(Span.QUARTER, today, 0);
            case LAST_QUARTER -> span(Span.QUARTER, today, -1);
            case THIS_YEAR -> span(Span.YEAR, today, 0);
            case LAST_YEAR -> span(Span.YEAR, today, -1);
            case CUSTOM -> throw new IllegalStateException("a custom period is made of its days");
        };
    }

    private Period span(Span span, LocalDate today, int later) {
        LocalDate start = span.plus(span.startOf(today), later);
        LocalDate before = span.plus(start, -1);
        return new Period(this, start, span.endOf(start), before, span.endOf(before));
    }
}
