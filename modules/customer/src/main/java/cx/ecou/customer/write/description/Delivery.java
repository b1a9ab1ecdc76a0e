package cx.ecou.customer.write.description;

import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads deliveries of descriptions from JSON. What stands in a readable body is judged item by item; a body that is no JSON
 * is refused as a whole, before anything is recorded.
 */
@Component
public class Delivery {

    /** How many items one batch may hold. */
    public static final int LIMIT = 5_000;

    private final StrictJson json;

    Delivery(StrictJson json) {
        this.json = json;
    }

    /**
     * @param type what each item is to be
     * @throws InvalidInput when the body is no JSON array, or holds more than {@link #LIMIT} items
     */
    public <T> List<Delivered<T>> array(byte[] body, Class<T> type) {
        JsonNode read = json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class);
        if (!read.isArray()) {
            throw InvalidInput.of(
                    "", "wrong-type", "A batch is a JSON array, or one object a line as application/x-ndjson.");
        }
        limit(read.size());
        List<Delivered<T>> items = new ArrayList<>(read.size());
        read.forEach(item -> items.add(item(() -> json.read(item, type))));
        return items;
    }

    /**
     * Reads one JSON object from each line; empty lines are passed over. A line that is no JSON is one item that cannot be
     * read.
     *
     * @param type what each item is to be
     * @throws InvalidInput when there are more than {@link #LIMIT} items
     */
    public <T> List<Delivered<T>> lines(byte[] body, Class<T> type) {
        List<String> lines = new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        limit(lines.size());
        return lines.stream().map(line -> item(() -> json.read(line, type))).toList();
    }

    private static void limit(int items) {
        if (items > LIMIT) {
            throw InvalidInput.of(
                    "", "too-many-items", "A batch holds at most " + LIMIT + " items. Nothing was recorded.");
        }
    }

    private static <T> Delivered<T> item(Supplier<@Nullable T> read) {
        try {
            T description = read.get();
            return description == null
                    ? new Delivered<>(null, List.of(new FieldProblem("", "wrong-type", "An object is expected.")))
                    : Delivered.of(description);
        } catch (InvalidInput e) {
            return new Delivered<>(null, e.problems());
        }
    }
}
