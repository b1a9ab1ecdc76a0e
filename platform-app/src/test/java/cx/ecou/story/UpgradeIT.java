package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.seal.DaySeal;
import cx.ecou.eventstore.seal.Seals;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a release has stored is opened by this one: figures, inbox, cases and seals are as they were, and it goes on. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ecou.api.key=" + WholePlatform.KEY, "test.release=" + UpgradeIT.RELEASE})
@ContextConfiguration(initializers = OpenedRelease.class)
@Import(Program.class)
class UpgradeIT {

    static final String RELEASE = "0.1";

    private static final StoredRelease STORED = StoredRelease.named(RELEASE);

    @Autowired
    Program shop;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient database;

    @Test
    void figures_inbox_and_cases_are_as_they_were() throws Exception {
        for (Map.Entry<String, JsonNode> question : answers().properties()) {
            assertThat(Stable.of(shop.get(question.getKey())))
                    .as(question.getKey())
                    .isEqualTo(Stable.of(question.getValue()));
        }
    }

    @Test
    void the_events_are_as_they_were_sealed_and_so_are_the_days() throws IOException {
        assertThat(seals.verify()).satisfies(all -> {
            assertThat(all.intact()).isTrue();
            assertThat(all.sealed()).isPositive();
        });
        String stored = Files.readString(STORED.folder().resolve("event_store.day_seal.copy"));
        List<DaySeal> days = seals.days();
        assertThat(days).isNotEmpty().allSatisfy(day -> assertThat(stored).contains(day.hash()));
    }

    @Test
    void what_comes_in_now_follows_what_was_there() throws Exception {
        long last = last();

        var answer = shop.post("/api/v1/feedback", """
                {"source":"upgrade","externalId":"new-1","kind":"SURVEY","occurredAt":"2026-01-02T03:04:05Z",\
                "scores":[{"metric":"NPS","value":9}]}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(last()).isGreaterThan(last);
        assertThat(shop.get("/api/v1/kpis/nps?source=upgrade&from=2026-01-02&to=2026-01-02")
                        .path("total")
                        .path("n")
                        .asInt())
                .isEqualTo(1);
    }

    private long last() {
        return database.sql("select max(global_index) from event_store.domain_event")
                .query(Long.class)
                .single();
    }

    private static JsonNode answers() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(STORED.answers()));
    }
}
