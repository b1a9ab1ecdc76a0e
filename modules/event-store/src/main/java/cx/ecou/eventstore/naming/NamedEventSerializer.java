package cx.ecou.eventstore.naming;

import com.fasterxml.jackson.annotation.JsonInclude;
import cx.ecou.kernel.Instants;
import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON with logical names. A stored name that no module claims is an error: Axon itself would hand the event to nobody,
 * without a word.
 */
public final class NamedEventSerializer extends Jackson3Serializer {

    private static final String NO_METADATA = "{}";

    private final LogicalNames names;

    public NamedEventSerializer(LogicalNames names) {
        super(builder().jsonMapperBuilderCustomizer(NamedEventSerializer::customize));
        this.names = names;
    }

    /** Makes mappers that write events as this serializer does. */
    public static JsonMapper.Builder mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder();
        customize(mapper);
        return mapper;
    }

    /**
     * What is not known is left out, so that events stay short. And a replay token holds another token behind
     * {@code Object}: Jackson must be told that this is safe.
     */
    private static void customize(JsonMapper.Builder mapper) {
        mapper.changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
        mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfBaseType(TrackingToken.class)
                .allowIfSubType(String.class)
                .build());
        mapper.addModule(new PersonalMembers.Module());
        mapper.addModule(new SimpleModule()
                .addDeserializer(Instant.class, new ReadInstant())
                .addSerializer(Instant.class, new WrittenInstant()));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        SerializedType named = type == null ? null : names.of(type);
        return named == null ? super.typeForClass(type) : named;
    }

    /** @throws UnknownShape when no class of this program can read it */
    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> named = names.classOf(type);
        Class<?> found = named == null ? super.classForType(type) : named;
        if (UnknownSerializedType.class.isAssignableFrom(found)) {
            throw new UnknownName(type.getName(), names.eventsOfItsModule(type.getName()));
        }
        return found;
    }

    /** Metadata is empty as a rule: then there is nothing to parse. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (NO_METADATA.equals(serialized.getData())
                && MetaData.class.getName().equals(serialized.getType().getName())) {
            return (T) MetaData.emptyInstance();
        }
        return super.deserialize(serialized);
    }

    private static final class ReadInstant extends ValueDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            return Instants.parse(json.getString());
        }
    }

    private static final class WrittenInstant extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(Instants.format(instant));
        }
    }
}
