package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped: one jar, 512 MB of heap, its own PostgreSQL. */
class PackedPlatformIT {

    private static final Path JAR =
            Path.of("../../platform-app/target/ecou.jar").toAbsolutePath().normalize();

    @TempDir
    Path home;

    @Test
    void ecou_jar_runs_alone_and_keeps_what_it_answered_for_across_a_restart() throws Exception {
        var maker = new FeedbackMaker("packed", 7, Duration.ofHours(1));
        try (Platform platform = Platform.start(Platform.packed(JAR), home);
                LeanHttp http = platform.connect()) {
            assertThat(http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(1_000))
                            .text())
                    .contains("\"accepted\":1000");
            assertThat(answers(platform)).contains("\"n\":1000");
        }

        try (Platform again = Platform.start(Platform.packed(JAR), home)) {
            assertThat(answers(again)).contains("\"n\":1000");
            try (var database = again.database();
                    var statement = database.createStatement();
                    var row = statement.executeQuery(
                            "select current_setting('fsync') || ' ' || current_setting('synchronous_commit')")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on on");
            }
        }
    }

    private static String answers(Platform platform) throws Exception {
        platform.awaitProjections();
        try (LeanHttp http = platform.connect()) {
            return total(http);
        }
    }

    private static String total(LeanHttp http) throws IOException {
        LeanHttp.Answer answer = http.get("/api/v1/kpis/nps?source=packed", "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
