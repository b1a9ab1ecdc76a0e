package cx.ecou.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.seal.DaySeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSealsTests {

    private static final DaySeal SEAL =
            new DaySeal(3, LocalDate.parse("2026-11-21"), 5, 9, 4, "ab".repeat(32), "00".repeat(32));

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_lines_that_ecou_logs_are_read_again_whatever_stands_around_them() throws IOException {
        Path log = folder.resolve("ecou.log");
        Files.writeString(
                log,
                "2026-11-22 00:05:10 INFO  ecou   Ecou is ready after 4 s\n"
                        + "2026-11-22 00:05:13 INFO  ecou   " + SEAL.sentence() + "\n"
                        + "{\"message\":\"" + SEAL.sentence() + "\"}\n");

        assertThat(KeptSeals.in(log)).singleElement().satisfies(kept -> {
            assertThat(kept.isAmong(List.of(SEAL))).isTrue();
            assertThat(kept.isAmong(List.of())).isFalse();
            assertThat(kept.isAmong(List.of(new DaySeal(3, SEAL.day(), 5, 9, 4, "cd".repeat(32), "00".repeat(32)))))
                    .isFalse();
            assertThat(kept.isAmong(List.of(new DaySeal(4, SEAL.day(), 5, 9, 4, SEAL.hash(), "00".repeat(32)))))
                    .isFalse();
        });
    }

    @Test
    void a_file_without_a_seal_proves_nothing() throws IOException {
        Path log = Files.writeString(folder.resolve("other.log"), "nothing of ours\n");

        assertThatThrownBy(() -> KeptSeals.in(log)).hasMessage("The file " + log + " names no seal of a day.");
        assertThatThrownBy(() -> KeptSeals.in(folder.resolve("missing")))
                .hasMessageEndingWith("cannot be read as UTF-8 text.");
    }
}
