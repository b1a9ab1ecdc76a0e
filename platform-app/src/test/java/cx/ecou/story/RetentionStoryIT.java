package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.RetentionKind;
import cx.ecou.customer.write.retention.DryRun;
import cx.ecou.customer.write.retention.Retention;
import cx.ecou.customer.write.retention.RetentionRules;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers of whom nothing was heard for long are erased at night; who has an open case is not, and no figure moves. */
@WholePlatform
class RetentionStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DAYS = 365;
    private static final UUID MARTA = Ids.next();

    @Autowired
    Program shop;

    @Autowired
    RetentionRules rules;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient database;

    @Test
    void whoever_was_quiet_for_too_long_is_erased_and_whoever_has_an_open_case_stays() throws Exception {
        says("content", 9);
        says("unhappy", 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.get("/api/v1/cases?touchpoint=retained-delivery")
                                .path("items"))
                        .hasSize(1));
        shop.get("/api/v1/customers");
        aYearAgo("content");
        aYearAgo("unhappy");
        JsonNode figure = figure();
        UUID ruleId = rules.set(RetentionKind.HEARD, "retained", DAYS, MARTA);

        assertThat(retention.dryRun(ruleId).some())
                .extracting(DryRun.Customer::customerId)
                .containsExactly(subject("content"));
        rules.switchOn(ruleId, rules.find(ruleId).orElseThrow().revision(), MARTA);
        retention.run(DAYS, () -> false);
        rules.switchOff(ruleId, MARTA);

        assertThat(retention.runs(1))
                .singleElement()
                .satisfies(
                        run -> assertThat(run.erased()).as("%s", run.outcome()).isEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said())
                        .contains("Said by unhappy.", "Name of unhappy")
                        .doesNotContain("Said by content.", "Name of content"));
        assertThat(figure()).isEqualTo(figure);
    }

    private void says(String who, int nps) throws Exception {
        var answer = shop.post("/api/v1/feedback", """
                { "source": "retained", "externalId": "%1$s", "kind": "SURVEY", "occurredAt": "2026-07-25T21:37:22Z",
                  "touchpoint": "retained-delivery", "customer": { "ref": "%1$s", "name": "Name of %1$s" },
                  "scores": [ { "metric": "NPS", "value": %2$d } ], "comment": "Said by %1$s." }""".formatted(who, nps));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void aYearAgo(String who) {
        for (String table : List.of("acquaintance", "last_seen")) {
            database.sql("update customer." + table
                            + " set last_seen_at = now() - ? * interval '24 hours' where customer_id = ?")
                    .params(DAYS + 1, subject(who))
                    .update();
        }
    }

    private static UUID subject(String who) {
        return CustomerSeen.subjectOf("retained", who);
    }

    private String said() throws Exception {
        return shop.get("/api/v1/feedback?source=retained").toString();
    }

    private JsonNode figure() throws Exception {
        return ((ObjectNode) shop.get("/api/v1/kpis/nps?source=retained")).without("asOf");
    }
}
