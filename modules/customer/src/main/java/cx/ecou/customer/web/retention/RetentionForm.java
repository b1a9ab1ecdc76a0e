package cx.ecou.customer.web.retention;

import cx.ecou.customer.events.RetentionKind;
import cx.ecou.customer.write.retention.RetentionRule;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For how long customers are to be kept, as it was sent.
 *
 * @param kind the name of one
 * @param source empty for every source that has no rule of its own
 * @param days a whole number
 */
record RetentionForm(
        @Nullable String kind,
        @Nullable String source,
        @Nullable String days) {

    static final List<RetentionKind> KINDS = List.of(RetentionKind.values());

    static final RetentionForm BLANK = new RetentionForm(RetentionKind.HEARD.name(), null, null);

    private static final int SOURCE_LENGTH = 100;

    /** A wish that can be carried out. */
    record Wish(RetentionKind kind, @Nullable String source, int days) {}

    /** @throws InvalidInput when something is missing or out of bounds */
    Wish read() {
        var checks = new FieldChecks(List.of());
        RetentionKind chosen = checks.choice("kind", kind, KINDS);
        String sound = checks.key("source", source, SOURCE_LENGTH);
        int number = days(checks);
        checks.insist();
        return new Wish(Objects.requireNonNull(chosen), sound, number);
    }

    private int days(FieldChecks checks) {
        String typed = days == null ? "" : days.strip();
        if (typed.isEmpty()) {
            checks.missing("days");
            return 0;
        }
        // More digits than any bound has: out of range, and no number has to be made of them.
        int number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
        if (number < RetentionRule.FEWEST_DAYS || number > RetentionRule.MOST_DAYS) {
            checks.add(
                    "days",
                    "retention.days",
                    "A whole number from " + RetentionRule.FEWEST_DAYS + " to " + RetentionRule.MOST_DAYS + ".");
        }
        return number;
    }
}
