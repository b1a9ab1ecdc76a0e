package cx.ecou.webshell.format;

import cx.ecou.kernel.Reporting;
import cx.ecou.webshell.texts.Language;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/**
 * Writes figures and moments for the reader of the request that is being answered, as {@code @format} in a template.
 * Numbers follow the reader's language with U+2212 as minus; times stand in the reader's time zone, days in the
 * reporting one.
 */
public final class Format {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofHours(4);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final MessageSource texts;
    private final Clock clock;
    private final Reporting reporting;
    private final Numbers numbers = new Numbers();

    Format(MessageSource texts, Clock clock, Reporting reporting) {
        this.texts = texts;
        this.clock = clock;
        this.reporting = reporting;
    }

    /** A count: 1,284. */
    public String number(Number value) {
        return numbers.fixed(language(), value, 0);
    }

    /** A value with that many decimals: 5.62. */
    public String number(Number value, int decimals) {
        return numbers.fixed(language(), value, decimals);
    }

    /** A difference, always with its sign: −43.9 or +3.1. */
    public String signed(Number value, int decimals) {
        return numbers.signed(language(), value, decimals);
    }

    /** A share that is already in percent: 80.3 reads 80.3%. */
    public String percent(Number value, int decimals) {
        return numbers.percent(language(), value, decimals);
    }

    /** Points of NPS: one decimal. */
    public String points(Number value) {
        return number(value, 1);
    }

    /** A score as it was given: 9, or 8.5. */
    public String score(BigDecimal value) {
        return number(value, Math.max(0, value.stripTrailingZeros().scale()));
    }

    public String date(LocalDate day) {
        return written("format.date", day);
    }

    public String date(Instant moment) {
        return written("format.date", moment.atZone(zone()));
    }

    public String dateTime(Instant moment) {
        return written("format.date-time", moment.atZone(zone()));
    }

    /** October 2026. */
    public String month(YearMonth month) {
        return written("format.month", month);
    }

    /** Days from the first to the last, both included: a whole month by its name, a single day as a date. */
    public String days(LocalDate first, LocalDate last) {
        YearMonth month = YearMonth.from(first);
        if (first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth())) {
            return month(month);
        }
        return first.equals(last) ? date(first) : date(first) + " – " + date(last);
    }

    /** For {@code <time datetime>}. */
    public String iso(Instant moment) {
        return moment.toString();
    }

    /** The exact instant with its time zone, for {@code title}. */
    public String exact(Instant moment) {
        return EXACT.format(moment.atZone(zone())) + " (" + zone().getId() + ")";
    }

    /** How long ago something happened: 22 min ago, yesterday; from a week on the date. */
    public String ago(Instant moment) {
        Duration passed = Duration.between(moment, clock.instant());
        if (passed.compareTo(MINUTE) < 0) {
            return passed.isNegative() ? dateTime(moment) : text("time.now");
        }
        if (passed.toHours() < 24) {
            return passed.toHours() == 0
                    ? text("time.minutes-ago", passed.toMinutes())
                    : text("time.hours-ago", passed.toHours());
        }
        return passed.toDays() < 7 ? text("time.days-ago", passed.toDays()) : date(moment);
    }

    /** A length of time in its two largest units at most: 2 h 46 min, 3 days. */
    public String duration(Duration length) {
        if (length.toHours() == 0) {
            return text("time.minutes", length.toMinutes());
        }
        if (length.toHours() >= 24) {
            return text("time.days", length.toDays());
        }
        String hours = text("time.hours", length.toHours());
        return length.toMinutesPart() == 0 ? hours : hours + " " + text("time.minutes", length.toMinutesPart());
    }

    /** How a due time stands: neutral, amber in its last four hours, orange when it has passed. */
    public Due due(Instant dueAt) {
        Duration left = Duration.between(clock.instant(), dueAt);
        if (left.isNegative()) {
            return new Due(text("time.overdue", atLeastAMinute(left.negated())), "overdue", "alert-circle");
        }
        return new Due(text("time.left", atLeastAMinute(left)), left.compareTo(SOON) < 0 ? "soon" : "", "clock");
    }

    private String atLeastAMinute(Duration length) {
        return duration(length.compareTo(MINUTE) < 0 ? MINUTE : length);
    }

    /** Up to two initials of a name, for the avatar. */
    public String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(locale());
    }

    private String written(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(text(pattern), locale()).format(time);
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, locale());
    }

    /** In which the reader's times are shown. */
    public ZoneId zone() {
        TimeZone own = LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext reader
                ? reader.getTimeZone()
                : null;
        return own == null ? reporting.timeZone() : own.toZoneId();
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale());
    }

    private static Locale locale() {
        return language().locale();
    }
}
