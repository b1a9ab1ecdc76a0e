package cx.ecou.feedback.write.intake;

import cx.ecou.feedback.write.intake.NewFeedback.NewScore;
import cx.ecou.webshell.problems.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    /** Room for the names of one object as it usually comes. */
    private static final int MEMBERS = 32;

    private final JsonParser json;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<NewScore> scores = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private @Nullable String source;
    private @Nullable String externalId;
    private @Nullable String kind;
    private @Nullable String occurredAt;
    private @Nullable String language;
    private @Nullable String customerRef;
    private @Nullable String customerName;
    private @Nullable String customerEmail;
    private @Nullable String touchpoint;
    private @Nullable String channel;
    private @Nullable String product;
    private @Nullable String region;
    private @Nullable String segment;
    private @Nullable String comment;

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
                source,
                externalId,
                kind,
                occurredAt,
                language,
                customerRef,
                customerName,
                customerEmail,
                touchpoint,
                channel,
                product,
                region,
                segment,
                scores,
                comment,
                attributes,
                problems);
    }

    private void member(String place, String name) {
        switch (name) {
            case "source" -> source = text(place, name);
            case "externalId" -> externalId = text(place, name);
            case "kind" -> kind = text(place, name);
            case "occurredAt" -> occurredAt = text(place, name);
            case "language" -> language = text(place, name);
            case "touchpoint" -> touchpoint = text(place, name);
            case "channel" -> channel = text(place, name);
            case "product" -> product = text(place, name);
            case "region" -> region = text(place, name);
            case "segment" -> segment = text(place, name);
            case "comment" -> comment = text(place, name);
            case "customer" -> nested(name, this::customerMember);
            case "attributes" -> nested(name, this::attribute);
            case "scores" -> scores(name);
            default -> unknown(place, name);
        }
    }

    private void customerMember(String place, String name) {
        switch (name) {
            case "ref" -> customerRef = text(place, name);
            case "name" -> customerName = text(place, name);
            case "email" -> customerEmail = text(place, name);
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
        var score = new ScoreParts();
        nested(path, score::member);
        return new NewScore(score.metric, score.value, score.scale);
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
        Set<String> seen = new HashSet<>(MEMBERS);
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

    /** One score, while it is being read. */
    private final class ScoreParts {

        private @Nullable String metric;
        private @Nullable BigDecimal value;
        private @Nullable String scale;

        void member(String place, String name) {
            switch (name) {
                case "metric" -> metric = text(place, name);
                case "scale" -> scale = text(place, name);
                case "value" -> value = number(place, name);
                default -> unknown(place, name);
            }
        }
    }

    private interface Member {

        /** @param place the path of the object in which the member stands, empty for the outermost */
        void read(String place, String name);
    }
}
