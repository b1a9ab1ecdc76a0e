package cx.ecou.segment.web;

import cx.ecou.kernel.Metric;
import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.write.segment.RuleKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a condition can ask about, as somebody chooses it; it decides which fields the condition has. */
enum Question {
    NPS(RuleKind.SCORE, "metric"),
    CSAT(RuleKind.SCORE, "metric"),
    CES(RuleKind.SCORE, "metric"),
    COUNT(RuleKind.COUNT, ""),
    LAST_FEEDBACK(RuleKind.TIME, "moment"),
    LAST_SEEN(RuleKind.TIME, "moment"),
    FIRST_SEEN(RuleKind.TIME, "moment"),
    LANGUAGE(RuleKind.PROFILE, "field"),
    TIME_ZONE(RuleKind.PROFILE, "field"),
    ACCOUNT(RuleKind.PROFILE, "field"),
    ROLE(RuleKind.PROFILE, "field"),
    EMAIL(RuleKind.PROFILE, "field"),
    PHONE(RuleKind.PROFILE, "field"),
    LOYALTY_CARD(RuleKind.PROFILE, "field"),
    ATTRIBUTE(RuleKind.ATTRIBUTE, "");

    private static final List<String> WORDS = names(Operator.IS, Operator.IS_NOT, Operator.KNOWN, Operator.UNKNOWN);
    private static final List<String> KNOWLEDGE = names(Operator.KNOWN, Operator.UNKNOWN);
    private static final List<String> NUMBERS = names(Operator.AT_MOST, Operator.AT_LEAST);

    private final RuleKind kind;
    private final String member;

    Question(RuleKind kind, String member) {
        this.kind = kind;
        this.member = member;
    }

    static Optional<Question> of(String name) {
        return Arrays.stream(values())
                .filter(question -> question.name().equals(name))
                .findFirst();
    }

    /** The question that a condition asks. */
    static Question of(Rule.Condition condition) {
        if (condition instanceof Rule.Scored scored) {
            return valueOf(scored.metric().name());
        }
        if (condition instanceof Rule.Happened happened) {
            return valueOf(happened.moment().name());
        }
        if (condition instanceof Rule.Profile profile) {
            return valueOf(profile.field().name());
        }
        return condition instanceof Rule.Counted ? COUNT : ATTRIBUTE;
    }

    public RuleKind kind() {
        return kind;
    }

    /** Whether a number of it needs the scale on which it is meant. */
    public boolean hasScale() {
        return this == CSAT || this == CES;
    }

    /** What can be asked, as its form offers it; a band stands in place of an operator. */
    public List<String> operators() {
        return switch (kind) {
            case SCORE -> List.of("AT_MOST", "AT_LEAST", "NEGATIVE", "NEUTRAL", "POSITIVE");
            case COUNT -> List.of("AT_LEAST", "AT_MOST");
            case TIME -> names(Operator.WITHIN, Operator.BEFORE);
            case PROFILE -> ProfileField.valueOf(name()).isCompared() ? WORDS : KNOWLEDGE;
            case ATTRIBUTE -> List.of("IS", "IS_NOT", "CONTAINS", "AT_LEAST", "AT_MOST", "KNOWN", "UNKNOWN");
            case GROUP -> List.of();
        };
    }

    /** Whether the chosen operator compares with something that has to be written. */
    boolean isCompared(String operator) {
        return kind == RuleKind.SCORE || kind == RuleKind.COUNT
                ? NUMBERS.contains(operator)
                : kind != RuleKind.TIME && !KNOWLEDGE.contains(operator);
    }

    /** Says in a rule what it asks about. */
    void writeTo(ObjectNode condition) {
        condition.put("kind", kind.name());
        if (!member.isEmpty()) {
            condition.put(member, name());
        }
    }

    private static List<String> names(Operator... operators) {
        return Arrays.stream(operators).map(Enum::name).toList();
    }

    /** All names are those of what they ask about; a missing one would be noticed here. */
    static {
        Arrays.stream(Metric.values()).forEach(metric -> valueOf(metric.name()));
        Arrays.stream(Moment.values()).forEach(moment -> valueOf(moment.name()));
        Arrays.stream(ProfileField.values()).forEach(field -> valueOf(field.name()));
    }
}
