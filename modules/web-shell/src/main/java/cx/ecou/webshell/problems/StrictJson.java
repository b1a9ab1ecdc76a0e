package cx.ecou.webshell.problems;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the API reads and writes it: unknown and repeated fields, values of another type, text where a number belongs
 * and endless nesting are refused, each by its name. All JSON bodies pass through it; a handler that reads its body
 * itself, for instance line by line, calls {@link #read}.
 */
public final class StrictJson {

    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000_000;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .addModule(WrittenAs.timesAsText())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    public JsonMapper mapper() {
        return mapper;
    }

    /** @throws InvalidInput naming the field and the reason when the text is not what is asked for */
    public <T> T read(String json, Class<T> type) {
        return read(json, mapper.constructType(type));
    }

    /** A part of what was read before; as {@link #read(String, Class)}. */
    public <T> T read(JsonNode part, Class<T> type) {
        try {
            return mapper.treeToValue(part, type);
        } catch (JacksonException e) {
            throw new InvalidInput(JsonProblems.of(e));
        }
    }

    /** @throws InvalidInput naming the field and the reason when the text is not what is asked for */
    public <T> T read(String json, JavaType type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new InvalidInput(JsonProblems.of(e));
        }
    }
}
