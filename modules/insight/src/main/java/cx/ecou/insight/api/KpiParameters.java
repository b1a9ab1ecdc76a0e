package cx.ecou.insight.api;

import cx.ecou.insight.read.scorecount.Belonging;
import cx.ecou.insight.read.scorecount.Breakdown;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.insight.read.scorecount.Grouping;
import cx.ecou.kernel.Instants;
import cx.ecou.kernel.Scale;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the parameters of a question to a KPI, and names everything that is wrong with them at once. */
final class KpiParameters {

    /** More groups through time than anybody reads. */
    static final int MOST_GROUPS = 2_000;

    private static final int MOST_MEMBERS = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Set<String> SINGLE = Set.of("from", "to", "groupBy", "scale", "asOf");

    private final MultiValueMap<String, String> parameters;
    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();

    KpiParameters(MultiValueMap<String, String> parameters, LocalDate today) {
        this.parameters = parameters;
        this.today = today;
    }

    /** @throws InvalidInput naming every bad parameter */
    KpiRequest read() {
        refuseUnknown();
        LocalDate to = day("to").orElse(today);
        LocalDate from = day("from").orElse(to.withDayOfMonth(1).minusMonths(11));
        Grouping grouping = single("groupBy", this::grouping).orElse(Grouping.NONE);
        var request = new KpiRequest(
                from,
                to,
                grouping,
                filters(),
                single("scale", this::scale).orElse(null),
                single("asOf", Instants::parse).orElse(null));
        checkPeriod(request);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return request;
    }

    private void refuseUnknown() {
        parameters.keySet().stream()
                .filter(name -> !SINGLE.contains(name) && Breakdown.named(name).isEmpty())
                .forEach(name -> problem(
                        name.length() > 50 ? name.substring(0, 50) : name,
                        "unknown-parameter",
                        "is not a parameter of this question"));
    }

    private Filters filters() {
        Map<Dimension, Set<String>> members = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            List<String> values = several(dimension);
            members.put(dimension, new HashSet<>(values));
        }
        return new Filters(members, segments());
    }

    private List<String> several(Breakdown breakdown) {
        List<String> values = parameters.getOrDefault(breakdown.key(), List.of());
        if (values.size() > MOST_MEMBERS) {
            problem(breakdown.key(), "too-many-values", "at most " + MOST_MEMBERS + " members of a dimension");
        }
        return values;
    }

    private Set<UUID> segments() {
        Set<UUID> segments = new HashSet<>();
        for (String written : several(Belonging.SEGMENT)) {
            UUID segment = readable(Belonging.SEGMENT.key(), written, UUID::fromString);
            if (segment != null) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private void checkPeriod(KpiRequest request) {
        if (request.from().isAfter(request.to())) {
            problem("from", "after-to", "the first day, " + request.from() + ", lies after the last, " + request.to());
        } else if (request.grouping() instanceof Grouping.BySpan by
                && ChronoUnit.DAYS.between(request.from(), request.to()) / shortestOf(by) >= MOST_GROUPS) {
            problem(
                    "groupBy",
                    "too-many-groups",
                    "more than " + MOST_GROUPS + " groups: ask for a shorter period" + " or longer spans");
        }
    }

    private static long shortestOf(Grouping.BySpan by) {
        return switch (by.span()) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 28;
            case QUARTER -> 90;
            case YEAR -> 365;
        };
    }

    private Optional<LocalDate> day(String name) {
        return single(name, written -> {
            LocalDate day = LocalDate.parse(written);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new DateTimeException("out of range");
            }
            return day;
        });
    }

    private Grouping grouping(String written) {
        return Grouping.named(written).orElseThrow(() -> new IllegalArgumentException("unknown"));
    }

    private Scale scale(String written) {
        return Scale.of(written);
    }

    /** A parameter that stands at most once; what cannot be read is a problem, and absent. */
    private <T> Optional<T> single(String name, Function<String, T> reading) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            problem(name, "repeated", "stands more than once");
        }
        return values.stream().findFirst().map(written -> readable(name, written, reading));
    }

    private <T> @Nullable T readable(String name, String written, Function<String, T> reading) {
        try {
            return reading.apply(written);
        } catch (DateTimeException | IllegalArgumentException e) {
            problem(name, "unreadable", EXPECTED.getOrDefault(name, "cannot be read"));
            return null;
        }
    }

    private static final Map<String, String> EXPECTED = Map.of(
            "from", "a day between 1900 and 2199, for instance 2026-07-01",
            "to", "a day between 1900 and 2199, for instance 2026-07-31",
            "groupBy",
                    "one of none, day, week, month, quarter, year, touchpoint, channel, product, region, segment,"
                            + " source, kind, segmentId",
            "segmentId", "the id of a segment",
            "scale", "a scale such as 1-5",
            "asOf", "an instant with its offset, for instance 2026-08-01T00:00:00Z");

    private void problem(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
    }
}
