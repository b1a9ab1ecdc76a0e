package cx.ecou.actionplan.automation;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.aDetractorFromAna;
import static cx.ecou.actionplan.CaseExamples.feedback;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static cx.ecou.actionplan.InventedColleagues.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.actionplan.CaseExamples;
import cx.ecou.actionplan.InventedColleagues;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.read.workload.Workload;
import cx.ecou.actionplan.read.workload.WorkloadExamples;
import cx.ecou.actionplan.write.customercase.DueTimes;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WhenFeedbackIsNegativeThenOpenCaseIT {

    private static final Scale FIVE = new Scale(1, 5);

    private final InventedColleagues colleagues = new InventedColleagues();
    private final SettableClock clock = new SettableClock(NOON);
    private final RecordedCommands commands = RecordedCommands.opening();
    private final Workload workload = WorkloadExamples.on(WorkloadExamples.emptyDatabase());
    private final WhenFeedbackIsNegativeThenOpenCase reaction = reaction(workload);

    @BeforeEach
    void everybodyIsThere() {
        colleagues.are(ILINCA, MAREK, OLGA);
    }

    @Test
    void a_detractor_asks_for_a_case_of_the_owner_of_the_touchpoint() {
        reaction.on(aDetractorFromAna());

        assertThat(commands.sent)
                .containsExactly(new OpenCase(
                        CaseExamples.CASE,
                        aDetractorFromAna(),
                        Score.nps(3),
                        Priority.HIGH,
                        ILINCA.id(),
                        NOON,
                        NOON.plus(Duration.ofDays(1))));
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA.id(), 1));
    }

    @Test
    void delivered_again_it_asks_for_the_same_case_and_counts_nothing() {
        reaction.on(aDetractorFromAna());
        clock.set(NOON.plusSeconds(60));
        reaction.on(aDetractorFromAna());

        assertThat(commands.sent).extracting("caseId").containsExactly(CaseExamples.CASE, CaseExamples.CASE);
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA.id(), 1));
    }

    @Test
    void what_is_not_negative_costs_neither_a_command_nor_a_question_to_the_database() {
        var unreachable = new PGSimpleDataSource();
        unreachable.setURL("jdbc:postgresql://127.0.0.1:1/nowhere");
        var blind = reaction(WorkloadExamples.on(unreachable));
        colleagues.are();

        for (int n = 0; n < 10_000; n++) {
            blind.on(feedback("content-" + n, "delivery", null, Score.nps(9), Score.csat(5, FIVE)));
        }

        assertThat(commands.sent).isEmpty();
    }

    @Test
    void of_two_who_answer_for_a_touchpoint_the_one_with_less_work_gets_the_case() {
        var second = new Colleague(Ids.next(), "Irina", Role.CX_AGENT, Set.of("delivery", "returns"), true);
        colleagues.are(ILINCA, MAREK, second);
        workload.own(Ids.next(), ILINCA.id(), NOON);

        reaction.on(aDetractorFromAna());

        assertThat(owner()).isEqualTo(second.id());
    }

    @Test
    void an_owner_of_the_touchpoint_gets_it_even_with_much_to_do() {
        IntStream.range(0, 50).forEach(n -> workload.own(Ids.next(), ILINCA.id(), NOON));

        reaction.on(aDetractorFromAna());

        assertThat(owner()).isEqualTo(ILINCA.id());
    }

    @Test
    void touchpoints_are_compared_as_they_are_written() {
        reaction.on(feedback("case-1", "Delivery", null, Score.nps(3)));

        assertThat(owner()).isEqualTo(colleagueWithTheSmallerId());
    }

    @Test
    void feedback_about_nothing_in_particular_goes_to_anybody() {
        workload.own(Ids.next(), ILINCA.id(), NOON);

        reaction.on(feedback("nothing-1", null, null, Score.nps(3)));

        assertThat(owner()).isEqualTo(MAREK.id());
    }

    @Test
    void between_equals_the_choice_can_be_foretold() {
        for (int n = 0; n < 3; n++) {
            colleagues.are(n % 2 == 0 ? ILINCA : MAREK, n % 2 == 0 ? MAREK : ILINCA);
            var fresh = reaction(WorkloadExamples.on(WorkloadExamples.emptyDatabase()));
            fresh.on(feedback("equal-" + n, "returns", null, Score.nps(3)));
            assertThat(owner()).isEqualTo(colleagueWithTheSmallerId());
        }
    }

    @Test
    void neither_an_administrator_nor_an_executive_is_given_daily_work() {
        colleagues.are(
                new Colleague(Ids.next(), "Root", Role.ADMIN, Set.of("delivery"), true),
                new Colleague(Ids.next(), "Elena", Role.EXECUTIVE, Set.of("delivery"), true),
                with(ILINCA, false));

        reaction.on(aDetractorFromAna());

        assertThat(commands.sent).extracting("owner").containsOnlyNulls();
        assertThat(workload.ownedCases()).isEmpty();
    }

    @Test
    void the_worst_of_several_scores_decides() {
        reaction.on(feedback("several-1", "delivery", null, Score.nps(6), Score.csat(1, FIVE)));

        assertThat(commands.sent)
                .extracting("reason", "priority", "dueAt")
                .containsExactly(tuple(Score.csat(1, FIVE), Priority.URGENT, NOON.plus(Duration.ofHours(4))));
    }

    @Test
    void the_due_time_counts_from_now_whenever_the_customer_said_it() {
        clock.set(NOON.plus(Duration.ofDays(400)).plusNanos(999));
        FeedbackReceived old = feedback("old-2", "delivery", null, Score.nps(3));

        reaction.on(old);

        assertThat(commands.sent).extracting("openedAt").containsExactly(NOON.plus(Duration.ofDays(400)));
    }

    private WhenFeedbackIsNegativeThenOpenCase reaction(Workload counted) {
        var dueTimes = new DueTimes(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3));
        return new WhenFeedbackIsNegativeThenOpenCase(
                new NegativeScores(7, 2, 3), dueTimes, new Owners(colleagues, counted), counted, commands, clock);
    }

    private UUID owner() {
        UUID owner = ((OpenCase) commands.sent.get(commands.sent.size() - 1)).owner();
        return Objects.requireNonNull(owner);
    }

    private static UUID colleagueWithTheSmallerId() {
        return ILINCA.id().compareTo(MAREK.id()) < 0 ? ILINCA.id() : MAREK.id();
    }
}
