package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The main job: feedback in, figures and cases out. */
@WholePlatform
class MainJobStoryIT {

    private static final String NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    @Autowired
    Program shop;

    @Test
    void a_shop_sends_feedback_and_sees_its_figures_and_who_must_be_called() throws Exception {
        List<String> lines = new ArrayList<>();
        answers(lines, "story-p", 60, 10);
        answers(lines, "story-n", 25, 7);
        answers(lines, "story-d", 15, 2);

        var batch = shop.post(
                "/api/v1/feedback/batch",
                "application/x-ndjson",
                String.join("\n", lines).getBytes());
        JsonNode nps = shop.get("/api/v1/kpis/nps?source=story").path("total");
        JsonNode cases =
                shop.get("/api/v1/cases?touchpoint=story-delivery&limit=500").path("items");

        assertThat(batch.json().path("accepted").asInt()).isEqualTo(100);
        assertThat(nps.path("value").asDouble()).isEqualTo(45.0);
        assertThat(nps.path("n").asInt()).isEqualTo(100);
        assertThat(nps.path("interval").path("low").asDouble()).isCloseTo(29.34, within(0.005));
        assertThat(nps.path("interval").path("high").asDouble()).isCloseTo(58.04, within(0.005));
        assertThat(cases).hasSize(15);
        assertThat(cases).allSatisfy(open -> {
            assertThat(open.path("priority").asString()).isEqualTo("URGENT");
            assertThat(Instant.parse(open.path("dueAt").asString()))
                    .isEqualTo(Instant.parse(open.path("openedAt").asString()).plus(4, ChronoUnit.HOURS));
        });
    }

    @Test
    void a_delivery_repeated_ten_times_changes_no_figure_and_opens_no_second_case() throws Exception {
        String line = answer("twice-1", 1).replace("story\"", "twice\"").replace("story-delivery", "twice-delivery");
        for (int i = 0; i < 10; i++) {
            shop.post("/api/v1/feedback", line);
        }

        assertThat(shop.get("/api/v1/kpis/nps?source=twice")
                        .path("total")
                        .path("n")
                        .asInt())
                .isEqualTo(1);
        assertThat(shop.get("/api/v1/cases?touchpoint=twice-delivery").path("items"))
                .hasSize(1);
    }

    private static void answers(List<String> lines, String name, int count, int nps) {
        for (int i = 0; i < count; i++) {
            lines.add(answer(name + i, nps));
        }
    }

    private static String answer(String externalId, int nps) {
        return """
            {"source":"story","externalId":"%s","kind":"SURVEY","occurredAt":"%s","touchpoint":"story-delivery","scores":[{"metric":"NPS","value":%d}]}""".formatted(externalId, NOW, nps);
    }
}
