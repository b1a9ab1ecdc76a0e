package cx.ecou.segment.write.segment;

import cx.ecou.segment.events.Rule;
import cx.ecou.webshell.problems.FieldChecks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rule as people and programs write it, and names everything that is wrong with it by its path: {@code rule.rules[1].days}.
 */
public final class RuleReader {

    private final FieldChecks checks;
    private final ConditionReader conditions;
    private int read;

    /** @param checks gathers what is wrong */
    public RuleReader(FieldChecks checks) {
        this.checks = checks;
        this.conditions = new ConditionReader(checks);
    }

    /**
     * Reads a rule.
     *
     * @param path of the rule in the request
     * @return null when it cannot be accepted: then it is said why
     */
    public @Nullable Rule read(String path, @Nullable JsonNode written) {
        if (written == null || written.isNull() || written.isMissingNode()) {
            checks.missing(path);
            return null;
        }
        Rule rule = rule(new Fields(path, written, checks), 0);
        return checks.isSound() ? rule : null;
    }

    private @Nullable Rule rule(Fields fields, int around) {
        if (!fields.isObject()) {
            return null;
        }
        RuleKind kind = fields.neededWord("kind", RuleKind.class);
        if (kind == null) {
            return null;
        }
        if (kind == RuleKind.GROUP) {
            return group(fields, around);
        }
        read++;
        if (read > RuleLimits.MOST_CONDITIONS) {
            if (read == RuleLimits.MOST_CONDITIONS + 1) {
                checks.add(
                        fields.path(), "too-many", "A rule has at most " + RuleLimits.MOST_CONDITIONS + " conditions.");
            }
            return null;
        }
        Rule condition = conditions.read(kind, fields);
        fields.refuseOthers();
        return condition;
    }

    private @Nullable Rule group(Fields fields, int around) {
        Rule.Match match = fields.neededWord("match", Rule.Match.class);
        List<Fields> within = fields.objects("rules");
        fields.refuseOthers();
        if (around == RuleLimits.DEEPEST) {
            checks.add(
                    fields.path(), "too-deep", "At most " + RuleLimits.DEEPEST + " groups stand around a condition.");
            return null;
        }
        if (within.isEmpty()) {
            checks.missing(fields.path("rules"));
        }
        List<Rule> rules = new ArrayList<>();
        for (Fields one : within) {
            Rule rule = rule(one, around + 1);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return match == null ? null : new Rule.Group(match, rules);
    }
}
