package cx.ecou.webshell.openapi;

import cx.ecou.webshell.openapi.Operation.Answer;
import cx.ecou.webshell.openapi.Operation.Example;
import cx.ecou.webshell.openapi.Operation.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes from the document what is shown of one operation. */
final class OperationReader {

    private static final JsonMapper SHOWN =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String LINES = "application/x-ndjson";

    private final ApiDescription api;

    OperationReader(ApiDescription api) {
        this.api = api;
    }

    Operation read(String path, String method, Node operation) {
        return new Operation(
                operation.textOf("operationId"),
                method,
                path,
                operation.list("tags").findFirst().map(String::valueOf).orElse(""),
                operation.textOf("summary"),
                operation.textOf("description"),
                scope(operation),
                operation.list("parameters").map(this::parameter).toList(),
                examples(api.resolve(operation.get("requestBody"))).toList(),
                answers(operation.node("responses")));
    }

    private static @Nullable String scope(Node operation) {
        return operation
                .list("security")
                .flatMap(key -> Node.of(key).list("key"))
                .findFirst()
                .map(String::valueOf)
                .orElse(null);
    }

    private Parameter parameter(Object described) {
        Node parameter = api.resolve(described);
        Object example = parameter.get("example");
        return new Parameter(
                parameter.textOf("name"),
                parameter.textOf("in"),
                Boolean.TRUE.equals(parameter.get("required")),
                parameter.textOf("description"),
                example == null ? null : example.toString());
    }

    private List<Answer> answers(Node responses) {
        return responses.members().entrySet().stream()
                .map(response -> answer(response.getKey(), api.resolve(response.getValue())))
                .toList();
    }

    private Answer answer(String status, Node response) {
        return new Answer(
                status,
                response.textOf("description"),
                examples(response).findFirst().orElse(null));
    }

    private Stream<Example> examples(Node bodyOrAnswer) {
        return bodyOrAnswer.node("content").members().entrySet().stream()
                .flatMap(content -> examples(content.getKey(), Node.of(content.getValue())));
    }

    private Stream<Example> examples(String mediaType, Node content) {
        if (content.get("example") != null) {
            return Stream.of(new Example(mediaType, "", written(mediaType, content.get("example"))));
        }
        return content.node("examples").members().entrySet().stream().map(named -> named(mediaType, named));
    }

    private Example named(String mediaType, Map.Entry<String, Object> named) {
        Node example = api.resolve(named.getValue());
        return new Example(mediaType, example.textOf("summary"), written(mediaType, example.get("value")));
    }

    private static String written(String mediaType, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        return mediaType.equals(LINES) && value instanceof List<?> lines
                ? lines.stream()
                        .map(JsonMapper.shared()::writeValueAsString)
                        .collect(Collectors.joining("\n", "", "\n"))
                : SHOWN.writeValueAsString(value);
    }
}
