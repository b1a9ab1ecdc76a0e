package cx.ecou.feedback.api;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@EcouTest
@AutoConfigureMockMvc
class FeedbackApiIT {

    private static final RequestPostProcessor KEY = SignedIn.withScopes("feedback:write", "feedback:read");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient database;

    @Test
    void what_a_customer_said_is_recorded_once_and_can_be_read_back_at_once() {
        MvcTestResult first = send(FeedbackExamples.aDetractorFromAnaAsJson());
        MvcTestResult again = send(FeedbackExamples.aDetractorFromAnaAsJson());

        assertThat(first).hasStatus(HttpStatus.CREATED);
        assertThat(again).hasStatus(HttpStatus.OK);
        String id = FeedbackExamples.aDetractorFromAna().feedbackId().toString();
        assertThat(first).bodyJson().extractingPath("feedbackId").isEqualTo(id);
        assertThat(again).bodyJson().extractingPath("feedbackId").isEqualTo(id);
        assertThat(stored("r-1042")).isEqualTo(1);
        assertThat(mvc.get()
                        .uri("/api/v1/feedback/" + id)
                        .with(KEY)
                        .header(Positions.READ_HEADER, position(first))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(FeedbackExamples.aDetractorFromAnaAsJson());
    }

    @Test
    void the_same_key_with_other_content_is_a_conflict_and_changes_nothing() {
        send(FeedbackExamples.anAnonymousScore("k-1", 9));

        MvcTestResult other = send(FeedbackExamples.anAnonymousScore("k-1", 2));

        assertThat(other).hasStatus(HttpStatus.CONFLICT);
        assertThat(other).bodyJson().extractingPath("type").isEqualTo("/problems/conflicting-repeat");
        assertThat(stored("k-1")).isEqualTo(1);
    }

    @Test
    void one_bad_item_of_a_batch_spoils_no_other() {
        send(FeedbackExamples.anAnonymousScore("b-0", 9));
        String batch = "["
                + String.join(
                        ",",
                        FeedbackExamples.anAnonymousScore("b-0", 9),
                        FeedbackExamples.anAnonymousScore("b-1", 10),
                        FeedbackExamples.anAnonymousScore("b-2", 11),
                        FeedbackExamples.anAnonymousScore("b-0", 1),
                        FeedbackExamples.anAnonymousScore("b-3", 6.5),
                        "7")
                + "]";

        MvcTestResult answer = mvc.post()
                .uri("/api/v1/feedback/batch")
                .with(KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(batch)
                .exchange();

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                { "accepted": 2, "repeated": 1, "rejected": 3, "results": [
                  { "index": 0, "status": "repeated" },
                  { "index": 2, "status": "rejected", "errors": [ { "field": "scores[0].value", "code": "off-scale" } ] },
                  { "index": 3, "status": "rejected", "errors": [ { "code": "conflicting-repeat" } ] },
                  { "index": 5, "status": "rejected", "errors": [ { "field": "", "code": "wrong-type" } ] } ] }""");
        assertThat(stored("b-1") + stored("b-2") + stored("b-3")).isEqualTo(2);
    }

    @Test
    void five_thousand_lines_are_one_batch_and_one_more_is_none() {
        MvcTestResult most = lines(5_000);
        MvcTestResult more = lines(5_001);

        assertThat(most).hasStatusOk().bodyJson().extractingPath("accepted").isEqualTo(5_000);
        assertThat(more).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(more).bodyJson().extractingPath("errors[0].code").isEqualTo("too-many-items");
        assertThat(stored("l-5001")).isZero();
        assertThat(lines(5_000)).bodyJson().extractingPath("repeated").isEqualTo(5_000);
    }

    @Test
    void the_list_is_read_page_by_page_newest_first() {
        String position =
                position(send(FeedbackExamples.anAnonymousScore("p-1", 9).replace("kiosk", "pages")));
        for (int i = 2; i <= 5; i++) {
            position = position(send(FeedbackExamples.anAnonymousScore("p-" + i, 9)
                    .replace("kiosk", "pages")
                    .replace("10:00:00", "10:0" + i + ":00")));
        }

        MvcTestResult first = mvc.get()
                .uri("/api/v1/feedback?source=pages&limit=3")
                .with(KEY)
                .header(Positions.READ_HEADER, position)
                .exchange();
        String cursor = cursor(first);
        MvcTestResult second = mvc.get()
                .uri("/api/v1/feedback?source=pages&limit=3&cursor=" + cursor)
                .with(KEY)
                .exchange();

        assertThat(first)
                .bodyJson()
                .extractingPath("items[*].externalId")
                .asArray()
                .containsExactly("p-5", "p-4", "p-3");
        assertThat(second)
                .bodyJson()
                .extractingPath("items[*].externalId")
                .asArray()
                .containsExactly("p-2", "p-1");
        assertThat(second).bodyJson().extractingPath("nextCursor").isNull();
    }

    private MvcTestResult send(String json) {
        return mvc.post()
                .uri("/api/v1/feedback")
                .with(KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult lines(int count) {
        String body = IntStream.rangeClosed(1, count)
                .mapToObj(n -> FeedbackExamples.anAnonymousScore("l-" + n, n % 11))
                .collect(Collectors.joining("\n"));
        return mvc.post()
                .uri("/api/v1/feedback/batch")
                .with(KEY)
                .contentType(MediaType.APPLICATION_NDJSON)
                .content(body)
                .exchange();
    }

    private String position(MvcTestResult written) {
        String position = String.valueOf(written.getResponse().getHeader(Positions.WRITTEN_HEADER));
        assertThat(positions.await("feedback.inbox", Long.parseLong(position), Duration.ofSeconds(20)))
                .isTrue();
        return position;
    }

    private static String cursor(MvcTestResult list) {
        String body = new String(list.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return body.replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
    }

    private long stored(String externalId) {
        return database.sql("select count(*) from event_store.domain_event where aggregate_identifier in (?, ?)")
                .params(Ids.derived("feedback", "kiosk", externalId), Ids.derived("feedback", "shop", externalId))
                .query(Long.class)
                .single();
    }
}
