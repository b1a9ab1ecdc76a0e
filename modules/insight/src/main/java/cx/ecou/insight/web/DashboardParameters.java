package cx.ecou.insight.web;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Belonging;
import cx.ecou.insight.read.scorecount.Breakdown;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.kernel.Instants;
import cx.ecou.kernel.Reporting;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/**
 * Reads what somebody looks at from an address. What cannot be read falls back to what is usual, and is remembered as
 * unreadable: a link is old more often than evil.
 */
final class DashboardParameters {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final PeriodChoice USUAL = PeriodChoice.LAST_30_DAYS;

    private final MultiValueMap<String, String> parameters;
    private final Reporting reporting;
    private final LocalDate today;
    private boolean unreadable;

    DashboardParameters(MultiValueMap<String, String> parameters, Reporting reporting, LocalDate today) {
        this.parameters = parameters;
        this.reporting = reporting;
        this.today = today;
    }

    DashboardQuery read() {
        return new DashboardQuery(
                one("kpi", Kpi::named).orElse(Kpi.NPS),
                period(),
                one("by", Breakdown::named).orElse(Dimension.TOUCHPOINT),
                filters(),
                one("asOf", this::instant).orElse(null));
    }

    /** Whether something could not be read; known after {@link #read}. */
    boolean isUnreadable() {
        return unreadable;
    }

    /** Days win over a name: the form with the days also says what was chosen before. */
    private Period period() {
        Optional<LocalDate> to = one("to", DashboardParameters::day);
        Optional<LocalDate> from = one("from", DashboardParameters::day);
        if (to.isEmpty() && from.isEmpty()) {
            return one("period", this::period).orElse(USUAL.on(today));
        }
        LocalDate last = to.orElse(today);
        Optional<Period> days = days(from.orElse(last.minusDays(29)), last);
        unreadable |= days.isEmpty();
        return days.orElse(USUAL.on(today));
    }

    private Optional<Period> period(String written) {
        int between = written.indexOf(Period.DAYS);
        if (between < 0) {
            return PeriodChoice.named(written)
                    .filter(choice -> choice != PeriodChoice.CUSTOM)
                    .map(choice -> choice.on(today));
        }
        return day(written.substring(0, between))
                .flatMap(from ->
                        day(written.substring(between + Period.DAYS.length())).flatMap(to -> days(from, to)));
    }

    private static Optional<Period> days(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? Optional.empty() : Optional.of(Period.custom(from, to));
    }

    private Filters filters() {
        Map<Dimension, Set<String>> members = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            Set<String> chosen = new HashSet<>(parameters.getOrDefault(dimension.key(), List.of()));
            chosen.remove(""); // A form sends the choice "all" as an empty value.
            if (chosen.remove(Links.NOT_STATED)) {
                chosen.add(Dimension.NOT_STATED);
            }
            members.put(dimension, chosen);
        }
        return new Filters(members, segments());
    }

    private Set<UUID> segments() {
        Set<UUID> segments = new HashSet<>();
        for (String written : parameters.getOrDefault(Belonging.SEGMENT.key(), List.of())) {
            if (!written.isEmpty()) {
                try {
                    segments.add(UUID.fromString(written));
                } catch (IllegalArgumentException e) {
                    unreadable = true;
                }
            }
        }
        return segments;
    }

    private <T> Optional<T> one(String name, Function<String, Optional<T>> reading) {
        String written = parameters.getFirst(name);
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        Optional<T> read = reading.apply(written.strip());
        unreadable |= read.isEmpty();
        return read;
    }

    private static Optional<LocalDate> day(String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An instant as a link writes it, or a local time in the reporting time zone as a form does. */
    private Optional<Instant> instant(String written) {
        try {
            return Optional.of(
                    written.endsWith("Z")
                            ? Instants.parse(written)
                            : LocalDateTime.parse(written)
                                    .atZone(reporting.timeZone())
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
