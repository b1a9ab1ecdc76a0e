package cx.ecou.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.privacy.PersonalCatalogue;
import cx.ecou.platform.access.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class EventsDocumentIT {

    private static final Path PAGE = Path.of("..", "docs", "events.md");
    private static final String WRITE =
            "mvn -pl platform-app -am verify -Decou.docs.write=true -Dit.test=EventsDocumentIT"
                    + " -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false";

    @Autowired
    List<EventRegister> registers;

    @Autowired
    PersonalCatalogue personal;

    @Test
    void the_page_about_privacy_names_all_that_is_encrypted() {
        String table = personal.all().stream()
                .sorted(Comparator.comparing(
                        parts -> parts.event().substring(0, parts.event().indexOf('.'))))
                .map(parts ->
                        "  | `" + parts.event() + "` | `" + parts.subject().getName() + "` | "
                                + parts.components().stream()
                                        .map(component -> "`" + component.getName() + "`")
                                        .collect(Collectors.joining(", "))
                                + " |\n")
                .collect(Collectors.joining("", "  | --- | --- | --- |\n", "\n"));

        assertThat(Path.of("..", "docs", "privacy.md")).content().contains(table);
    }

    @Test
    void the_page_of_events_says_what_the_registers_say() throws IOException {
        String text = new EventsDocument(registers).text(WRITE);
        if (Boolean.getBoolean("ecou.docs.write")) {
            Files.writeString(PAGE, text);
        }

        assertThat(PAGE).as("stale: write it anew with\n" + WRITE).content().isEqualTo(text);
    }
}
