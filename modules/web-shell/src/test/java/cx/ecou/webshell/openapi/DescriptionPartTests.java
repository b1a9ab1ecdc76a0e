package cx.ecou.webshell.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.io.StringReader;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DescriptionPartTests {

    private static final String FRAME = """
            x-order: 0
            openapi: 3.1.0
            tags: [{ name: Description }]
            paths:
              /api/v1/openapi.json: { get: { operationId: describe } }
            components: { schemas: { Problem: { type: object } } }""";

    private static final String LAMPS = """
            x-order: 1
            tags: [{ name: Lamps }]
            paths:
              /api/v1/lamps: { get: { operationId: listLamps } }
            components: { schemas: { Lamp: { type: object } } }""";

    @Test
    void the_parts_of_the_modules_become_one_document() {
        Map<String, Object> document = joined(FRAME, LAMPS);

        assertThat(document).containsOnlyKeys("openapi", "tags", "paths", "components");
        assertThat(Node.of(document).list("tags"))
                .extracting(tag -> Node.of(tag).textOf("name"))
                .containsExactly("Description", "Lamps");
        assertThat(Node.of(document.get("paths")).members()).containsOnlyKeys("/api/v1/openapi.json", "/api/v1/lamps");
        assertThat(Node.of(document.get("components")).node("schemas").members())
                .containsOnlyKeys("Problem", "Lamp");
    }

    @Test
    void what_two_modules_describe_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> joined(FRAME, LAMPS, LAMPS))
                .withMessage("part.yaml describes operationId a second time");
    }

    @Test
    void unquoted_words_have_the_types_of_json() {
        Map<String, Object> read = part("""
                { language: no, lamp: off, day: 2026-07-01, at: 2026-07-25T21:37:22Z, n: 3, mean: 8.1, hidden: false,
                  region: null }""").content();

        assertThat(read)
                .contains(
                        entry("language", "no"),
                        entry("lamp", "off"),
                        entry("day", "2026-07-01"),
                        entry("at", "2026-07-25T21:37:22Z"),
                        entry("n", 3),
                        entry("mean", 8.1),
                        entry("hidden", false))
                .containsEntry("region", null);
    }

    private static Map<String, Object> joined(String... parts) {
        return DescriptionPart.join(
                Stream.of(parts).map(DescriptionPartTests::part).toList());
    }

    private static DescriptionPart part(String yaml) {
        return DescriptionPart.parse("part.yaml", new StringReader(yaml));
    }
}
