package cx.ecou.insight.web;

import cx.ecou.insight.figures.Interval;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Belonging;
import cx.ecou.insight.read.scorecount.Breakdown;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Span;
import cx.ecou.insight.read.segment.CustomerSegments;
import cx.ecou.kernel.Scale;
import cx.ecou.webshell.format.Format;
import cx.ecou.webshell.texts.Language;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How figures, periods and members are written on the dashboard, in the reader's language. */
@Component
class Wording {

    private final MessageSource texts;
    private final Format format;
    private final CustomerSegments segments;

    Wording(MessageSource texts, Format format, CustomerSegments segments) {
        this.texts = texts;
        this.format = format;
        this.segments = segments;
    }

    String text(String key, Object... values) {
        return texts.getMessage(key, values, locale());
    }

    String kpi(Kpi kpi) {
        return text("kpi." + kpi.key());
    }

    /** NPS and shares have one decimal, means of a scale two. */
    static int decimals(Kpi kpi) {
        return kpi == Kpi.CES ? 2 : 1;
    }

    /** With its unit: 35.0, 80.3%, 5.62. */
    String value(Kpi kpi, double value) {
        return kpi == Kpi.CSAT ? format.percent(value, 1) : format.number(value, decimals(kpi));
    }

    /** Without a unit, as beside a large figure. */
    String bare(Kpi kpi, double value) {
        return format.number(value, decimals(kpi));
    }

    /** A target is a round number as often as not. */
    String target(Kpi kpi, double target) {
        return target == Math.rint(target) ? format.number(target, 0) : bare(kpi, target);
    }

    /** What stands small beside a large figure; empty for points. */
    String unit(Kpi kpi, Scale scale) {
        return switch (kpi) {
            case NPS -> "";
            case CSAT -> "%";
            case CES -> text("figure.of", scale.high());
        };
    }

    String interval(Kpi kpi, Interval interval) {
        return text("figure.to", bare(kpi, interval.low()), bare(kpi, interval.high()));
    }

    String share(double percent) {
        return format.percent(percent, 1);
    }

    String shareInterval(Interval interval) {
        return text("figure.to", format.number(interval.low(), 1), format.number(interval.high(), 1));
    }

    String n(long n) {
        return text("figure.n", format.number(n));
    }

    String signed(Kpi kpi, double by) {
        return format.signed(by, decimals(kpi));
    }

    /** The size of a change in words: 8.4 points. */
    String amount(Kpi kpi, double by) {
        return text("amount." + kpi.key(), bare(kpi, Math.abs(by)));
    }

    /** Days by the name of their span, where they are one: October 2026, Q3 2026, 2026. */
    String days(LocalDate from, LocalDate to) {
        for (Span span : new Span[] {Span.MONTH, Span.QUARTER, Span.YEAR}) {
            if (span.startOf(from).equals(from) && span.endOf(from).equals(to)) {
                return step(span, from);
            }
        }
        return format.days(from, to);
    }

    /** One step of the trend, in full. */
    String step(Span span, LocalDate start) {
        return switch (span) {
            case DAY -> format.date(start);
            case WEEK -> text("step.week", format.date(start));
            case MONTH -> format.month(YearMonth.from(start));
            case QUARTER -> text("step.quarter", quarter(start), String.valueOf(start.getYear()));
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    /** One step of the trend, as short as an axis wants it; the year stands where it begins. */
    String shortStep(Span span, LocalDate start, boolean first) {
        boolean withYear = first || start.getMonth() == Month.JANUARY;
        return switch (span) {
            case DAY, WEEK -> pattern("format.short-day").format(start);
            case MONTH ->
                pattern(withYear ? "format.short-month-year" : "format.short-month")
                        .format(start);
            case QUARTER -> text("step.quarter", quarter(start), String.valueOf(start.getYear() % 100));
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    /** What the ring of an interval bar stands for: the month before by its name, other periods as "before". */
    String before(Period period) {
        boolean month = Span.MONTH.startOf(period.beforeFrom()).equals(period.beforeFrom())
                && Span.MONTH.endOf(period.beforeFrom()).equals(period.beforeTo());
        return month ? pattern("format.short-month").format(period.beforeFrom()) : text("tile.before");
    }

    /** A member as the feedback names it, or a segment by its name. */
    String member(Breakdown by, @Nullable String member, int others) {
        if (member == null) {
            return text("others." + by.key(), others);
        }
        if (member.equals(Dimension.NOT_STATED)) {
            return text("member.not-stated");
        }
        if (by == Belonging.SEGMENT) {
            return segment(UUID.fromString(member));
        }
        return by == Dimension.KIND ? text("member.kind." + member) : member;
    }

    /** The name of a segment; of one that is not known its id. */
    String segment(UUID segmentId) {
        return segments.name(segmentId).orElseGet(segmentId::toString);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale()) + text.substring(1);
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(text(key), locale());
    }

    private static int quarter(LocalDate start) {
        return (start.getMonthValue() + 2) / 3;
    }

    private static Locale locale() {
        return Language.of(LocaleContextHolder.getLocale()).locale();
    }
}
