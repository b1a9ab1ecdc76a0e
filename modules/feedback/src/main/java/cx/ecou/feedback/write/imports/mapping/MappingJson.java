package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.webshell.problems.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes mappings as JSON. Reading is strict: unknown members, wrong types and anything doubled are named. */
public final class MappingJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .build();

    private static final int LONGEST = 200_000;

    private MappingJson() {}

    /** @throws InvalidInput naming the member that is wrong, under {@code mapping} */
    public static Mapping read(String json) {
        if (json.isBlank() || json.length() > LONGEST) {
            throw InvalidInput.of("mapping", "unreadable-json", "A mapping is a JSON object of a moderate size.");
        }
        try {
            return JSON.readValue(json, Mapping.class);
        } catch (UnrecognizedPropertyException e) {
            throw InvalidInput.of(path(e), "unknown-field", "There is no such field.");
        } catch (DatabindException e) {
            throw InvalidInput.of(path(e), "wrong-type", "The value is not of the type that is expected here.");
        } catch (JacksonException e) {
            throw InvalidInput.of("mapping", "unreadable-json", "The mapping is no readable JSON.");
        }
    }

    public static String write(Mapping mapping) {
        return JSON.writeValueAsString(mapping);
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder("mapping");
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append('.').append(step.getPropertyName());
            }
        }
        return path.length() > 200 ? path.substring(0, 200) + "…" : path.toString();
    }
}
