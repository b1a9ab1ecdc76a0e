package cx.ecou.feedback.write.intake;

import cx.ecou.feedback.write.intake.NewFeedback.NewScore;
import cx.ecou.webshell.problems.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one feedback from JSON, token by token. What does not fit is named with its field and passed over, so that one
 * bad field hides no other, and one bad item no other item.
 */
final class NewFeedbackReader {

    private static final Set<String> TEXTS = Set.of(
            "source",
            "externalId",
            "kind",
            "occurredAt",
            "language",
            "touchpoint",
            "channel",
            "product",
            "region",
            "segment",
            "comment");

    private final JsonParser json;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Map<String, @Nullable String> texts = new HashMap<>();
    private final Map<String, @Nullable String> customer = new HashMap<>();
    private final List<NewScore> scores = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private NewFeedbackReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads the value on which the parser stands.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON; then the rest cannot be read either
     */
    static NewFeedback read(JsonParser json) {
        return new NewFeedbackReader(json).feedback();
    }

    private NewFeedback feedback() {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            members("", this::member);
        } else {
            refuse("", "wrong-type", "One feedback is a JSON object.");
        }
        return new NewFeedback(
                texts.get("source"),
                texts.get("externalId"),
                texts.get("kind"),
                texts.get("occurredAt"),
                texts.get("language"),
                customer.get("ref"),
                customer.get("name"),
                customer.get("email"),
                texts.get("touchpoint"),
                texts.get("channel"),
                texts.get("product"),
                texts.get("region"),
                texts.get("segment"),
                scores,
                texts.get("comment"),
                attributes,
                problems);
    }

    private void member(String place, String name) {
        if (TEXTS.contains(name)) {
            texts.put(name, text(place, name));
        } else if (name.equals("customer")) {
            nested(name, this::customerMember);
        } else if (name.equals("attributes")) {
            nested(name, this::attribute);
        } else if (name.equals("scores")) {
            scores(name);
        } else {
            unknown(place, name);
        }
    }

    private void customerMember(String place, String name) {
        switch (name) {
            case "ref", "name", "email" -> customer.put(name, text(place, name));
            default -> unknown(place, name);
        }
    }

    private void attribute(String place, String name) {
        String value = text(place, name);
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private void scores(String path) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            refuse(path, "wrong-type", "Expected an array.");
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            scores.add(score(path + "[" + scores.size() + "]"));
        }
    }

    private NewScore score(String path) {
        Map<String, @Nullable String> parts = new HashMap<>();
        BigDecimal[] value = new BigDecimal[1];
        nested(path, (place, name) -> {
            switch (name) {
                case "metric", "scale" -> parts.put(name, text(place, name));
                case "value" -> value[0] = number(place, name);
                default -> unknown(place, name);
            }
        });
        return new NewScore(parts.get("metric"), value[0], parts.get("scale"));
    }

    private @Nullable String text(String place, String name) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NULL -> null;
            default -> {
                refuse(path(place, name), "wrong-type", "Expected text.");
                yield null;
            }
        };
    }

    private @Nullable BigDecimal number(String place, String name) {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_NULL -> null;
            default -> {
                refuse(path(place, name), "wrong-type", "Expected a number.");
                yield null;
            }
        };
    }

    private void nested(String path, Member member) {
        switch (json.currentToken()) {
            case START_OBJECT -> members(path, member);
            case VALUE_NULL -> {}
            default -> refuse(path, "wrong-type", "Expected an object.");
        }
    }

    private void members(String place, Member member) {
        Set<String> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (seen.add(name)) {
                member.read(place, name);
            } else {
                refuse(path(place, name), "duplicate-field", "The field stands here twice.");
            }
        }
    }

    private void unknown(String place, String name) {
        refuse(path(place, name), "unknown-field", "There is no such field.");
    }

    private void refuse(String path, String code, String message) {
        problems.add(new FieldProblem(path, code, message));
        json.skipChildren();
    }

    /** How a field is named in an answer; made only for those with a problem. */
    private static String path(String place, String name) {
        String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        return place.isEmpty() ? shown : place + "." + shown;
    }

    private interface Member {

        /** @param place the path of the object in which the member stands, empty for the outermost */
        void read(String place, String name);
    }
}
