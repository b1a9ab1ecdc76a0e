package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped: one jar, 512 MB of heap, its own PostgreSQL. */
class PackedPlatformIT {

    @TempDir
    Path home;

    @Test
    void ecou_jar_runs_alone_and_keeps_what_it_answered_for_across_a_restart() throws Exception {
        var maker = new FeedbackMaker("packed", 7, Duration.ofHours(1));
        try (Platform platform = Platform.start(Platform.packed(EcouJar.PATH), home);
                LeanHttp http = platform.connect()) {
            assertThat(http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(1_000))
                            .text())
                    .contains("\"accepted\":1000");
            assertThat(answers(platform)).contains("\"n\":1000");
        }

        try (Platform again = Platform.start(Platform.packed(EcouJar.PATH), home)) {
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

    @Test
    void the_reckoning_of_the_proofs_finds_what_is_lost_what_is_too_much_and_what_a_read_model_lacks()
            throws Exception {
        var maker = new FeedbackMaker("reckoned", 7, Duration.ofHours(1));
        try (Platform platform = Platform.start(Platform.packed(EcouJar.PATH), home)) {
            try (LeanHttp http = platform.connect()) {
                http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(100));
            }
            assertThat(reckoned(platform, 100)).isEmpty();
            assertThat(reckoned(platform, 101))
                    .contains(
                            "events of reckoned: 100 instead of 101",
                            "pieces of feedback in the KPI: 100 instead of 101");
            assertThat(reckoned(platform, 99)).contains("different keys of reckoned: 100 instead of 99");

            try (var database = platform.database();
                    var statement = database.createStatement()) {
                statement.execute(
                        "delete from feedback.inbox where feedback_id = (select feedback_id from feedback.inbox where nps > 8 limit 1)");
                statement.execute(
                        "delete from action_plan.case_file where case_id = (select case_id from action_plan.case_file limit 1)");
            }
            assertThat(reckoned(platform, 100))
                    .hasSize(2)
                    .anyMatch(broken -> broken.equals("rows of the inbox: 99 instead of 100"))
                    .anyMatch(broken -> broken.startsWith("rows of the cases: "));
        }
    }

    private static List<String> reckoned(Platform platform, long keys) throws Exception {
        return new Reckoning(platform, "reckoned")
                .expect(keys, new Finding.Doubts())
                .broken();
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
