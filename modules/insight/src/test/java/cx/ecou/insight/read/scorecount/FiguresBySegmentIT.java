package cx.ecou.insight.read.scorecount;

import static cx.ecou.insight.FeedbackExamples.ONE_TO_FIVE;
import static cx.ecou.insight.FeedbackExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.CustomerWorld;
import cx.ecou.insight.Intake;
import cx.ecou.insight.SegmentWorld;
import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Series;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import cx.ecou.segment.events.MembershipCause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a year, sources and segments of its own. */
@EcouTest
class FiguresBySegmentIT {

    @Autowired
    Intake intake;

    @Autowired
    CustomerWorld world;

    @Autowired
    SegmentWorld segments;

    @Autowired
    ScoreCounts scores;

    @Autowired
    JdbcClient database;

    @Test
    void an_answer_counts_when_its_customer_belonged_at_that_moment() {
        UUID ana = isNew("moment", "c-1");
        UUID segment = segments.defines("Moment");
        segments.enter(segment, "2020-03-04T09:00:00Z", MembershipCause.NEWS, ana);
        segments.leave(segment, "2020-03-04T11:00:00Z", MembershipCause.TIME, ana);
        say(
                by("moment", "c-1", "2020-03-04T08:59:59.999999Z", Score.nps(1)),
                by("moment", "c-1", "2020-03-04T09:00:00Z", Score.nps(9)),
                by("moment", "c-1", "2020-03-04T10:59:59.999999Z", Score.nps(10)),
                by("moment", "c-1", "2020-03-04T11:00:00Z", Score.nps(2)),
                by("moment", "somebody-else", "2020-03-04T10:00:00Z", Score.nps(3)),
                on("2020-03-04T10:00:00Z", Score.nps(4)).received());

        assertThat(npsOf(2020, segment)).isEqualTo(nps(9, 10));
    }

    @Test
    void who_comes_back_counts_again_and_what_arrives_late_counts_where_it_was_said() {
        UUID ana = isNew("back", "c-1");
        UUID segment = segments.defines("Back");
        segments.enter(segment, "2020-04-04T09:00:00Z", MembershipCause.NEWS, ana);
        segments.leave(segment, "2020-04-05T09:00:00Z", MembershipCause.TIME, ana);
        segments.enter(segment, "2020-04-06T09:00:00Z", MembershipCause.NEWS, ana);
        say(
                by("back", "c-1", "2020-04-07T10:00:00Z", Score.nps(7)),
                by("back", "c-1", "2020-04-05T10:00:00Z", Score.nps(6)),
                by("back", "c-1", "2020-04-04T10:00:00Z", Score.nps(5)));

        assertThat(npsOf(2020, segment)).isEqualTo(nps(5, 7));
    }

    @Test
    void the_figures_of_every_metric_agree_with_a_recount_by_hand() {
        UUID even = segments.defines("Even");
        UUID third = segments.defines("Third");
        List<Integer> evens = new ArrayList<>();
        List<FeedbackReceived> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID customer = isNew("recount", "c-" + i);
            if (i % 2 == 0) {
                evens.add(i);
                segments.enter(even, "2021-02-01T00:00:00Z", MembershipCause.RULE, customer);
            }
            if (i % 3 == 0) {
                segments.enter(third, "2021-02-15T00:00:00Z", MembershipCause.RULE, customer);
            }
            for (int month = 1; month <= 4; month++) {
                all.add(on(
                                "2021-%02d-%02dT10:00:00Z".formatted(month, 1 + i),
                                Score.nps((i * 5 + month * 3) % 11),
                                Score.csat(1 + (i + month) % 5, ONE_TO_FIVE),
                                Score.ces(1 + (i * 2 + month) % 7, ONE_TO_SEVEN))
                        .at(month % 2 == 0 ? "delivery" : "returns")
                        .of("recount", FeedbackKind.SURVEY)
                        .receivedFrom("c-" + i));
            }
        }
        say(all.toArray(FeedbackReceived[]::new));
        Predicate<FeedbackReceived> inEven = said -> evens.contains(number(said)) && month(said) >= 2;
        Predicate<FeedbackReceived> inThird = said -> number(said) % 3 == 0 && month(said) >= 3;
        Predicate<FeedbackReceived> delivered = said -> "delivery".equals(said.touchpoint());

        for (Metric metric : Metric.values()) {
            Scale scale = scaleOf(metric);
            var ofEven = Filters.onlyOf(even);
            assertThat(ask(2021, metric, ofEven, Grouping.NONE).total(scale)).isEqualTo(recount(all, metric, inEven));
            assertThat(ask(2021, metric, Filters.onlyOf(even, third), Grouping.NONE)
                            .total(scale))
                    .as("of both, each answer once")
                    .isEqualTo(recount(all, metric, inEven.or(inThird)));
            assertThat(ask(2021, metric, ofEven, new Grouping.BySpan(Span.MONTH))
                            .groups(scale))
                    .containsEntry("2021-01", Answers.none(new Series(metric, scale)))
                    .containsEntry("2021-03", recount(all, metric, inEven.and(said -> month(said) == 3)));
            assertThat(ask(2021, metric, ofEven, Dimension.TOUCHPOINT.grouping())
                            .groups(scale))
                    .containsOnlyKeys("delivery", "returns")
                    .containsEntry("delivery", recount(all, metric, inEven.and(delivered)));
            var crossed = new Filters(Map.of(Dimension.TOUCHPOINT, Set.of("delivery")), Set.of(third));
            assertThat(ask(2021, metric, crossed, Grouping.NONE).total(scale))
                    .isEqualTo(recount(all, metric, inThird.and(delivered)));

            GroupedAnswers bySegment =
                    ask(2021, metric, Filters.only(Dimension.SOURCE, "recount"), Belonging.SEGMENT.grouping());
            assertThat(bySegment.groups(scale))
                    .containsOnlyKeys(even.toString(), third.toString())
                    .containsEntry(even.toString(), recount(all, metric, inEven))
                    .containsEntry(third.toString(), recount(all, metric, inThird));
            assertThat(bySegment.total(scale))
                    .as("the total is that of everybody: segments overlap")
                    .isEqualTo(recount(all, metric, said -> true));
        }
    }

    @Test
    void figures_follow_a_merge_and_its_undoing() {
        UUID shop = isNew("merged-shop", "c-1");
        UUID app = isNew("merged-app", "u-1");
        UUID segment = segments.defines("Merged figures");
        segments.enter(segment, "2020-05-01T00:00:00Z", MembershipCause.RULE, app);
        say(
                by("merged-shop", "c-1", "2020-05-02T10:00:00Z", Score.nps(2)),
                by("merged-app", "u-1", "2020-05-03T10:00:00Z", Score.nps(9)));
        assertThat(npsOf(2020, segment)).isEqualTo(nps(9));

        UUID merge = world.merges(shop, app, app);
        assertThat(npsOf(2020, segment)).as("they were one all the time").isEqualTo(nps(2, 9));

        segments.leave(segment, "2020-05-04T00:00:00Z", MembershipCause.MERGE, app);
        segments.enter(segment, "2020-05-04T00:00:00Z", MembershipCause.MERGE, shop);
        say(by("merged-app", "u-1", "2020-05-05T10:00:00Z", Score.nps(7)));
        assertThat(npsOf(2020, segment)).isEqualTo(nps(2, 9, 7));

        world.undoes(merge, shop, app, app);
        assertThat(npsOf(2020, segment))
                .as("what belonged to one of them while they were one stays with that one")
                .isEqualTo(nps(9));
    }

    @Test
    void an_answer_counts_once_even_if_both_parts_of_a_customer_belonged() {
        UUID shop = isNew("both-shop", "c-1");
        UUID app = isNew("both-app", "u-1");
        UUID segment = segments.defines("Both");
        segments.enter(segment, "2020-06-01T00:00:00Z", MembershipCause.RULE, app, shop);
        say(by("both-app", "u-1", "2020-06-03T10:00:00Z", Score.nps(9)));

        world.merges(shop, app, app);

        assertThat(npsOf(2020, segment)).isEqualTo(nps(9));
        assertThat(ask(2020, Metric.NPS, Filters.onlyOf(segment), Belonging.SEGMENT.grouping())
                        .groups(Scale.NPS))
                .isEqualTo(Map.of(segment.toString(), nps(9)));
    }

    @Test
    void erasing_a_member_and_closing_the_segment_change_nothing() {
        UUID ana = isNew("stays", "c-1");
        UUID bea = isNew("stays", "c-2");
        UUID segment = segments.defines("Stays");
        segments.enter(segment, "2020-07-01T00:00:00Z", MembershipCause.RULE, ana, bea);
        say(
                by("stays", "c-1", "2020-07-02T10:00:00Z", Score.nps(2)),
                by("stays", "c-2", "2020-07-02T10:00:00Z", Score.nps(9)));
        Answers before = npsOf(2020, segment);

        segments.erases(segment, ana, "2020-07-03T00:00:00Z");
        assertThat(npsOf(2020, segment)).isEqualTo(before).isEqualTo(nps(2, 9));

        segments.closes(segment, "2020-07-04T00:00:00Z");
        assertThat(npsOf(2020, segment)).isEqualTo(before);
    }

    @Test
    void the_past_is_told_as_it_was_known() {
        UUID ana = isNew("known", "c-1");
        UUID segment = segments.defines("Known");
        segments.enter(segment, "2020-08-01T00:00:00Z", MembershipCause.RULE, ana);
        FeedbackReceived said = by("known", "c-1", "2020-08-02T10:00:00Z", Score.nps(2));
        say(said);
        Instant recordedAt = database.sql("select recorded_at from insight.answer where feedback_id = ?")
                .param(said.feedbackId())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        var question = question(2020, Metric.NPS, Filters.onlyOf(segment), Grouping.NONE);

        assertThat(scores.asOf(recordedAt.minusNanos(1_000)).answers(question).scales())
                .isEmpty();
        assertThat(scores.asOf(recordedAt).answers(question).total(Scale.NPS)).isEqualTo(nps(2));
    }

    @Test
    void answers_of_people_of_whom_nothing_is_known_are_kept_too() {
        FeedbackReceived said = on("2020-09-02T10:00:00Z", Score.nps(2), Score.csat(4, ONE_TO_FIVE))
                .received();

        say(said);

        assertThat(database.sql("select count(*) from insight.answer where feedback_id = ?")
                        .param(said.feedbackId())
                        .query(Integer.class)
                        .single())
                .as("after a rebuild those of somebody erased look the same")
                .isEqualTo(2);
    }

    private UUID isNew(String source, String ref) {
        return world.isNew(source, ref, "Ana", ref + "@" + source + ".example.org");
    }

    private static FeedbackReceived by(String source, String ref, String at, Score... given) {
        return on(at, given).of(source, FeedbackKind.SURVEY).receivedFrom(ref);
    }

    private void say(FeedbackReceived... feedback) {
        intake.record(List.of(feedback));
        intake.awaitProjection(Customers.PROCESSING_GROUP);
    }

    private Answers npsOf(int year, UUID segment) {
        return ask(year, Metric.NPS, Filters.onlyOf(segment), Grouping.NONE).total(Scale.NPS);
    }

    private GroupedAnswers ask(int year, Metric metric, Filters filters, Grouping grouping) {
        return scores.asOf(null).answers(question(year, metric, filters, grouping));
    }

    private static ScoreQuestion question(int year, Metric metric, Filters filters, Grouping grouping) {
        return new ScoreQuestion(metric, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), filters, grouping);
    }

    private static Answers nps(int... values) {
        Map<BigDecimal, Long> counts = new HashMap<>();
        for (int value : values) {
            counts.merge(BigDecimal.valueOf(value), 1L, Long::sum);
        }
        return Answers.of(Series.NPS, counts);
    }

    private static Answers recount(List<FeedbackReceived> all, Metric metric, Predicate<FeedbackReceived> which) {
        Map<BigDecimal, Long> counts = new HashMap<>();
        all.stream()
                .filter(which)
                .flatMap(said -> said.scores().stream())
                .filter(score -> score.metric() == metric)
                .forEach(score -> counts.merge(score.value().stripTrailingZeros(), 1L, Long::sum));
        return Answers.of(new Series(metric, scaleOf(metric)), counts);
    }

    private static Scale scaleOf(Metric metric) {
        return switch (metric) {
            case NPS -> Scale.NPS;
            case CSAT -> ONE_TO_FIVE;
            case CES -> ONE_TO_SEVEN;
        };
    }

    private static int number(FeedbackReceived said) {
        return Integer.parseInt(String.valueOf(said.customerRef()).substring(2));
    }

    private static int month(FeedbackReceived said) {
        return Integer.parseInt(said.occurredAt().toString().substring(5, 7));
    }
}
