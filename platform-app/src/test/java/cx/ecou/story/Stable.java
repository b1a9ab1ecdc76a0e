package cx.ecou.story;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer without what time alone changes: a case that nobody looks after becomes overdue, and a manager is told. */
final class Stable {

    private Stable() {}

    static JsonNode of(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            fields.remove("asOf");
            fields.remove("overdue");
            fields.remove("escalatedAt");
            fields.remove("escalatedTo");
        }
        node.forEach(Stable::strip);
    }
}
