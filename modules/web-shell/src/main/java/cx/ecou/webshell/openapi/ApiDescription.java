package cx.ecou.webshell.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * The description of the whole API as an OpenAPI 3.1 document: the parts that the modules keep under
 * {@code openapi/<module>.yaml}, put together. It is read once, when it is first asked for.
 */
public final class ApiDescription {

    private final Supplier<Map<String, Object>> document;

    ApiDescription(Supplier<List<DescriptionPart>> parts) {
        this.document = SingletonSupplier.of(() -> DescriptionPart.join(parts.get()));
    }

    /** The document as JSON-like maps and lists. */
    public Map<String, Object> document() {
        return document.get();
    }

    /** The operations in the order in which the modules describe them. */
    public List<Operation> operations() {
        return Operation.allOf(this);
    }

    /** What a node is or, when it only refers to a component, that component. */
    Node resolve(@Nullable Object node) {
        var plain = Node.of(node);
        String reference = plain.text("$ref");
        if (reference == null) {
            return plain;
        }
        Object found = document();
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            found = Node.of(found).get(step);
        }
        return Node.of(Objects.requireNonNull(found, () -> "nothing is described at " + reference));
    }
}
