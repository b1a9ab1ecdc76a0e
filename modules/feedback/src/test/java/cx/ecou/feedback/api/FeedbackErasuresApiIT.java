package cx.ecou.feedback.api;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.feedback.read.inbox.FeedbackRow;
import cx.ecou.feedback.read.inbox.Inbox;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Metric;
import cx.ecou.webshell.testing.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody has said who they are in a comment that nobody can attribute, and asks for it to be taken out. */
@EcouTest
@AutoConfigureMockMvc
class FeedbackErasuresApiIT {

    private static final RequestPostProcessor KEY = SignedIn.withScopes("feedback:write", "customer:erase");
    private static final String REQUESTED = "{\"reason\":\"REQUESTED\"}";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Positions positions;

    @Autowired
    Inbox inbox;

    @Autowired
    DataKeys keys;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    @Qualifier("broughtBack")
    SmartLifecycle broughtBack;

    @Test
    void the_comment_goes_and_the_score_stays() {
        UUID feedbackId = said("er-1");

        MvcTestResult first = erase(feedbackId, REQUESTED);
        everybodyHasSeen(first);

        assertThat(first).hasStatus(HttpStatus.ACCEPTED);
        FeedbackRow row = inbox.find(feedbackId).orElseThrow();
        assertThat(row.comment()).isNull();
        assertThat(row.attributes()).isEmpty();
        assertThat(row.score(Metric.NPS)).isPresent();
        String proof = Objects.requireNonNull(first.getResponse().getHeader("Location"));
        assertThat(mvc.get().uri(proof).with(KEY)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        { "customerId": "%s", "subjects": 1, "reason": "REQUESTED", "done": true }""".formatted(
                        feedbackId));
        assertThat(erase(feedbackId, "{\"reason\":\"LEGAL_DUTY\"}"))
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader("Location", proof);
    }

    @Test
    void who_delivers_it_again_changes_nothing_and_is_told_of_no_conflict() {
        UUID feedbackId = said("er-2");
        everybodyHasSeen(erase(feedbackId, REQUESTED));

        assertThat(send(anonymous("er-2"))).hasStatus(HttpStatus.OK);
        assertThat(inbox.find(feedbackId).orElseThrow().comment()).isNull();
    }

    @Test
    void what_a_customer_said_is_erased_with_the_customer_and_not_singly() {
        everybodyHasSeen(send(FeedbackExamples.aDetractorFromAnaAsJson()));
        UUID feedbackId = FeedbackExamples.aDetractorFromAna().feedbackId();

        assertThat(erase(feedbackId, REQUESTED))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/erasure.of-a-customer");
        assertThat(inbox.find(feedbackId).orElseThrow().comment()).isNotNull();
    }

    @Test
    void what_was_never_said_cannot_be_erased_and_without_a_reason_nothing_is() {
        UUID feedbackId = said("er-3");

        assertThat(erase(Ids.next(), REQUESTED)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(erase(feedbackId, "{}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"field\":\"reason\",\"code\":\"required\"}]}");
        assertThat(keys.isDestroyed(feedbackId)).isFalse();
    }

    @Test
    void an_older_backup_does_not_bring_it_back() {
        UUID feedbackId = said("er-4");
        transaction.executeWithoutResult(status -> keys.destroy(List.of(feedbackId)));
        assertThat(inbox.find(feedbackId).orElseThrow().comment()).isNotNull();

        broughtBack.start();

        assertThat(inbox.find(feedbackId).orElseThrow().comment()).isNull();
        MvcTestResult erased = erase(feedbackId, REQUESTED);
        assertThat(mvc.get()
                        .uri(String.valueOf(erased.getResponse().getHeader("Location")))
                        .with(KEY))
                .bodyJson()
                .isLenientlyEqualTo("{\"reason\":\"RESTORED\"}");
    }

    private UUID said(String externalId) {
        MvcTestResult sent = send(anonymous(externalId));
        assertThat(sent).hasStatus(HttpStatus.CREATED);
        everybodyHasSeen(sent);
        return Ids.derived("feedback", "kiosk", externalId);
    }

    private static String anonymous(String externalId) {
        return """
            {"source":"kiosk","externalId":"%s","kind":"SURVEY","occurredAt":"2026-07-26T10:00:00Z",
             "scores":[{"metric":"NPS","value":2}],"comment":"Call me, Ana Kowalska, 600 100 200",
             "attributes":{"desk":"Ana's"}}""".formatted(externalId);
    }

    private void everybodyHasSeen(MvcTestResult written) {
        long position = Long.parseLong(String.valueOf(written.getResponse().getHeader(Positions.WRITTEN_HEADER)));
        for (String group : List.of("feedback.inbox", "customer.recognition", "customer.directory")) {
            assertThat(positions.await(group, position, Duration.ofSeconds(20))).isTrue();
        }
    }

    private MvcTestResult send(String json) {
        return post("/api/v1/feedback", json);
    }

    private MvcTestResult erase(UUID feedbackId, String json) {
        return post("/api/v1/feedback/" + feedbackId + "/erasure", json);
    }

    private MvcTestResult post(String address, String json) {
        return mvc.post()
                .uri(address)
                .with(KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
