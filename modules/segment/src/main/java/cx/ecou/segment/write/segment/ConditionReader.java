package cx.ecou.segment.write.segment;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Pick;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.webshell.problems.FieldChecks;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads single conditions of a rule. */
final class ConditionReader {

    private static final Set<Operator> KNOWLEDGE = EnumSet.of(Operator.KNOWN, Operator.UNKNOWN);
    private static final Set<Operator> WORDS = EnumSet.of(Operator.IS, Operator.IS_NOT);
    private static final Set<Operator> NUMBERS = EnumSet.of(Operator.AT_LEAST, Operator.AT_MOST);

    private final FieldChecks checks;

    ConditionReader(FieldChecks checks) {
        this.checks = checks;
    }

    @Nullable
    Rule read(RuleKind kind, Fields fields) {
        return switch (kind) {
            case PROFILE -> profile(fields);
            case ATTRIBUTE -> attribute(fields);
            case SCORE -> scored(fields);
            case COUNT -> counted(fields);
            case TIME -> happened(fields);
            case GROUP -> throw new IllegalArgumentException("a group is no condition");
        };
    }

    private @Nullable Rule profile(Fields fields) {
        ProfileField field = fields.neededWord("field", ProfileField.class);
        Set<Operator> possible = EnumSet.copyOf(KNOWLEDGE);
        if (field == null || field.isCompared()) {
            possible.addAll(WORDS);
        }
        Operator operator = operator(fields, possible);
        List<String> values = WORDS.contains(operator) ? fields.neededTexts("values") : List.of();
        return field == null || operator == null ? null : new Rule.Profile(field, operator, values);
    }

    private @Nullable Rule attribute(Fields fields) {
        String name = fields.text("name");
        if (name == null) {
            checks.missing(fields.path("name"));
        }
        Set<Operator> possible = EnumSet.of(Operator.CONTAINS);
        possible.addAll(KNOWLEDGE);
        possible.addAll(WORDS);
        possible.addAll(NUMBERS);
        Operator operator = operator(fields, possible);
        boolean words = operator == Operator.CONTAINS || WORDS.contains(operator);
        List<String> values = words ? fields.neededTexts("values") : List.of();
        BigDecimal number = NUMBERS.contains(operator) ? needed(fields, "number", fields.number("number")) : null;
        return name == null || operator == null ? null : new Rule.Attribute(name, operator, values, number);
    }

    private @Nullable Rule scored(Fields fields) {
        Metric metric = fields.neededWord("metric", Metric.class);
        Pick pick = fields.neededWord("pick", Pick.class);
        Set<Operator> possible = EnumSet.copyOf(NUMBERS);
        if (pick != Pick.AVERAGE) {
            possible.add(Operator.IS);
        }
        Operator operator = operator(fields, possible);
        Band band = operator == Operator.IS ? fields.neededWord("band", Band.class) : null;
        Integer days = fields.whole("days", 1, RuleLimits.MOST_DAYS);
        BigDecimal number = null;
        Scale scale = null;
        if (NUMBERS.contains(operator)) {
            number = needed(fields, "number", fields.number("number"));
            scale = metric == null || metric == Metric.NPS ? null : needed(fields, "scale", scale(fields));
            checkOnScale(fields, number, metric == Metric.NPS ? Scale.NPS : scale);
        }
        return metric == null || pick == null || operator == null
                ? null
                : new Rule.Scored(metric, pick, operator, number, scale, band, days);
    }

    private void checkOnScale(Fields fields, @Nullable BigDecimal number, @Nullable Scale scale) {
        if (number != null
                && scale != null
                && (number.compareTo(BigDecimal.valueOf(scale.low())) < 0
                        || number.compareTo(BigDecimal.valueOf(scale.high())) > 0)) {
            checks.add(fields.path("number"), "off-scale", "A number on the scale " + scale + " is expected.");
        }
    }

    private @Nullable Scale scale(Fields fields) {
        String written = fields.text("scale");
        try {
            return written == null ? null : Scale.of(written);
        } catch (IllegalArgumentException e) {
            checks.add(fields.path("scale"), "not-a-scale", "Two whole numbers are expected, for instance 1-5.");
            return null;
        }
    }

    private @Nullable Rule counted(Fields fields) {
        Operator operator = operator(fields, NUMBERS);
        int least = operator == Operator.AT_LEAST ? 1 : 0;
        Integer number = needed(fields, "number", fields.whole("number", least, RuleLimits.MOST_FEEDBACK));
        FeedbackKind feedback = fields.word("feedback", FeedbackKind.class);
        Metric metric = fields.word("metric", Metric.class);
        Band band = fields.word("band", Band.class);
        Integer days = fields.whole("days", 1, RuleLimits.MOST_DAYS);
        if (band != null && metric == null) {
            checks.missing(fields.path("metric"));
        }
        return operator == null || number == null
                ? null
                : new Rule.Counted(operator, number, feedback, metric, band, days);
    }

    private @Nullable Rule happened(Fields fields) {
        Moment moment = fields.neededWord("moment", Moment.class);
        Operator operator = operator(fields, EnumSet.of(Operator.WITHIN, Operator.BEFORE));
        Integer days = needed(fields, "days", fields.whole("days", 1, RuleLimits.MOST_DAYS));
        return moment == null || operator == null || days == null ? null : new Rule.Happened(moment, operator, days);
    }

    private @Nullable Operator operator(Fields fields, Set<Operator> possible) {
        Operator operator = fields.neededWord("operator", Operator.class);
        if (operator != null && !possible.contains(operator)) {
            checks.add(
                    fields.path("operator"),
                    "wrong-operator",
                    "Here one of these is possible: "
                            + possible.stream().map(Enum::name).collect(Collectors.joining(", ")) + ".");
            return null;
        }
        return operator;
    }

    private <T> @Nullable T needed(Fields fields, String name, @Nullable T value) {
        if (value == null) {
            checks.missing(fields.path(name));
        }
        return value;
    }
}
