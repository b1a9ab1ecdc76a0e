package cx.ecou.insight.read.scorecount;

import static cx.ecou.insight.FeedbackExamples.ONE_TO_FIVE;
import static cx.ecou.insight.FeedbackExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.FeedbackExamples.on;
import static cx.ecou.kernel.Score.ces;
import static cx.ecou.kernel.Score.csat;
import static cx.ecou.kernel.Score.nps;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.insight.FeedbackExamples;
import cx.ecou.insight.Intake;
import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Series;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a year of its own. */
@EcouTest
class ScoreCountsIT {

    @Autowired
    Intake intake;

    @Autowired
    ScoreCounts scores;

    @Autowired
    Announcements announcements;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.set(Intake.NOON);
    }

    @Test
    void each_score_counts_once_under_its_metric_and_scale() {
        intake.recordAt(
                "2001-03-05T12:00:00Z",
                on("2001-03-04", nps(9.5), csat(4, ONE_TO_FIVE), ces(6, ONE_TO_SEVEN)),
                on("2001-03-04", nps(9.5)),
                on("2001-03-04", nps(3), csat(7, ONE_TO_SEVEN)));

        assertThat(npsOf(2001))
                .isEqualTo(counts(Series.NPS, Map.of(new BigDecimal("9.5"), 2L, BigDecimal.valueOf(3), 1L)));
        GroupedAnswers csat = scores.asOf(null).answers(year(2001, Metric.CSAT, Filters.NONE, Grouping.NONE));
        assertThat(csat.scales()).containsExactlyInAnyOrder(ONE_TO_FIVE, ONE_TO_SEVEN);
        assertThat(csat.total(ONE_TO_FIVE).n()).isEqualTo(1);
        assertThat(csat.total(ONE_TO_SEVEN).n()).isEqualTo(1);
    }

    @Test
    void the_same_answers_again_add_to_the_same_rows() {
        for (String instant : new String[] {"2002-03-05T12:00:00Z", "2002-03-05T13:00:00Z"}) {
            intake.recordAt(instant, on("2002-03-04", nps(9)), on("2002-03-04", nps(9)));
        }

        assertThat(npsOf(2002).at(BigDecimal.valueOf(9))).isEqualTo(4);
        assertThat(database.sql("""
                        select count(*) from insight.score_count join insight.scope using (scope_id)
                         where counted_by = 'total' and occurred_on = date '2002-03-04'""").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void feedback_without_scores_counts_nowhere() {
        intake.recordAt("2003-03-05T12:00:00Z", on("2003-03-04"));

        assertThat(npsOf(2003).n()).isZero();
    }

    @Test
    void a_day_begins_at_midnight_in_warsaw() {
        intake.recordAt(
                "2004-07-02T12:00:00Z",
                on("2004-06-30T21:59:59Z", nps(1)),
                on("2004-06-30T22:00:00Z", nps(2)),
                on("2004-12-31T22:59:59Z", nps(3)));

        Map<String, Answers> months = scores.asOf(null)
                .answers(year(2004, Metric.NPS, Filters.NONE, new Grouping.BySpan(Span.MONTH)))
                .groups(Scale.NPS);

        assertThat(months.get("2004-06")).isEqualTo(single(1));
        assertThat(months.get("2004-07")).isEqualTo(single(2));
        assertThat(months.get("2004-12")).isEqualTo(single(3));
    }

    @Test
    void months_without_answers_are_groups_as_well() {
        intake.recordAt("2005-07-02T12:00:00Z", on("2005-03-04", nps(9)), on("2005-06-04", nps(9)));

        Map<String, Answers> months = scores.asOf(null)
                .answers(year(2005, Metric.NPS, Filters.NONE, new Grouping.BySpan(Span.MONTH)))
                .groups(Scale.NPS);

        assertThat(months).hasSize(12).containsEntry("2005-04", Answers.none(Series.NPS));
        assertThat(months.keySet()).startsWith("2005-01", "2005-02").endsWith("2005-12");
    }

    @Test
    void feedback_that_does_not_say_is_a_group_of_its_own() {
        intake.recordAt(
                "2006-07-02T12:00:00Z",
                on("2006-03-04", nps(9)).at("returns"),
                on("2006-03-04", nps(8)).at(null),
                on("2006-03-04", nps(7)).at(null).through(null));

        Map<String, Answers> touchpoints = scores.asOf(null)
                .answers(year(2006, Metric.NPS, Filters.NONE, new Grouping.ByDimension(Dimension.TOUCHPOINT)))
                .groups(Scale.NPS);

        assertThat(touchpoints.keySet()).containsExactly(Dimension.NOT_STATED, "returns");
        assertThat(npsOf(2006, Filters.only(Dimension.TOUCHPOINT, Dimension.NOT_STATED))
                        .n())
                .isEqualTo(2);
        assertThat(npsOf(2006, Filters.only(Dimension.TOUCHPOINT, "returns", Dimension.NOT_STATED))
                        .n())
                .isEqualTo(3);
    }

    @Test
    void the_scale_with_most_answers_is_found() {
        intake.recordAt(
                "2007-07-02T12:00:00Z",
                on("2007-03-04", csat(4, ONE_TO_SEVEN)),
                on("2007-03-04", csat(4, ONE_TO_SEVEN)),
                on("2007-03-04", csat(4, ONE_TO_FIVE)));

        assertThat(scores.asOf(null)
                        .answers(year(2007, Metric.CSAT, Filters.NONE, Grouping.NONE))
                        .mostAnswered())
                .contains(ONE_TO_SEVEN);
        assertThat(scores.asOf(null)
                        .answers(year(1999, Metric.CSAT, Filters.NONE, Grouping.NONE))
                        .mostAnswered())
                .isEmpty();
    }

    @Test
    void late_arrivals_are_unknown_before_the_day_on_which_they_were_recorded() {
        intake.recordAt("2008-04-02T12:00:00Z", on("2008-03-04", nps(9)));
        intake.recordAt("2008-05-20T12:00:00Z", on("2008-03-04", nps(2)));
        clock.set(Intake.NOON);

        assertThat(npsOf(2008, "2008-04-01T00:00:00Z").n()).isZero();
        assertThat(npsOf(2008, "2008-05-19T21:59:59Z")).isEqualTo(single(9));
        assertThat(npsOf(2008).n()).isEqualTo(2);
        assertThat(npsOf(2008, "2008-05-21T12:00:00Z")).isEqualTo(npsOf(2008));
    }

    @Test
    void within_a_day_the_stored_events_decide_to_the_microsecond() {
        intake.recordAt("2009-04-02T08:00:00Z", on("2009-03-04", nps(1)));
        intake.recordAt("2009-04-02T12:00:00.000002Z", on("2009-03-04", nps(2)).at("returns"));
        intake.recordAt("2009-04-02T20:00:00Z", on("2009-03-04", nps(3)));
        clock.set(Intake.NOON);

        assertThat(npsOf(2009, "2009-04-02T12:00:00.000001Z")).isEqualTo(single(1));
        assertThat(npsOf(2009, "2009-04-02T12:00:00.000002Z").n()).isEqualTo(2);
        assertThat(npsOf(2009, "2009-04-02T19:59:59Z").n()).isEqualTo(2);
        assertThat(npsOf(2009, "2009-04-02T20:00:00Z").n()).isEqualTo(3);
        var returns = year(
                2009, Metric.NPS, Filters.only(Dimension.TOUCHPOINT, "returns"), new Grouping.BySpan(Span.QUARTER));
        assertThat(scores.asOf(Instant.parse("2009-04-02T13:00:00Z"))
                        .answers(returns)
                        .groups(Scale.NPS))
                .containsEntry("2009-Q1", single(2));
    }

    @Test
    void an_instant_to_come_means_now() {
        intake.recordAt("2010-04-02T12:00:00Z", on("2010-03-04", nps(9)));

        KnownScores known = scores.asOf(Instant.parse("2010-05-01T00:00:00Z"));

        assertThat(known.asOf()).isEqualTo(Instant.parse("2010-04-02T12:00:00Z"));
        assertThat(known.answers(year(2010, Metric.NPS, Filters.NONE, Grouping.NONE))
                        .total(Scale.NPS)
                        .n())
                .isEqualTo(1);
    }

    @Test
    void pages_are_told_when_something_new_has_been_counted() {
        var heard = new AtomicInteger();
        Runnable stop = announcements.listen(ScoreCounts.TOPIC, heard::incrementAndGet);

        Awaitility.await().until(() -> {
            intake.recordAt("2011-04-02T12:00:00Z", on("2011-03-04", nps(9)));
            return heard.get() > 0;
        });
        stop.run();
    }

    @Test
    void a_thousand_answers_become_few_rows() {
        intake.record(Stream.generate(() -> on("2012-03-04", nps(10)).received())
                .limit(1_000)
                .toList());

        assertThat(npsOf(2012).n()).isEqualTo(1_000);
        assertThat(database.sql("select count(*) from insight.score_count where occurred_on = date '2012-03-04'")
                        .query(Long.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void very_long_members_of_every_dimension_are_counted_too() {
        String name = Collections.nCopies(300, "zażółć").toString();
        FeedbackExamples wordy =
                on("2013-03-04", nps(10)).at(name).through(name).about(name).from(name, name);

        intake.recordAt("2013-04-02T12:00:00Z", wordy, wordy);

        assertThat(npsOf(2013, Filters.only(Dimension.PRODUCT, name)).n()).isEqualTo(2);
    }

    private Answers npsOf(int year) {
        return npsOf(year, Filters.NONE);
    }

    private Answers npsOf(int year, Filters filters) {
        return scores.asOf(null)
                .answers(year(year, Metric.NPS, filters, Grouping.NONE))
                .total(Scale.NPS);
    }

    private Answers npsOf(int year, @Nullable String asOf) {
        return scores.asOf(asOf == null ? null : Instant.parse(asOf))
                .answers(year(year, Metric.NPS, Filters.NONE, Grouping.NONE))
                .total(Scale.NPS);
    }

    private static ScoreQuestion year(int year, Metric metric, Filters filters, Grouping grouping) {
        return new ScoreQuestion(metric, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), filters, grouping);
    }

    private static Answers single(int value) {
        return counts(Series.NPS, Map.of(BigDecimal.valueOf(value), 1L));
    }

    private static Answers counts(Series series, Map<BigDecimal, Long> counts) {
        return Answers.of(series, counts);
    }
}
