package cx.ecou.eventstore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.privacy.EventJson;
import cx.ecou.eventstore.privacy.PersonalCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tests of a module's stored events. A stored event is frozen: its approved shape lies in
 * {@code src/test/resources/contracts}; the object {@code personal} in it is what is stored encrypted. When a test here fails the shape has changed: add a nullable component, or write a
 * new revision with an upcaster; do not edit the file.
 */
public interface EventContract {

    Path CONTRACTS = Path.of("src/test/resources/contracts");

    /** The register whose events are tested. */
    EventRegister register();

    /** At least one example of each event. */
    List<Example> examples();

    /**
     * An event with an approved shape.
     *
     * @param variant tells several examples of one event apart; empty for the first
     */
    record Example(Object event, String variant) {

        public static Example of(Object event) {
            return new Example(event, "");
        }

        Path file() {
            String revision = event.getClass().getAnnotation(Revision.class).value();
            String suffix = variant.isEmpty() ? "" : "." + variant;
            return CONTRACTS.resolve(event.getClass().getSimpleName() + "." + revision + suffix + ".json");
        }
    }

    @TestFactory
    default Stream<DynamicTest> an_event_is_stored_in_its_approved_shape() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.file().getFileName().toString(),
                        () -> assertThat(pretty(json().legible(example.event())))
                                .isEqualTo(Files.readString(example.file()))));
    }

    @TestFactory
    default Stream<DynamicTest> what_was_stored_is_read_as_the_same_event() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.file().getFileName().toString(),
                        () -> assertThat((Object) serializer().deserialize(stored(example)))
                                .isEqualTo(example.event())));
    }

    @Test
    default void every_event_of_the_register_has_a_contract_and_says_its_revision() {
        assertThat(examples().stream()
                        .<Class<?>>map(example -> example.event().getClass())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(register().types());
        assertThat(register().types()).allMatch(type -> type.isAnnotationPresent(Revision.class));
    }

    @Test
    default void every_contract_belongs_to_an_event() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            examples().stream().map(Example::file).toList());
        }
    }

    private NamedEventSerializer serializer() {
        return new NamedEventSerializer(new LogicalNames(List.of(register())));
    }

    private EventJson json() {
        return new EventJson(new PersonalCatalogue(List.of(register())));
    }

    /** As it is handed to those who read it: what is personal stands beside the rest, as if nothing were encrypted. */
    private SerializedObject<?> stored(Example example) throws IOException {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(Files.readString(example.file()));
        JsonNode personal = json.remove("personal");
        if (personal != null) {
            json.setAll((ObjectNode) personal);
        }
        return new SimpleSerializedObject<>(
                json.toString(),
                String.class,
                serializer().typeForClass(example.event().getClass()));
    }

    private static String pretty(byte[] json) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .readTree(json)
                        .toPrettyString()
                + "\n";
    }
}
