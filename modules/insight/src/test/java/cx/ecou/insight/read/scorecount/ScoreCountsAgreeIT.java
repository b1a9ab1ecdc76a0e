package cx.ecou.insight.read.scorecount;

import static cx.ecou.insight.FeedbackExamples.ONE_TO_FIVE;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.FeedbackExamples;
import cx.ecou.insight.Intake;
import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Series;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Reporting;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever scopes a question reads, it gets what counting the feedback one by one would give. */
@EcouTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreCountsAgreeIT {

    private static final LocalDate FROM = LocalDate.of(1990, 1, 1);
    private static final LocalDate TO = LocalDate.of(1990, 12, 31);
    private static final String[] TOUCHPOINTS = {"delivery", "ordering", "returns", null};
    private static final String[] CHANNELS = {"web", "store", null};
    private static final Instant FIRST_RECORDED = Instant.parse("1991-01-01T08:00:00Z");

    private final Map<FeedbackReceived, Instant> recorded = new HashMap<>();

    @Autowired
    Intake intake;

    @Autowired
    ScoreCounts scores;

    @Autowired
    Reporting reporting;

    @Autowired
    SettableClock clock;

    /** 600 pieces of feedback in every mixture, recorded on five days in portions. */
    @BeforeAll
    void recordFeedbackOfAYear() {
        for (int portion = 0; portion < 15; portion++) {
            Instant at = FIRST_RECORDED.plusSeconds(portion * 28_800L);
            List<FeedbackReceived> feedback = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                feedback.add(mixture(portion * 40 + i));
            }
            clock.set(at);
            intake.record(feedback);
            feedback.forEach(received -> recorded.put(received, at));
        }
        clock.set(Intake.NOON);
    }

    private static FeedbackReceived mixture(int i) {
        return FeedbackExamples.on(
                        FROM.plusDays(i * 37L % 365).toString(),
                        Score.nps(i * 7 % 21 / 2.0),
                        Score.csat(1 + i * 11 % 5, ONE_TO_FIVE))
                .at(TOUCHPOINTS[i % 4])
                .through(CHANNELS[i / 4 % 3])
                .about("product " + i % 5)
                .from("region " + i % 3, "segment " + i % 2)
                .of("source " + i % 2, List.of(FeedbackKind.values()).get(i % 5))
                .received();
    }

    static Stream<ScoreQuestion> questions() {
        List<Filters> filters = List.of(
                Filters.NONE,
                Filters.only(Dimension.TOUCHPOINT, "delivery", "returns"),
                Filters.only(Dimension.CHANNEL, ""),
                new Filters(Map.of(Dimension.TOUCHPOINT, Set.of("", "ordering"), Dimension.REGION, Set.of("region 1"))),
                new Filters(Map.of(
                        Dimension.KIND, Set.of("SURVEY", "REVIEW"),
                        Dimension.SEGMENT, Set.of("segment 1"),
                        Dimension.SOURCE, Set.of("source 0", "source 1"))));
        List<Grouping> groupings = Stream.of(
                        "none",
                        "day",
                        "week",
                        "month",
                        "quarter",
                        "year",
                        "touchpoint",
                        "channel",
                        "product",
                        "region",
                        "segment",
                        "source",
                        "kind")
                .map(name -> Grouping.named(name).orElseThrow())
                .toList();
        return filters.stream()
                .flatMap(filter -> groupings.stream()
                        .flatMap(grouping -> Stream.of(Metric.NPS, Metric.CSAT)
                                .map(metric -> new ScoreQuestion(metric, FROM, TO, filter, grouping))));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void counting_one_by_one_gives_the_same(ScoreQuestion question) {
        agree(question, null);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void and_so_it_does_for_what_was_known_in_the_middle_of_a_day(ScoreQuestion question) {
        agree(question, FIRST_RECORDED.plusSeconds(7 * 28_800L));
    }

    @Test
    void the_groups_add_up_to_the_total() {
        Scale scale = Scale.NPS;
        for (Dimension dimension : Dimension.values()) {
            GroupedAnswers answers = scores.asOf(null)
                    .answers(
                            new ScoreQuestion(Metric.NPS, FROM, TO, Filters.NONE, new Grouping.ByDimension(dimension)));

            assertThat(answers.groups(scale).values().stream().reduce(Answers::plus))
                    .contains(answers.total(scale));
            assertThat(answers.total(scale).n()).isEqualTo(600);
        }
    }

    private void agree(ScoreQuestion question, @Nullable Instant asOf) {
        Scale scale = question.metric() == Metric.NPS ? Scale.NPS : ONE_TO_FIVE;

        Map<String, Answers> groups = scores.asOf(asOf).answers(question).groups(scale);

        groups.values().removeIf(group -> group.n() == 0);
        assertThat(groups).isEqualTo(oneByOne(question, new Series(question.metric(), scale), asOf));
    }

    private Map<String, Answers> oneByOne(ScoreQuestion question, Series series, @Nullable Instant asOf) {
        Map<String, Map<BigDecimal, Long>> groups = new TreeMap<>();
        recorded.forEach((feedback, at) -> {
            if (asOf == null || !at.isAfter(asOf)) {
                Counted.of(feedback, at, reporting).stream()
                        .filter(question::admits)
                        .forEach(counted -> groups.computeIfAbsent(question.groupOf(counted), g -> new HashMap<>())
                                .merge(counted.value(), 1L, Long::sum));
            }
        });
        Map<String, Answers> answers = new HashMap<>();
        groups.forEach((key, counts) -> answers.put(key, Answers.of(series, counts)));
        return answers;
    }
}
