package cx.ecou.segment.read.portrait;

import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.util.List;

/** A rule as a condition of SQL on {@code segment.portrait p}, as of a moment. It is true or false, never unknown. */
final class RuleSql {

    private final ConditionSql conditions;

    RuleSql(Instant now) {
        this.conditions = new ConditionSql(now);
    }

    Sql met(Rule rule) {
        return rule instanceof Rule.Group group ? group(group) : condition((Rule.Condition) rule);
    }

    private Sql condition(Rule.Condition condition) {
        return conditions.met(condition).within("coalesce(", ", false)");
    }

    private Sql group(Rule.Group group) {
        List<Sql> rules = group.rules().stream().map(this::met).toList();
        return switch (group.match()) {
            case ALL -> Sql.joined(" and ", rules).within("(", ")");
            case ANY -> Sql.joined(" or ", rules).within("(", ")");
            case NONE -> Sql.joined(" or ", rules).within("(not (", "))");
        };
    }

    /** For each condition in the order of {@link Rule#conditions} two columns: whether it is met, and what was found as a text. */
    Sql findings(Rule rule) {
        return Sql.joined(
                ", ",
                rule.conditions()
                        .map(condition -> condition(condition)
                                .then(conditions.found(condition).within(", ", "")))
                        .toList());
    }
}
