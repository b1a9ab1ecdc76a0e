package cx.ecou.actionplan.read.casefile;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.feedback;
import static cx.ecou.actionplan.CaseExamples.minutesLater;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.CaseExamples;
import cx.ecou.actionplan.CaseWorld;
import cx.ecou.actionplan.InventedColleagues;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.write.customercase.AddNote;
import cx.ecou.actionplan.write.customercase.AssignCase;
import cx.ecou.actionplan.write.customercase.CloseCase;
import cx.ecou.actionplan.write.customercase.EscalateCase;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.actionplan.write.customercase.RecordContact;
import cx.ecou.actionplan.write.customercase.ReopenCase;
import cx.ecou.actionplan.write.customercase.ResolveCase;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class CaseFilesIT {

    private static final Score THREE = Score.nps(3);
    private static final Instant DUE = NOON.plus(Duration.ofDays(1));

    @Autowired
    CaseWorld ecou;

    @Autowired
    CaseFiles cases;

    @Autowired
    InventedColleagues colleagues;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Announcements announcements;

    @BeforeEach
    void noCaseYet() {
        clock.set(NOON);
        colleagues.are(ILINCA, MAREK, OLGA);
        database.sql("truncate action_plan.case_file, action_plan.duty, action_plan.workload, action_plan.given")
                .update();
    }

    @Nested
    class OneCase {

        @Test
        void shows_what_its_feedback_said() {
            UUID caseId = opened("shown-1", "delivery", "Two weeks late.", THREE, Score.csat(3, new Scale(1, 5)));

            assertThat(cases.find(caseId)).hasValueSatisfying(found -> {
                assertThat(found.kind()).isEqualTo(FeedbackKind.SURVEY);
                assertThat(found.touchpoint()).isEqualTo("delivery");
                assertThat(found.channel()).isEqualTo("web");
                assertThat(found.language()).isEqualTo("pl");
                assertThat(found.customerRef()).isEqualTo("crm-77");
                assertThat(found.customerName()).isEqualTo("Ana Kowalska");
                assertThat(found.comment()).isEqualTo("Two weeks late.");
                assertThat(found.reason()).isEqualTo(THREE);
                assertThat(found.scores()).containsExactly(THREE, Score.csat(3, new Scale(1, 5)));
                assertThat(found.priority()).isEqualTo(Priority.HIGH);
                assertThat(found.openedAt()).isEqualTo(NOON);
                assertThat(found.dueAt()).isEqualTo(DUE);
                assertThat(found.status()).isEqualTo(CaseStatus.ASSIGNED);
                assertThat(found.owner()).isEqualTo(ILINCA.id());
            });
        }

        @Test
        void walks_through_its_life() {
            UUID caseId = opened("life-1", "delivery", null, THREE);

            ecou.does(new AssignCase(caseId, MAREK.id(), OLGA.id(), minutesLater(1)));
            assertThat(stateOf(caseId)).isEqualTo(CaseStatus.ASSIGNED);
            assertThat(found(caseId).owner()).isEqualTo(MAREK.id());

            ecou.does(contact(caseId, 10), contact(caseId, 20));
            assertThat(stateOf(caseId)).isEqualTo(CaseStatus.CONTACTED);
            assertThat(found(caseId).contactedAt()).isEqualTo(minutesLater(10));
            assertThat(found(caseId).isContactedInTime()).isTrue();

            ecou.does(resolution(caseId, 30));
            assertThat(stateOf(caseId)).isEqualTo(CaseStatus.RESOLVED);
            assertThat(found(caseId))
                    .extracting("outcome", "rootCause", "resolvedAt")
                    .containsExactly(Outcome.RECOVERED, RootCause.DELIVERY, minutesLater(30));

            ecou.does(new CloseCase(caseId, OLGA.id(), minutesLater(40)));
            assertThat(stateOf(caseId)).isEqualTo(CaseStatus.CLOSED);
            assertThat(found(caseId).closedAt()).isEqualTo(minutesLater(40));
        }

        @Test
        void begins_anew_when_it_is_opened_again() {
            UUID caseId = opened("anew-1", "delivery", null, THREE);
            ecou.does(
                    new EscalateCase(caseId, OLGA.id(), DUE),
                    contact(caseId, 1_500),
                    resolution(caseId, 1_510),
                    new CloseCase(caseId, OLGA.id(), minutesLater(1_520)),
                    new ReopenCase(caseId, "A door is missing.", OLGA.id(), minutesLater(1_530), minutesLater(3_000)));

            assertThat(found(caseId))
                    .extracting("status", "owner", "dueAt")
                    .containsExactly(CaseStatus.ASSIGNED, ILINCA.id(), minutesLater(3_000));
            assertThat(found(caseId))
                    .extracting(
                            "contactedAt",
                            "escalatedAt",
                            "escalatedTo",
                            "resolvedAt",
                            "closedAt",
                            "outcome",
                            "rootCause")
                    .containsOnlyNulls();
        }

        @Test
        void a_note_is_a_change() {
            UUID caseId = opened("note-1", "delivery", null, THREE);

            ecou.does(new AddNote(caseId, "Called, nobody there.", ILINCA.id(), minutesLater(7)));

            assertThat(found(caseId).changedAt()).isEqualTo(minutesLater(7));
        }

        @Test
        void is_overdue_from_its_due_time_until_the_customer_hears_from_us() {
            UUID caseId = opened("is-overdue-1", "delivery", null, THREE);
            assertThat(found(caseId).isOverdue(DUE.minusMillis(1))).isFalse();
            assertThat(found(caseId).isOverdue(DUE)).isTrue();

            ecou.does(contact(caseId, 1_441));

            assertThat(found(caseId).isOverdue(DUE.plusSeconds(3600))).isFalse();
            assertThat(found(caseId).isContactedInTime()).isFalse();
        }

        @Test
        void an_id_that_is_none_is_found_nowhere() {
            assertThat(cases.find(CaseExamples.FEEDBACK)).isEmpty();
        }

        @Test
        void does_not_show_the_customer_when_it_is_logged() {
            UUID caseId = opened("log-1", "delivery", "Two weeks late.", THREE);
            assertThat(found(caseId).toString()).doesNotContain("Ana", "Two weeks");
        }
    }

    @Nested
    class TheList {

        @Test
        void what_is_due_first_comes_first() {
            UUID later = opened("order-1", "delivery", null, THREE);
            UUID sooner = opened("order-2", "delivery", null, Score.nps(1));
            UUID last = opened("order-3", "delivery", null, Score.nps(6));

            assertThat(ids(list(CaseFilter.ALL, CaseOrder.DUE, null))).containsExactly(sooner, later, last);
        }

        @Test
        void or_what_was_opened_last() {
            UUID old = opened("newest-1", "delivery", null, Score.nps(0));
            clock.set(minutesLater(5));
            UUID young = opened("newest-2", "delivery", null, Score.nps(6));

            assertThat(ids(list(CaseFilter.ALL, CaseOrder.NEWEST, null))).containsExactly(young, old);
        }

        @Test
        void my_own_come_before_all_others() {
            UUID hers = opened("mine-1", "delivery", null, Score.nps(0));
            UUID his = opened("mine-2", "returns", null, Score.nps(6));
            UUID escalated = opened("mine-3", "delivery", null, Score.nps(6));
            ecou.does(new EscalateCase(escalated, MAREK.id(), NOON.plus(Duration.ofDays(3))));

            assertThat(ids(list(CaseFilter.ALL, CaseOrder.DUE, MAREK.id())).subList(2, 3))
                    .containsExactly(hers);
            assertThat(ids(list(CaseFilter.ALL, CaseOrder.DUE, MAREK.id())).subList(0, 2))
                    .containsExactlyInAnyOrder(his, escalated);
        }

        @Test
        void can_be_read_part_by_part_without_missing_or_repeating_one() {
            for (int n = 0; n < 7; n++) {
                opened("paged-" + n, n % 3 == 0 ? "returns" : "delivery", null, THREE);
            }
            for (CaseOrder order : CaseOrder.values()) {
                for (@Nullable UUID me : new @Nullable UUID[] {null, MAREK.id()}) {
                    assertThat(readInParts(order, me)).isEqualTo(ids(list(CaseFilter.ALL, order, me)));
                }
            }
        }

        private List<UUID> readInParts(CaseOrder order, @Nullable UUID me) {
            List<UUID> read = new ArrayList<>();
            CasePage.@Nullable Place place = null;
            do {
                CasePage page = cases.list(CaseFilter.ALL, order, me, place, 2, NOON);
                page.cases().forEach(found -> read.add(found.caseId()));
                place = page.next() == null
                        ? null
                        : CasePage.Place.of(page.next().cursor());
            } while (place != null);
            return read;
        }

        @Test
        void shows_only_what_is_asked_for() {
            UUID urgent = opened("filter-1", "returns", "The box was open, 50% off promised.", Score.nps(0));
            UUID normal = opened("filter-2", "delivery", "Too loud.", Score.nps(6));
            colleagues.are();
            UUID queued = opened("filter-3", "shop", "Nobody_there.", THREE);
            ecou.does(contact(normal, 3));

            assertThat(found(filter().with(Set.of(CaseStatus.CONTACTED)))).containsExactly(normal);
            assertThat(found(filter().with(Set.of(CaseStatus.OPEN, CaseStatus.CONTACTED))))
                    .containsExactlyInAnyOrder(normal, queued);
            assertThat(found(owner(ILINCA.id()))).contains(normal).doesNotContain(queued);
            assertThat(found(new CaseFilter(Set.of(), null, true, null, null, null, null)))
                    .containsExactly(queued);
            assertThat(found(new CaseFilter(Set.of(), null, false, Priority.URGENT, null, null, null)))
                    .containsExactly(urgent);
            assertThat(found(new CaseFilter(Set.of(), null, false, null, "shop", null, null)))
                    .containsExactly(queued);
            assertThat(found(words("50% OFF"))).containsExactly(urgent);
            assertThat(found(words("5_%"))).isEmpty();
            assertThat(found(words("nobody_"))).containsExactly(queued);
            assertThat(found(words("kowalska"))).hasSize(3);
            assertThat(found(words("CRM-77"))).hasSize(3);
            assertThat(found(words(urgent.toString().substring(0, 8)))).containsExactly(urgent);
        }

        @Test
        void knows_the_overdue_ones() {
            UUID urgent = opened("late-1", "delivery", null, Score.nps(0));
            UUID contacted = opened("late-2", "delivery", null, Score.nps(0));
            UUID normal = opened("late-3", "delivery", null, Score.nps(6));
            ecou.does(contact(contacted, 3));
            Instant evening = NOON.plus(Duration.ofHours(8));

            assertThat(ids(cases.list(overdue(true), CaseOrder.DUE, null, null, 50, evening)))
                    .containsExactly(urgent);
            assertThat(ids(cases.list(overdue(false), CaseOrder.DUE, null, null, 50, evening)))
                    .containsExactlyInAnyOrder(contacted, normal);
        }

        private List<UUID> found(CaseFilter filter) {
            return ids(list(filter, CaseOrder.DUE, null));
        }
    }

    @Nested
    class TheBoard {

        @Test
        void a_column_begins_with_my_cases_and_holds_no_more_than_fit() {
            UUID hers = opened("column-1", "delivery", null, Score.nps(0));
            UUID his = opened("column-2", "returns", null, Score.nps(6));
            opened("column-3", "delivery", null, Score.nps(6));

            assertThat(cases.column(CaseStatus.ASSIGNED, CaseFilter.ALL, MAREK.id(), 2, NOON))
                    .extracting(CaseFile::caseId)
                    .containsExactly(his, hers);
        }

        @Test
        void a_closed_case_leaves_it_after_a_week() {
            UUID caseId = opened("week-1", "delivery", null, THREE);
            ecou.does(contact(caseId, 1), resolution(caseId, 2), new CloseCase(caseId, OLGA.id(), minutesLater(3)));

            assertThat(closedAt(minutesLater(3).plus(CaseFiles.RECENTLY))).hasSize(1);
            assertThat(closedAt(minutesLater(4).plus(CaseFiles.RECENTLY))).isEmpty();
            assertThat(cases.counts(CaseFilter.ALL, minutesLater(3).plus(CaseFiles.RECENTLY))
                            .of(CaseStatus.CLOSED))
                    .isEqualTo(1);
            assertThat(cases.counts(CaseFilter.ALL, minutesLater(4).plus(CaseFiles.RECENTLY))
                            .of(CaseStatus.CLOSED))
                    .isZero();
        }

        @Test
        void resolved_cases_stand_with_the_latest_first() {
            UUID first = opened("resolved-1", "delivery", null, THREE);
            UUID second = opened("resolved-2", "delivery", null, THREE);
            ecou.does(contact(first, 1), contact(second, 1), resolution(first, 2), resolution(second, 3));

            assertThat(cases.column(CaseStatus.RESOLVED, CaseFilter.ALL, OLGA.id(), 9, NOON))
                    .extracting(CaseFile::caseId)
                    .containsExactly(second, first);
        }

        @Test
        void says_how_many_there_are_how_many_are_late_and_how_many_are_due_today() {
            opened("count-1", "delivery", null, Score.nps(0));
            opened("count-2", "delivery", null, THREE);
            UUID contacted = opened("count-3", "delivery", null, Score.nps(1));
            ecou.does(contact(contacted, 1));

            CaseCounts atNoon = cases.counts(CaseFilter.ALL, NOON);
            assertThat(List.of(atNoon.unresolved(), atNoon.overdue(), atNoon.dueToday()))
                    .containsExactly(3L, 0L, 1L);
            CaseCounts tomorrow = cases.counts(CaseFilter.ALL, NOON.plus(Duration.ofHours(23)));
            assertThat(List.of(
                            tomorrow.of(CaseStatus.ASSIGNED),
                            tomorrow.overdue(CaseStatus.ASSIGNED),
                            tomorrow.of(CaseStatus.CONTACTED),
                            tomorrow.overdue(CaseStatus.CONTACTED),
                            tomorrow.dueToday()))
                    .containsExactly(2L, 1L, 1L, 0L, 1L);
        }

        private List<CaseFile> closedAt(Instant now) {
            return cases.column(CaseStatus.CLOSED, CaseFilter.ALL, OLGA.id(), 9, now);
        }
    }

    @Test
    void what_waits_for_me_is_mine_or_escalated_to_me_and_not_resolved() {
        UUID hers = opened("waits-1", "delivery", null, THREE);
        UUID also = opened("waits-2", "delivery", null, THREE);
        ecou.does(
                new EscalateCase(hers, ILINCA.id(), DUE), new EscalateCase(also, OLGA.id(), DUE), contact(hers, 1_500));
        assertThat(cases.waitingFor(ILINCA.id())).isEqualTo(2);
        assertThat(cases.waitingFor(OLGA.id())).isEqualTo(1);

        ecou.does(resolution(hers, 1_600));

        assertThat(cases.waitingFor(ILINCA.id())).isEqualTo(1);
        assertThat(cases.waitingFor(CaseExamples.SUBJECT)).isZero();
    }

    @Test
    void what_there_is_to_do_can_be_measured() {
        opened("meter-1", "delivery", null, Score.nps(0));
        UUID contacted = opened("meter-2", "delivery", null, Score.nps(0));
        ecou.does(contact(contacted, 1));
        clock.set(NOON.plus(Duration.ofHours(5)));

        assertThat(meters.get("ecou.cases.open")
                        .tag("status", "assigned")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("ecou.cases.open")
                        .tag("status", "contacted")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("ecou.cases.overdue").gauge().value()).isEqualTo(1);
    }

    @Test
    void the_touchpoints_of_all_cases_are_known() {
        opened("touchpoint-1", "shop", null, THREE);
        opened("touchpoint-2", "delivery", null, THREE);
        opened("touchpoint-3", "shop", null, THREE);
        opened("touchpoint-4", null, null, THREE);

        assertThat(cases.touchpoints()).containsExactly("delivery", "shop");
    }

    @Test
    void every_change_is_announced() throws InterruptedException {
        var announced = new CountDownLatch(1);
        Runnable unsubscribe = announcements.listen(CaseFiles.TOPIC, announced::countDown);

        opened("announced-1", "shop", null, THREE);

        assertThat(announced.await(10, TimeUnit.SECONDS)).isTrue();
        unsubscribe.run();
    }

    private UUID opened(String externalId, @Nullable String touchpoint, @Nullable String comment, Score... scores) {
        var said = feedback(externalId, touchpoint, comment, scores);
        ecou.hears(said);
        return OpenCase.caseOf(said.feedbackId());
    }

    private static RecordContact contact(UUID caseId, int minutes) {
        return new RecordContact(caseId, ContactChannel.PHONE, "Spoke.", ILINCA.id(), minutesLater(minutes));
    }

    private static ResolveCase resolution(UUID caseId, int minutes) {
        return new ResolveCase(caseId, Outcome.RECOVERED, RootCause.DELIVERY, null, ILINCA.id(), minutesLater(minutes));
    }

    private CaseFile found(UUID caseId) {
        return cases.find(caseId).orElseThrow();
    }

    private CaseStatus stateOf(UUID caseId) {
        return found(caseId).status();
    }

    private CasePage list(CaseFilter filter, CaseOrder order, @Nullable UUID me) {
        return cases.list(filter, order, me, null, 50, NOON);
    }

    private static List<UUID> ids(CasePage page) {
        return page.cases().stream().map(CaseFile::caseId).toList();
    }

    private static CaseFilter filter() {
        return CaseFilter.ALL;
    }

    private static CaseFilter owner(UUID owner) {
        return new CaseFilter(Set.of(), owner, false, null, null, null, null);
    }

    private static CaseFilter overdue(boolean overdue) {
        return new CaseFilter(Set.of(), null, false, null, null, overdue, null);
    }

    private static CaseFilter words(String words) {
        return new CaseFilter(Set.of(), null, false, null, null, null, words);
    }
}
