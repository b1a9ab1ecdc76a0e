package cx.ecou.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.platform.audit.chain.KnownLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLinksTests {

    private static final KnownLink LINK = new KnownLink(7, 12, "ab".repeat(32));

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_lines_that_ecou_logs_are_read_again_whatever_stands_around_them() throws IOException {
        Path log = Files.writeString(
                folder.resolve("ecou.log"),
                "2026-11-22 00:05:10 INFO  ecou   Ecou is ready after 4 s\n"
                        + "2026-11-22 00:05:13 INFO  ecou   " + LINK.sentence() + "\n"
                        + "{\"message\":\"" + LINK.sentence() + "\"}\n");

        assertThat(KeptLinks.in(log)).containsExactly(LINK);
    }

    @Test
    void a_log_of_the_time_before_names_none() throws IOException {
        assertThat(KeptLinks.in(Files.writeString(folder.resolve("old.log"), "nothing of that\n")))
                .isEmpty();
        assertThatThrownBy(() -> KeptLinks.in(folder.resolve("missing")))
                .hasMessageEndingWith("cannot be read as UTF-8 text.");
    }
}
