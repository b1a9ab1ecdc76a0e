package cx.ecou.actionplan.events;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.CaseExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stored event is frozen: its approved shape lies in {@code src/test/resources/contracts}. When a test here fails the
 * shape has changed: add a nullable component, or write a new revision with an upcaster; do not edit the file.
 */
class ContractTests {

    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @ParameterizedTest
    @MethodSource("examples")
    void an_event_is_stored_in_its_approved_shape(String name, ActionPlanEvent event) throws IOException {
        assertThat(JSON.writeValueAsString(event) + "\n").isEqualTo(Files.readString(CONTRACTS.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_was_stored_is_read_as_the_same_event(String name, ActionPlanEvent event) throws IOException {
        assertThat(JSON.readValue(Files.readString(CONTRACTS.resolve(name)), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void every_event_of_the_register_has_a_contract() {
        Set<Class<?>> withContract =
                all().values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(withContract).containsExactlyInAnyOrder(ActionPlanEvent.class.getPermittedSubclasses());
    }

    @Test
    void every_contract_belongs_to_an_event() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(all().keySet());
        }
    }

    @Test
    void every_event_says_its_revision() {
        assertThat(ActionPlanEvent.class.getPermittedSubclasses())
                .allSatisfy(event ->
                        assertThat(event.isAnnotationPresent(Revision.class)).isTrue());
    }

    static Stream<Arguments> examples() {
        return all().entrySet().stream().map(example -> Arguments.of(example.getKey(), example.getValue()));
    }

    private static Map<String, ActionPlanEvent> all() {
        Map<String, ActionPlanEvent> examples = Stream.of(
                        CaseExamples.caseOpened(),
                        CaseExamples.assignedByTheRule(),
                        CaseExamples.contacted(),
                        CaseExamples.noted(),
                        CaseExamples.resolved(),
                        CaseExamples.reopened(),
                        CaseExamples.closed(),
                        CaseExamples.escalated())
                .collect(Collectors.toMap(
                        event -> fileName(event, ""), event -> event, (one, other) -> one, TreeMap::new));
        examples.put(fileName(CaseExamples.caseOpenedWithCsat(), ".anonymous"), CaseExamples.caseOpenedWithCsat());
        return examples;
    }

    private static String fileName(ActionPlanEvent event, String variant) {
        String revision = event.getClass().getAnnotation(Revision.class).value();
        return "%s.%s%s.json".formatted(event.getClass().getSimpleName(), revision, variant);
    }
}
