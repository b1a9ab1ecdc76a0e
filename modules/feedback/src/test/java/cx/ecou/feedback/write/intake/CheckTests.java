package cx.ecou.feedback.write.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.webshell.problems.FieldProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTests {

    private static final Instant NOW = Instant.parse("2026-07-26T12:00:00Z");

    @Test
    void what_ana_said_is_sound_and_becomes_the_fact() {
        assertThat(sound(FeedbackExamples.aDetractorFromAnaAsJson())).isEqualTo(FeedbackExamples.aDetractorFromAna());
    }

    @Test
    void without_a_customer_the_feedback_is_its_own_subject() {
        FeedbackReceived anonymous = sound(FeedbackExamples.anAnonymousScore("k-1", 9));

        assertThat(anonymous.subjectId()).isEqualTo(anonymous.feedbackId());
    }

    @Test
    void nine_and_nine_point_zero_are_the_same_score() {
        assertThat(sound(FeedbackExamples.anAnonymousScore("k-1", 9)))
                .isEqualTo(
                        sound(FeedbackExamples.anAnonymousScore("k-1", 9).replace("\"value\":9.0", "\"value\":9.00")));
    }

    @Test
    void every_problem_is_named_at_once() {
        assertThat(problems("""
                {"source":" ","kind":"TWEET","occurredAt":"yesterday","colour":"red","language":"polish!",
                 "scores":[{"metric":"NPS","value":11},{"metric":"CSAT","value":3},{"metric":"JOY","value":1}]}"""))
                .containsExactlyInAnyOrder(
                        "colour unknown-field",
                        "source required",
                        "externalId required",
                        "kind unknown-kind",
                        "occurredAt not-an-instant",
                        "language not-a-language",
                        "scores[0].value off-scale",
                        "scores[1].scale required",
                        "scores[2].metric unknown-metric");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "scores":[{"metric":"NPS","value":-1}]                          | scores[0].value off-scale
            "scores":[{"metric":"NPS","value":10.5}]                        | scores[0].value off-scale
            "scores":[{"metric":"NPS","value":7.25}]                        | scores[0].value off-scale
            "scores":[{"metric":"NPS","value":1e400}]                       | scores[0].value off-scale
            "scores":[{"metric":"NPS","value":1e-400}]                      | scores[0].value off-scale
            "scores":[{"metric":"NPS","value":"9"}]                         | scores[0].value wrong-type
            "scores":[{"metric":"NPS","value":null}]                        | scores[0].value required
            "scores":[{"metric":"NPS","value":9,"scale":"1-5"}]             | scores[0].scale wrong-scale
            "scores":[{"metric":"CSAT","value":3.5,"scale":"1-5"}]          | scores[0].value off-scale
            "scores":[{"metric":"CSAT","value":0,"scale":"1-5"}]            | scores[0].value off-scale
            "scores":[{"metric":"CES","value":3,"scale":"5-1"}]             | scores[0].scale not-a-scale
            "scores":[{"metric":"CES","value":3,"scale":"one to five"}]     | scores[0].scale not-a-scale
            "scores":[{"metric":"CES","value":3,"scale":"1-9999"}]          | scores[0].scale not-a-scale
            "scores":[{"metric":"NPS","value":3,"weight":2}]                | scores[0].weight unknown-field
            "scores":[{"metric":"NPS","value":3},{"metric":"NPS","value":3}]| scores[1].metric duplicate-metric
            "scores":{"metric":"NPS","value":3}                             | scores wrong-type
            "scores":[3]                                                    | scores[0] wrong-type
            "scores":[]                                                     | scores nothing-said
            "scores":[],"comment":"  "                                      | scores nothing-said
            "comment":7                                                     | comment wrong-type
            "comment":"a","comment":"b"                                     | comment duplicate-field
            "comment":"a\\u0000b"                                           | comment control-character
            "comment":"a\\ud800b"                                           | comment control-character
            "comment":"a","touchpoint":"a\\nb"                              | touchpoint control-character
            "comment":"a","customer":"Ana"                                  | customer wrong-type
            "comment":"a","customer":{"phone":"1"}                          | customer.phone unknown-field
            "comment":"a","customer":{"email":"ana"}                        | customer.email not-an-address
            "comment":"a","attributes":{"a":1}                              | attributes.a wrong-type
            "comment":"a","attributes":["a"]                                | attributes wrong-type
            "comment":"a","language":"x"                                    | language not-a-language
            "comment":"a","occurredAt":"2026-07-26T12:06:00Z"               | occurredAt duplicate-field
            """)
    void what_does_not_fit_is_named(String members, String problem) {
        assertThat(problems("""
                        {"source":"s","externalId":"e","kind":"REVIEW","occurredAt":"2026-07-26T10:00:00Z",%s}""".formatted(members))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-26T12:05:00Z, true",
        "2026-07-26T12:05:01Z, false",
        "2026-07-26T14:04:00+02:00, true",
        "1970-01-01T00:00:00Z, true",
        "1969-12-31T23:59:59Z, false"
    })
    void an_instant_lies_after_1970_and_at_most_five_minutes_ahead(String occurredAt, boolean sound) {
        List<String> problems =
                problems(FeedbackExamples.anAnonymousScore("k", 9).replace("2026-07-26T10:00:00Z", occurredAt));

        assertThat(problems.isEmpty()).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-07-26", "2026-07-26T10:00:00", "1785060000", "26.07.2026 10:00", "2026-02-30T10:00:00Z"})
    void an_instant_without_a_time_or_a_zone_is_none(String occurredAt) {
        assertThat(problems(FeedbackExamples.anAnonymousScore("k", 9).replace("2026-07-26T10:00:00Z", occurredAt)))
                .containsExactly("occurredAt not-an-instant");
    }

    @Test
    void lengths_have_limits() {
        assertThat(problems(comment("x".repeat(20_000)))).isEmpty();
        assertThat(problems(comment("x".repeat(20_001)))).containsExactly("comment too-long");
        assertThat(problems(FeedbackExamples.anAnonymousScore("k".repeat(201), 9)))
                .containsExactly("externalId too-long");
        String attributes = IntStream.rangeClosed(1, 51)
                .mapToObj(n -> "\"a" + n + "\":\"x\"")
                .collect(Collectors.joining(",", "\"attributes\":{", "}"));
        assertThat(problems(comment("x").replace("\"scores\"", attributes + ",\"scores\"")))
                .containsExactly("attributes too-many");
    }

    @Test
    void comments_keep_their_lines_and_every_letter() {
        FeedbackReceived feedback = sound(comment("Zażółć\\n\\tgęślą jaźń 👍🏽"));

        assertThat(feedback.comment()).isEqualTo("Zażółć\n\tgęślą jaźń 👍🏽");
    }

    private static String comment(String comment) {
        return FeedbackExamples.anAnonymousScore("k", 9)
                .replace("\"scores\"", "\"comment\":\"" + comment + "\",\"scores\"");
    }

    private static FeedbackReceived sound(String json) {
        return check(json).match(feedback -> feedback, problems -> {
            throw new AssertionError(problems);
        });
    }

    private static List<String> problems(String json) {
        return check(json)
                .match(
                        feedback -> List.of(),
                        problems -> problems.stream().map(CheckTests::shown).toList());
    }

    private static String shown(FieldProblem problem) {
        assertThat(problem.message()).endsWith(".");
        return problem.field() + " " + problem.code();
    }

    private static Checked check(String json) {
        return Check.of(Delivery.one(json.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
