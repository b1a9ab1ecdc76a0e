package cx.ecou.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.EcouApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program itself, as an operator does, and reads its console. */
class RefusedStartIT {

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path home = Path.of("");

    /** What the console showed, and how the program ended. */
    record Ended(int code, String console) {}

    @Test
    void a_taken_port_ends_the_start_with_one_line_and_code_1() throws Exception {
        try (var taken = new ServerSocket(0)) {
            Ended ended = start(Map.of("SERVER_PORT", Integer.toString(taken.getLocalPort())));

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.console().strip().lines())
                    .singleElement()
                    .asString()
                    .endsWith("Ecou does not start. Port " + taken.getLocalPort()
                            + " is taken or not allowed: stop what uses it, or set SERVER_PORT to another one.");
        }
    }

    @Test
    void a_weak_key_ends_it_without_being_shown() throws Exception {
        Ended ended = start(Map.of("ECOU_API_KEY", "too-short-a-key"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.console().strip().lines()).hasSize(1);
        assertThat(ended.console()).contains("ECOU_API_KEY must have 32").doesNotContain("too-short-a-key");
    }

    @Test
    void a_wrapping_key_that_is_none_ends_it_without_being_shown() throws Exception {
        Ended ended = start(Map.of("ECOU_PRIVACY_WRAPPING_KEY", "bm90IGEga2V5"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.console().strip().lines()).hasSize(1);
        assertThat(ended.console())
                .contains("Ecou does not start. ECOU_PRIVACY_WRAPPING_KEY must hold 32 random bytes in base64")
                .doesNotContain("bm90IGEga2V5");
    }

    @Test
    void a_database_that_does_not_answer_ends_it_with_one_object_where_logs_are_json() throws Exception {
        Ended ended =
                start(Map.of("ECOU_LOG_FORMAT", "json", "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/ecou"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.console().strip().lines())
                .singleElement()
                .asString()
                .startsWith("{\"@timestamp\"")
                .contains("No PostgreSQL answers at 127.0.0.1:1: start it, or correct SPRING_DATASOURCE_URL.");
    }

    private Ended start(Map<String, String> environment) throws InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EcouApplication.class.getName());
        builder.environment().putAll(Map.of("ECOU_HOME", home.toString(), "SERVER_PORT", "0"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean over = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(over).isTrue();
            return new Ended(process.exitValue(), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
