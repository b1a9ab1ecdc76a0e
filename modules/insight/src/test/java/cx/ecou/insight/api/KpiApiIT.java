package cx.ecou.insight.api;

import static cx.ecou.insight.FeedbackExamples.ONE_TO_FIVE;
import static cx.ecou.insight.FeedbackExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.insight.FeedbackExamples;
import cx.ecou.insight.Intake;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** July 2016: 60 promoters, 25 passives, 15 detractors; their answers about delivery and returns; a late arrival. */
@EcouTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KpiApiIT {

    private static final Offset<Double> CENT = within(0.005);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Autowired
    SettableClock clock;

    @BeforeAll
    void recordFeedback() throws Exception {
        intake.recordAt("2016-08-05T08:00:00Z", many(60, on("2016-07-10", Score.nps(9))));
        intake.recordAt("2016-08-05T12:00:00Z", many(25, on("2016-07-11", Score.nps(8))));
        intake.recordAt(
                "2016-08-05T18:00:00Z", many(15, on("2016-07-12", Score.nps(3)).at("returns")));
        intake.recordAt(
                "2016-09-01T10:00:00Z",
                many(4, on("2016-08-20", Score.nps(10)).at("returns").through("store")));
        intake.recordAt(
                "2016-09-01T10:00:00Z",
                many(9, on("2016-07-10", Score.csat(5, ONE_TO_FIVE), Score.ces(6, ONE_TO_SEVEN))));
        intake.recordAt(
                "2016-09-01T10:00:00Z",
                many(1, on("2016-07-10", Score.csat(2, ONE_TO_FIVE), Score.ces(2, ONE_TO_SEVEN))));
        intake.recordAt("2016-09-01T10:00:00Z", many(6, on("2016-07-10", Score.csat(7, ONE_TO_SEVEN))));
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(Intake.NOON);
    }

    @Test
    void the_answer_names_everything_that_makes_a_figure_trustworthy() {
        DocumentContext answer = ask("nps?from=2016-07-01&to=2016-07-31");

        assertThat(answer.<String>read("kpi")).isEqualTo("nps");
        assertThat(answer.<String>read("definition")).isEqualTo("nps/1");
        assertThat(answer.<String>read("asOf")).isEqualTo("2026-11-10T11:00:00Z");
        assertThat(answer.<String>read("from")).isEqualTo("2016-07-01");
        assertThat(answer.<String>read("to")).isEqualTo("2016-07-31");
        assertThat(answer.<String>read("timeZone")).isEqualTo("Europe/Warsaw");
        assertThat(answer.<String>read("scale")).isEqualTo("0-10");
        assertThat(number(answer, "total.value")).isCloseTo(45.0, CENT);
        assertThat(answer.<Integer>read("total.n")).isEqualTo(100);
        assertThat(number(answer, "total.interval.low")).isCloseTo(29.34, CENT);
        assertThat(number(answer, "total.interval.high")).isCloseTo(58.04, CENT);
        assertThat(number(answer, "total.interval.confidence")).isEqualTo(0.95);
        assertThat(number(answer, "total.mean")).isCloseTo(7.85, CENT);
        assertThat(answer.<Boolean>read("total.lowBase")).isFalse();
        assertThat(answer.<Boolean>read("total.hidden")).isFalse();
        assertThat(answer.<Object>read("total.distribution").toString())
                .isEqualTo("{promoters=60, passives=25, detractors=15}");
        assertThat(answer.<List<?>>read("groups")).isEmpty();
    }

    @Test
    void a_month_without_answers_is_a_hidden_group_and_not_a_gap() {
        DocumentContext answer = ask("nps?from=2016-05-15&to=2016-08-31&groupBy=month");

        assertThat(answer.<List<String>>read("groups[*].key"))
                .containsExactly("2016-05", "2016-06", "2016-07", "2016-08");
        assertThat(answer.<List<Integer>>read("groups[*].n")).containsExactly(0, 0, 100, 4);
        assertThat(answer.<List<Boolean>>read("groups[*].hidden")).containsExactly(true, true, false, true);
        assertThat(answer.<Object>read("groups[3].value")).isNull();
        assertThat(answer.<Object>read("groups[3].interval")).isNull();
        assertThat(answer.<Object>read("groups[3].mean")).isNull();
        assertThat(answer.<Object>read("groups[3].distribution")).isNull();
        assertThat(number(answer, "groups[2].interval.low")).isCloseTo(29.34, CENT);
    }

    @Test
    void groups_can_be_days_weeks_quarters_and_years() {
        assertThat(ask("nps?from=2016-07-10&to=2016-07-12&groupBy=day").<List<Integer>>read("groups[*].n"))
                .containsExactly(60, 25, 15);
        assertThat(ask("nps?from=2016-07-10&to=2016-07-12&groupBy=week").<List<String>>read("groups[*].key"))
                .containsExactly("2016-W27", "2016-W28");
        assertThat(ask("nps?from=2016-07-10&to=2016-12-31&groupBy=quarter").<List<String>>read("groups[*].key"))
                .containsExactly("2016-Q3", "2016-Q4");
        assertThat(ask("nps?from=2016-07-10&to=2016-07-12&groupBy=year").<List<String>>read("groups[*].key"))
                .containsExactly("2016");
    }

    @Test
    void a_low_base_is_marked_and_still_shown() {
        DocumentContext answer = ask("nps?from=2016-07-01&to=2016-07-31&groupBy=touchpoint");

        assertThat(answer.<List<String>>read("groups[*].key")).containsExactly("delivery", "returns");
        assertThat(answer.<List<Boolean>>read("groups[*].lowBase")).containsExactly(false, true);
        assertThat(number(answer, "groups[1].value")).isEqualTo(-100.0);
    }

    @Test
    void filters_narrow_within_and_across_dimensions() {
        assertThat(n("nps?from=2016-07-01&to=2016-08-31&touchpoint=returns")).isEqualTo(19);
        assertThat(n("nps?from=2016-07-01&to=2016-08-31&touchpoint=returns&touchpoint=delivery"))
                .isEqualTo(104);
        assertThat(n("nps?from=2016-07-01&to=2016-08-31&touchpoint=returns&channel=store"))
                .isEqualTo(4);
        assertThat(n("nps?from=2016-07-01&to=2016-08-31&product=")).isEqualTo(104);
        assertThat(n("nps?from=2016-07-01&to=2016-08-31&product=shoes")).isZero();
    }

    @Test
    void a_late_arrival_does_not_change_what_was_known_before_it() {
        String question = "nps?from=2016-07-01&to=2016-08-31";

        assertThat(n(question + "&asOf=2016-08-31T23:59:59Z")).isEqualTo(100);
        assertThat(n(question + "&asOf=2016-09-01T10:00:00Z")).isEqualTo(104);
        assertThat(n(question)).isEqualTo(104);
    }

    @Test
    void what_was_known_within_a_day_is_exact() {
        String question = "nps?from=2016-07-01&to=2016-07-31&groupBy=touchpoint";

        assertThat(n(question + "&asOf=2016-08-05T07:59:59Z")).isZero();
        assertThat(n(question + "&asOf=2016-08-05T12:00:00Z")).isEqualTo(85);
        assertThat(ask(question + "&asOf=2016-08-05T12:00:00Z").<List<String>>read("groups[*].key"))
                .containsExactly("delivery");
        assertThat(ask(question + "&asOf=2016-08-05T14:00:00%2B02:00").<String>read("asOf"))
                .isEqualTo("2016-08-05T12:00:00Z");
    }

    @Test
    void of_several_scales_the_one_with_most_answers_is_counted_and_named() {
        DocumentContext answer = ask("csat?from=2016-07-01&to=2016-07-31");

        assertThat(answer.<String>read("scale")).isEqualTo("1-5");
        assertThat(answer.<List<String>>read("scales")).containsExactly("1-5", "1-7");
        assertThat(number(answer, "total.value")).isCloseTo(90.0, CENT);
        assertThat(number(answer, "total.interval.low")).isCloseTo(59.58, CENT);
        assertThat(answer.<Object>read("total.distribution").toString()).isEqualTo("{1=0, 2=1, 3=0, 4=0, 5=9}");
    }

    @Test
    void another_scale_is_another_series() {
        DocumentContext answer = ask("csat?from=2016-07-01&to=2016-07-31&scale=1-7");

        assertThat(answer.<Integer>read("total.n")).isEqualTo(6);
        assertThat(number(answer, "total.value")).isEqualTo(100.0);
        assertThat(n("csat?from=2016-07-01&to=2016-07-31&scale=0-10")).isZero();
    }

    @Test
    void effort_is_a_mean_and_the_share_of_the_best_answers() {
        DocumentContext answer = ask("ces?from=2016-07-01&to=2016-07-31");

        assertThat(answer.<String>read("definition")).isEqualTo("ces/1");
        assertThat(number(answer, "total.value")).isCloseTo(5.6, CENT);
        assertThat(number(answer, "total.topShare.value")).isCloseTo(90.0, CENT);
        assertThat(number(answer, "total.topShare.interval.high")).isCloseTo(98.21, CENT);
    }

    @Test
    void only_effort_has_a_share_beside_it() {
        assertThat(ask("nps?from=2016-07-01&to=2016-07-31").<Map<String, Object>>read("total"))
                .doesNotContainKey("topShare");
    }

    @Test
    void without_any_answers_the_usual_scale_is_named() {
        DocumentContext answer = ask("ces?from=2015-01-01&to=2015-12-31");

        assertThat(answer.<String>read("scale")).isEqualTo("1-7");
        assertThat(answer.<Boolean>read("total.hidden")).isTrue();
        assertThat(answer.<Integer>read("total.n")).isZero();
    }

    @Test
    void a_key_without_the_scope_learns_nothing() {
        assertThat(mvc.get().uri("/api/v1/kpis/nps").with(SignedIn.withScopes("feedback:read")))
                .failure()
                .hasMessage("not allowed here");
    }

    @Test
    void an_unknown_kpi_is_not_found() {
        assertThat(refused("happiness")).hasStatus(404).hasContentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void a_question_that_cannot_be_understood_is_refused_with_everything_that_is_wrong() {
        assertThat(refused("nps?from=2016-08-01&to=2016-07-31&groupBy=decade&colour=red"))
                .hasStatus(400)
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder("from", "groupBy", "colour");
    }

    private MvcTestResult refused(String question) {
        return mvc.get()
                .uri(URI.create("/api/v1/kpis/" + question))
                .with(SignedIn.withScopes("kpi:read"))
                .exchange();
    }

    private int n(String question) {
        return ask(question).read("total.n");
    }

    private DocumentContext ask(String question) {
        var answer = mvc.get()
                .uri(URI.create("/api/v1/kpis/" + question))
                .with(SignedIn.withScopes("kpi:read"))
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            return JsonPath.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double number(DocumentContext answer, String path) {
        return answer.<Number>read(path).doubleValue();
    }

    private static FeedbackExamples[] many(int times, FeedbackExamples feedback) {
        return Stream.generate(() -> feedback).limit(times).toArray(FeedbackExamples[]::new);
    }
}
