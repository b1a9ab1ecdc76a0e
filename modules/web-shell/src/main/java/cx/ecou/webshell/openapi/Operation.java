package cx.ecou.webshell.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing a program can ask for.
 *
 * @param id unlike any other's
 * @param method {@code GET}
 * @param path with its variables in braces
 * @param tag the group in which it is shown
 * @param summary in a few words
 * @param description in full; empty when the summary says it all
 * @param scope that the key needs; null when no key is needed
 * @param parameters in path, query and header
 * @param bodies what is sent: an example for each media type
 * @param answers by status
 */
public record Operation(
        String id,
        String method,
        String path,
        String tag,
        String summary,
        String description,
        @Nullable String scope,
        List<Parameter> parameters,
        List<Example> bodies,
        List<Answer> answers) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** @param place where it stands: {@code path}, {@code query} or {@code header} */
    public record Parameter(
            String name,
            String place,
            boolean required,
            String description,
            @Nullable String example) {}

    /**
     * Something that can be sent, or is answered, as it stands.
     *
     * @param name what it shows
     * @param content JSON, one object a line for {@code application/x-ndjson}, or text
     */
    public record Example(String mediaType, String name, String content) {}

    /**
     * What is answered.
     *
     * @param example null when the description says enough
     */
    public record Answer(
            String status, String description, @Nullable Example example) {}

    static List<Operation> allOf(ApiDescription api) {
        return Node.of(api.document().get("paths")).members().entrySet().stream()
                .flatMap(path -> ofPath(api, path.getKey(), Node.of(path.getValue())))
                .toList();
    }

    private static Stream<Operation> ofPath(ApiDescription api, String path, Node item) {
        return item.members().entrySet().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .map(member -> new OperationReader(api).read(path, method(member), Node.of(member.getValue())));
    }

    private static String method(Map.Entry<String, Object> member) {
        return member.getKey().toUpperCase(Locale.ROOT);
    }
}
