package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.kernel.Personal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Writes events as two JSON objects: what may stand in the clear, and what is personal. */
public final class EventJson {

    private static final int NOTHING = 2;

    private final PersonalCatalogue catalogue;
    private final ObjectWriter others;
    private final Map<Class<?>, Writers> writers = new HashMap<>();

    private record Writers(PersonalCatalogue.PersonalParts parts, ObjectWriter clear, ObjectWriter personal) {}

    /**
     * What is said in an event about a person, as a JSON object.
     *
     * @param subject the person
     */
    public record Said(UUID subject, byte[] json) {}

    public EventJson(PersonalCatalogue catalogue) {
        this.catalogue = catalogue;
        JsonMapper clear = mapper(false);
        JsonMapper personal = mapper(true);
        this.others = clear.writer();
        for (PersonalCatalogue.PersonalParts parts : catalogue.all()) {
            writers.put(
                    parts.type(), new Writers(parts, clear.writerFor(parts.type()), personal.writerFor(parts.type())));
        }
    }

    /** What is personal in an event; null when nothing personal is said in it. */
    public @Nullable Said personal(Object event) {
        Writers known = writers.get(event.getClass());
        if (known == null) {
            return null;
        }
        byte[] json = known.personal.writeValueAsBytes(event);
        return json.length == NOTHING ? null : new Said(known.parts.subjectOf(event), json);
    }

    /** An object of everything else. */
    public byte[] clear(Object event) {
        Writers known = writers.get(event.getClass());
        return (known == null ? others : known.clear).writeValueAsBytes(event);
    }

    /** One object of everything, as it is handed to those who read events. */
    public byte[] joined(Object event) {
        byte[] clear = clear(event);
        Said personal = personal(event);
        return personal == null ? clear : StoredText.joined(clear, clear.length - 1, personal.json);
    }

    /** What is stored, but with the personal object itself in place of its ciphertext. */
    public byte[] legible(Object event) {
        byte[] clear = clear(event);
        Said personal = personal(event);
        if (personal == null) {
            return clear;
        }
        byte[] member = (",\"" + StoredText.MEMBER + "\":").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(clear.length + member.length + personal.json.length)
                .put(clear, 0, clear.length - 1)
                .put(member)
                .put(personal.json)
                .put((byte) '}')
                .array();
    }

    private JsonMapper mapper(boolean personal) {
        var only = new SimpleModule("personal " + personal).setSerializerModifier(new Only(personal));
        return NamedEventSerializer.mapper().addModule(only).build();
    }

    /** Leaves out of events what is personal, or all else. */
    private final class Only extends ValueSerializerModifier {

        private static final long serialVersionUID = 1L;

        private final boolean personal;

        Only(boolean personal) {
            this.personal = personal;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier described, List<BeanPropertyWriter> properties) {
            return catalogue.of(described.getBeanClass()).isEmpty()
                    ? properties
                    : properties.stream()
                            .filter(property -> (property.getAnnotation(Personal.class) != null) == personal)
                            .toList();
        }
    }
}
