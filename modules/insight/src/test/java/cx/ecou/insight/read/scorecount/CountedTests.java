package cx.ecou.insight.read.scorecount;

import static cx.ecou.insight.FeedbackExamples.ONE_TO_FIVE;
import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.insight.FeedbackExamples;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Reporting;
import cx.ecou.kernel.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTests {

    private static final Reporting WARSAW = new Reporting(ZoneId.of("Europe/Warsaw"));
    private static final Instant RECORDED = Instant.parse("2026-07-02T12:00:00Z");

    @Test
    void each_score_of_a_feedback_is_counted_by_itself() {
        List<Counted> counted = counted(on("2026-07-01", Score.nps(9.5), Score.csat(4, ONE_TO_FIVE)));

        assertThat(counted).extracting(one -> one.series().metric()).containsExactly(Metric.NPS, Metric.CSAT);
        assertThat(counted).extracting(Counted::value).containsExactly(new BigDecimal("9.5"), new BigDecimal("4"));
        assertThat(counted).extracting(Counted::recordedOn).containsOnly(LocalDate.of(2026, 7, 2));
    }

    @Test
    void equal_answers_under_equal_circumstances_are_one() {
        assertThat(counted(on("2026-07-01", Score.nps(9))))
                .isEqualTo(counted(on("2026-07-01T15:00:00Z", Score.nps(9.0))));
    }

    @Test
    void any_other_circumstance_makes_another() {
        FeedbackExamples usual = on("2026-07-01", Score.nps(9));

        assertThat(List.of(
                        counted(usual),
                        counted(usual.at("returns")),
                        counted(usual.through("store")),
                        counted(usual.about("shoes")),
                        counted(usual.from("north", "gold")),
                        counted(usual.of("zendesk", FeedbackKind.SURVEY)),
                        counted(usual.of("shop", FeedbackKind.REVIEW)),
                        counted(on("2026-06-30", Score.nps(9))),
                        counted(on("2026-07-01", Score.nps(8)))))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_said_is_counted_as_not_stated() {
        Circumstances circumstances =
                counted(on("2026-07-01", Score.nps(9)).at(null)).get(0).circumstances();

        assertThat(circumstances.in(Dimension.TOUCHPOINT)).isEqualTo(Dimension.NOT_STATED);
        assertThat(circumstances.in(Dimension.CHANNEL)).isEqualTo("web");
        assertThat(circumstances.in(Dimension.SOURCE)).isEqualTo("shop");
        assertThat(circumstances.in(Dimension.KIND)).isEqualTo("SURVEY");
    }

    @ParameterizedTest(name = "{0} is {1} in Warsaw")
    @CsvSource({
        "2026-06-30T21:59:59.999999Z, 2026-06-30",
        "2026-06-30T22:00:00Z,        2026-07-01",
        "2026-12-31T22:59:59Z,        2026-12-31",
        "2026-12-31T23:00:00Z,        2027-01-01",
        "2026-03-28T22:59:59Z,        2026-03-28",
        "2026-03-29T21:59:59Z,        2026-03-29",
        "2026-10-25T22:59:59Z,        2026-10-25",
        "2026-10-25T23:00:00Z,        2026-10-26",
    })
    void the_day_is_that_of_the_reporting_time_zone_also_when_the_clocks_change(String instant, LocalDate day) {
        assertThat(counted(on(instant, Score.nps(9))))
                .extracting(Counted::occurredOn)
                .containsExactly(day);
    }

    @Test
    void filters_admit_what_lies_on_one_of_their_members_in_every_dimension() {
        Circumstances circumstances = counted(on("2026-07-01", Score.nps(9)).from("north", "gold"))
                .get(0)
                .circumstances();

        assertThat(Filters.NONE.admit(circumstances)).isTrue();
        assertThat(Filters.only(Dimension.REGION, "south", "north").admit(circumstances))
                .isTrue();
        assertThat(Filters.only(Dimension.REGION, "south").admit(circumstances)).isFalse();
        assertThat(Filters.only(Dimension.PRODUCT, Dimension.NOT_STATED).admit(circumstances))
                .isTrue();
        assertThat(new Filters(Map.of(Dimension.REGION, Set.of("north"), Dimension.SEGMENT, Set.of("new")))
                        .admit(circumstances))
                .isFalse();
    }

    private static List<Counted> counted(FeedbackExamples feedback) {
        return Counted.of(feedback.received(), RECORDED, WARSAW);
    }
}
