package cx.ecou.webshell.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object of the document, with what it holds by name. Where there is none, an empty one. */
record Node(Map<String, Object> members) {

    private static final Node NOTHING = new Node(Map.of());

    static Node of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return NOTHING;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put(String.valueOf(key), member));
        return new Node(members);
    }

    @Nullable
    Object get(String name) {
        return members.get(name);
    }

    Node node(String name) {
        return of(get(name));
    }

    @Nullable
    String text(String name) {
        return get(name) instanceof String text ? text : null;
    }

    /** The text, or an empty one. */
    String textOf(String name) {
        return get(name) instanceof String text ? text : "";
    }

    Stream<?> list(String name) {
        return get(name) instanceof List<?> list ? list.stream() : Stream.empty();
    }
}
