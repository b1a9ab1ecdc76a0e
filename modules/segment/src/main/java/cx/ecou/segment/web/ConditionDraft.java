package cx.ecou.segment.web;

import cx.ecou.kernel.Band;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A condition as somebody is writing it: what was typed, right or wrong.
 *
 * @param fields by their names: operator, value, name, pick, number, scale, days, feedback, metric, band
 */
record ConditionDraft(Question question, Map<String, String> fields) {

    /** All that a condition may have. */
    static final Set<String> FIELDS =
            Set.of("operator", "value", "name", "pick", "scale", "days", "feedback", "metric", "band");

    private static final Set<String> BANDS =
            Arrays.stream(Band.values()).map(Enum::name).collect(Collectors.toSet());

    ConditionDraft {
        fields = Map.copyOf(fields);
    }

    /** One about which nothing is written yet. */
    static ConditionDraft about(Question question) {
        return new ConditionDraft(
                question, Map.of("operator", question.operators().get(0)));
    }

    /** What was typed in a field; empty when nothing was. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean isCompared() {
        return question.isCompared(field("operator"));
    }

    /** As a rule is written; what is missing is left out, and what is no number stays a text: the reader of rules says so. */
    ObjectNode json() {
        ObjectNode condition = JsonMapper.shared().createObjectNode();
        question.writeTo(condition);
        String operator = field("operator");
        switch (question.kind()) {
            case SCORE -> {
                put(condition, "pick", field("pick").isEmpty() ? "LATEST" : field("pick"));
                if (BANDS.contains(operator)) {
                    condition.put("operator", Operator.IS.name()).put("band", operator);
                } else {
                    put(condition, "operator", operator);
                    putNumber(condition, "number", field("value"));
                    put(condition, "scale", question.hasScale() ? field("scale") : "");
                }
            }
            case COUNT -> {
                put(condition, "operator", operator);
                putNumber(condition, "number", field("value"));
                put(condition, "feedback", field("feedback"));
                put(condition, "metric", field("metric"));
                put(condition, "band", field("band"));
            }
            default -> putCompared(condition, operator);
        }
        putNumber(condition, "days", field("days"));
        return condition;
    }

    private void putCompared(ObjectNode condition, String operator) {
        put(condition, "name", field("name"));
        put(condition, "operator", operator);
        if (!isCompared()) {
            return;
        }
        if (operator.equals("AT_LEAST") || operator.equals("AT_MOST")) {
            putNumber(condition, "number", field("value"));
        } else {
            ArrayNode values = condition.putArray("values");
            Arrays.stream(field("value").split(","))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .forEach(values::add);
        }
    }

    private static void put(ObjectNode condition, String name, String typed) {
        if (!typed.isBlank()) {
            condition.put(name, typed.strip());
        }
    }

    private static void putNumber(ObjectNode condition, String name, String typed) {
        String number = typed.strip().replace(',', '.');
        if (number.isEmpty()) {
            return;
        }
        if (number.matches("[+-]?\\d{1,18}")) {
            condition.put(name, Long.parseLong(number));
        } else if (number.matches("[+-]?\\d{1,18}\\.\\d{1,9}")) {
            condition.put(name, new BigDecimal(number));
        } else {
            condition.put(name, typed);
        }
    }

    /** A condition as its form shows it; null when a form cannot: its values are separated by commas. */
    static @Nullable ConditionDraft of(Rule.Condition condition) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (condition instanceof Rule.Scored scored) {
            fields.put("pick", scored.pick().name());
            fields.put(
                    "operator",
                    scored.band() == null
                            ? scored.operator().name()
                            : scored.band().name());
            fill(fields, "value", scored.number());
            fill(fields, "scale", scored.scale());
            fill(fields, "days", scored.days());
        } else if (condition instanceof Rule.Counted counted) {
            fields.put("operator", counted.operator().name());
            fill(fields, "value", counted.number());
            fill(fields, "feedback", counted.feedback());
            fill(fields, "metric", counted.metric());
            fill(fields, "band", counted.band());
            fill(fields, "days", counted.days());
        } else if (condition instanceof Rule.Happened happened) {
            fields.put("operator", happened.operator().name());
            fill(fields, "days", happened.days());
        } else if (!fillWords(fields, condition)) {
            return null;
        }
        return new ConditionDraft(Question.of(condition), fields);
    }

    private static boolean fillWords(Map<String, String> fields, Rule.Condition condition) {
        List<String> values = List.of();
        if (condition instanceof Rule.Profile profile) {
            fields.put("operator", profile.operator().name());
            values = profile.values();
        } else if (condition instanceof Rule.Attribute attribute) {
            fields.put("operator", attribute.operator().name());
            fields.put("name", attribute.name());
            fill(fields, "value", attribute.number());
            values = attribute.values();
        }
        if (!values.isEmpty()) {
            fields.put("value", String.join(", ", values));
        }
        return values.stream().noneMatch(value -> value.contains(","));
    }

    private static void fill(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }
}
