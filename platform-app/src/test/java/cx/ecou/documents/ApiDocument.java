package cx.ecou.documents;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API as a test reads it. */
final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument servedBy(MockMvcTester mvc) {
        return new ApiDocument(json(mvc.get().uri("/api/v1/openapi.json").exchange()));
    }

    static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    JsonNode root() {
        return root;
    }

    /** One method of one path. */
    record Operation(String method, String path, JsonNode described) {

        String route() {
            return method + " " + path;
        }

        String id() {
            return described.get("operationId").asString();
        }

        String scope() {
            return described.at("/security/0/key/0").asString("");
        }
    }

    /** A body that can be sent as it stands. */
    record Body(String mediaType, JsonNode value) {

        /** For requests that say all by their address. */
        static final Body NONE = new Body("", JsonMapper.shared().missingNode());

        /** As it goes over the wire. */
        String written() {
            return mediaType.equals("application/x-ndjson")
                    ? value.valueStream().map(JsonNode::toString).collect(Collectors.joining("\n"))
                    : value.toString();
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new Operation(
                                member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()))
                        .forEach(operations::add));
        return operations;
    }

    Operation operation(String operationId) {
        return operations().stream()
                .filter(operation -> operation.id().equals(operationId))
                .findFirst()
                .orElseThrow();
    }

    /** The described parameters that have an example, by name. */
    Map<String, String> exampleParameters(Operation operation, String place) {
        return operation
                .described()
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asString().equals(place) && parameter.has("example"))
                .collect(Collectors.toMap(
                        parameter -> parameter.get("name").asString(),
                        parameter -> parameter.get("example").asString()));
    }

    List<Body> bodies(Operation operation) {
        return resolved(operation.described().path("requestBody"))
                .path("content")
                .propertyStream()
                .flatMap(content ->
                        examples(content.getValue()).stream().map(example -> new Body(content.getKey(), example)))
                .toList();
    }

    /** The described answer with this status; missing when there is none. */
    JsonNode answer(Operation operation, int status) {
        return resolved(operation.described().path("responses").path(String.valueOf(status)));
    }

    List<JsonNode> examples(JsonNode content) {
        return content.has("example")
                ? List.of(content.get("example"))
                : content.path("examples")
                        .valueStream()
                        .map(this::resolved)
                        .map(example -> example.get("value"))
                        .toList();
    }

    /** What is wrong with a value, by the schema of the described content. */
    List<String> problems(JsonNode content, JsonNode value) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.set("allOf", JsonMapper.shared().createArrayNode().add(content.get("schema")));
        schema.set("components", root.get("components"));
        Schema described = schemas.getSchema(schema);
        return described.validate(value).stream().map(Error::toString).toList();
    }

    /** The names of all members within a value, by their paths; of a list those of its items together. */
    static Set<String> shape(@Nullable JsonNode value) {
        Set<String> names = new TreeSet<>();
        collect("", value, names);
        return names;
    }

    private static void collect(String path, @Nullable JsonNode value, Set<String> names) {
        if (value instanceof ObjectNode object) {
            object.propertyStream().forEach(member -> {
                names.add(path + member.getKey());
                collect(path + member.getKey() + ".", member.getValue(), names);
            });
        } else if (value != null && value.isArray()) {
            value.valueStream().forEach(item -> collect(path + "[].", item, names));
        }
    }

    /** What a node is or, when it is or holds a reference, what it refers to. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.isString() ? node : node.path("$ref");
        return reference.isString() ? root.at(reference.asString().substring(1)) : node;
    }
}
