package cx.ecou.webshell.components;

import cx.ecou.webshell.problems.FieldProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of time as somebody types it into the fields {@code from} and {@code until} of a search: each end is a day, or a
 * moment to the minute, in the reader's time zone.
 *
 * @param from null: from the beginning
 * @param until null: without an end; a whole day was meant with all of it
 */
public record TypedSpan(@Nullable Instant from, @Nullable Instant until) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile(DAY + "T\\d{2}:\\d{2}(:\\d{2})?");

    /** @param problems to which what is wrong is added */
    public static TypedSpan read(String from, String until, ZoneId zone, List<FieldProblem> problems) {
        Instant first = moment("from", from, 0, zone, problems);
        Instant end = moment("until", until, 1, zone, problems);
        if (first != null && end != null && !first.isBefore(end)) {
            problems.add(new FieldProblem("until", "until-before-from", "the end must be after the beginning"));
        }
        return new TypedSpan(first, end);
    }

    private static @Nullable Instant moment(
            String field, String typed, int daysAfter, ZoneId zone, List<FieldProblem> problems) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            if (DAY.matcher(typed).matches()) {
                return LocalDate.parse(typed)
                        .plusDays(daysAfter)
                        .atStartOfDay(zone)
                        .toInstant();
            }
            if (MOMENT.matcher(typed).matches()) {
                return LocalDateTime.parse(typed).atZone(zone).toInstant();
            }
        } catch (DateTimeParseException e) {
            // said below: there is no such day
        }
        problems.add(new FieldProblem(field, "not-a-moment", "such as 2026-11-30T14:05"));
        return null;
    }
}
