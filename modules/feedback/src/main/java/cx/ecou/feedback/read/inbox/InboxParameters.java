package cx.ecou.feedback.read.inbox;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Instants;
import cx.ecou.kernel.Metric;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a filter from the parameters of a request, the same for the page and for the API. Empty ones count as missing. */
public final class InboxParameters {

    /** Farther away PostgreSQL has no time. */
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private static final int DIGITS = 10;

    private final Map<String, String> parameters;
    private final FieldChecks checks = new FieldChecks(List.of());

    private InboxParameters(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @throws InvalidInput naming every parameter that cannot be read */
    public static InboxFilter read(Map<String, String> parameters) {
        return new InboxParameters(parameters).filter();
    }

    /** @throws InvalidInput unless this parameter is a moment */
    public static Instant moment(String name, Map<String, String> parameters) {
        var reading = new InboxParameters(parameters);
        Instant moment = reading.parsed(name, Instants::parse, "an instant, for instance 2026-07-25T21:37:22Z");
        if (moment == null) {
            throw reading.checks.isSound()
                    ? InvalidInput.of(name, "required", "The parameter is needed.")
                    : new InvalidInput(reading.checks.problems());
        }
        return moment;
    }

    private InboxFilter filter() {
        LocalDate from = parsed("from", InboxParameters::day, "a day, for instance 2026-07-01");
        LocalDate to = parsed("to", InboxParameters::day, "a day, for instance 2026-07-31");
        if (from != null && to != null && from.isAfter(to)) {
            checks.add("from", "after-to", "The first day lies after the last.");
        }
        var filter = new InboxFilter(
                from,
                to,
                constant("kind", FeedbackKind.class),
                text("channel"),
                text("touchpoint"),
                text("source"),
                text("product"),
                text("region"),
                text("segment"),
                text("customerRef"),
                constant("metric", Metric.class),
                constant("band", Band.class),
                parsed("minScore", InboxParameters::number, "a number"),
                parsed("maxScore", InboxParameters::number, "a number"),
                searched());
        checks.insist();
        return filter;
    }

    private @Nullable String searched() {
        String q = text("q");
        return q == null || q.chars().noneMatch(Character::isLetterOrDigit) ? null : q;
    }

    private @Nullable String text(String name) {
        return checks.searched(name, parameters.get(name));
    }

    private <T> @Nullable T parsed(String name, Function<String, T> parser, String expected) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (DateTimeException | NumberFormatException e) {
            checks.add(name, "unreadable-parameter", "Expected " + expected + ".");
            return null;
        }
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        YEARS.checkValidValue(day.getYear(), ChronoField.YEAR);
        return day;
    }

    /** Short ones only: a few signs can stand for a number of a billion digits. */
    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS) {
            throw new NumberFormatException();
        }
        return number;
    }

    private <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        checks.add(name, "unreadable-parameter", "Expected one of " + known + ".");
        return null;
    }
}
