package cx.ecou.actionplan.write.customercase;

import static cx.ecou.actionplan.CaseExamples.CASE;
import static cx.ecou.actionplan.CaseExamples.ILINCA;
import static cx.ecou.actionplan.CaseExamples.MAREK;
import static cx.ecou.actionplan.CaseExamples.NEXT_NOON;
import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.OLGA;
import static cx.ecou.actionplan.CaseExamples.SUBJECT;
import static cx.ecou.actionplan.CaseExamples.aDetractorFromAna;
import static cx.ecou.actionplan.CaseExamples.assignedByTheRule;
import static cx.ecou.actionplan.CaseExamples.assignedToMarek;
import static cx.ecou.actionplan.CaseExamples.caseOpened;
import static cx.ecou.actionplan.CaseExamples.closed;
import static cx.ecou.actionplan.CaseExamples.contacted;
import static cx.ecou.actionplan.CaseExamples.escalated;
import static cx.ecou.actionplan.CaseExamples.minutesLater;
import static cx.ecou.actionplan.CaseExamples.noted;
import static cx.ecou.actionplan.CaseExamples.reopened;
import static cx.ecou.actionplan.CaseExamples.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCaseTests {

    @Nested
    class Opening {

        @Test
        void a_case_opens_with_what_its_owner_must_know_and_is_given_to_them() {
            new AggregateTestFixture<>(CustomerCase.class)
                    .givenNoPriorActivity()
                    .when(open(ILINCA))
                    .expectResultMessagePayload(true)
                    .expectEvents(caseOpened(), assignedByTheRule());
        }

        @Test
        void without_an_owner_it_waits_in_the_queue() {
            new AggregateTestFixture<>(CustomerCase.class)
                    .givenNoPriorActivity()
                    .when(open(null))
                    .expectEvents(caseOpened());
        }

        @Test
        void a_second_request_for_the_same_feedback_is_answered_and_changes_nothing() {
            given(caseOpened())
                    .when(open(MAREK))
                    .expectResultMessagePayload(false)
                    .expectNoEvents();
        }

        @Test
        void its_due_time_lies_after_its_opening() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new OpenCase(CASE, aDetractorFromAna(), Score.nps(3), Priority.HIGH, null, NOON, NOON));
        }

        @Test
        void one_feedback_always_leads_to_the_same_case() {
            UUID feedback = aDetractorFromAna().feedbackId();
            assertThat(OpenCase.caseOf(feedback)).isEqualTo(CASE).isNotEqualTo(feedback);
        }
    }

    @Nested
    class Assigning {

        private final AssignCase toMarek = new AssignCase(CASE, MAREK, ILINCA, minutesLater(5));

        @Test
        void a_case_of_the_queue_gets_an_owner() {
            given(caseOpened()).when(toMarek).expectEvents(assignedToMarek());
        }

        @Test
        void an_assigned_case_may_change_hands() {
            given(caseOpened(), assignedByTheRule()).when(toMarek).expectEvents(assignedToMarek());
        }

        @Test
        void a_case_whose_customer_was_contacted_may_change_hands_and_stays_contacted() {
            given(caseOpened(), assignedByTheRule(), contacted(), assignedToMarek())
                    .when(resolve(Outcome.RECOVERED))
                    .expectEvents(resolved());
        }

        @Test
        void giving_it_to_its_owner_changes_nothing() {
            given(caseOpened(), assignedToMarek()).when(toMarek).expectNoEvents();
        }

        @Test
        void a_resolved_case_keeps_its_owner() {
            refused(givenResolved().when(toMarek), "case.already-resolved");
        }

        @Test
        void a_closed_case_keeps_its_owner() {
            refused(givenClosed().when(toMarek), "case.already-closed");
        }
    }

    @Nested
    class Contact {

        private final RecordContact call = new RecordContact(
                CASE, ContactChannel.PHONE, "Apologised, new slot tomorrow.", ILINCA, minutesLater(30));

        @Test
        void the_owner_speaks_with_the_customer() {
            given(caseOpened(), assignedByTheRule()).when(call).expectEvents(contacted());
        }

        @Test
        void the_customer_may_be_contacted_more_than_once() {
            given(caseOpened(), assignedByTheRule(), contacted()).when(call).expectEvents(contacted());
        }

        @Test
        void nobody_speaks_for_a_case_that_nobody_owns() {
            refused(given(caseOpened()).when(call), "case.not-assigned");
        }

        @Test
        void a_resolved_case_must_be_opened_again_first() {
            refused(givenResolved().when(call), "case.already-resolved");
        }

        @Test
        void a_closed_case_must_be_opened_again_first() {
            refused(givenClosed().when(call), "case.already-closed");
        }
    }

    @Nested
    class Noting {

        private final AddNote note = new AddNote(CASE, "Carrier confirms the slot.", ILINCA, minutesLater(40));

        @Test
        void a_note_may_be_added_before_anybody_owns_the_case() {
            given(caseOpened()).when(note).expectEvents(noted());
        }

        @Test
        void a_note_may_be_added_to_a_closed_case() {
            givenClosed().when(note).expectEvents(noted());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t"})
        void a_note_says_something(String nothing) {
            assertThatIllegalArgumentException().isThrownBy(() -> new AddNote(CASE, nothing, ILINCA, NOON));
        }

        @Test
        void a_note_is_short_enough_to_be_read() {
            assertThat(new AddNote(CASE, "x".repeat(4_000), ILINCA, NOON).text())
                    .hasSize(4_000);
            assertThatIllegalArgumentException().isThrownBy(() -> new AddNote(CASE, "x".repeat(4_001), ILINCA, NOON));
        }

        @Test
        void no_command_shows_what_was_written_about_somebody() {
            assertThat(note.toString()).doesNotContain("Carrier");
            assertThat(resolve(Outcome.RECOVERED).toString()).doesNotContain("Delivered");
            assertThat(reopen().toString()).doesNotContain("door");
        }
    }

    @Nested
    class Resolving {

        @Test
        void a_contacted_case_is_resolved_with_outcome_and_cause() {
            given(caseOpened(), assignedByTheRule(), contacted())
                    .when(resolve(Outcome.RECOVERED))
                    .expectEvents(resolved());
        }

        @ParameterizedTest
        @EnumSource(
                value = Outcome.class,
                names = {"NOT_REACHABLE", "NOT_JUSTIFIED"})
        void without_contact_it_can_end_because_nobody_answered_or_nothing_was_wrong(Outcome outcome) {
            given(caseOpened(), assignedByTheRule())
                    .when(resolve(outcome))
                    .expectEvents(new CaseResolved(
                            CASE, SUBJECT, outcome, RootCause.PARTNER, "Delivered.", ILINCA, minutesLater(90)));
        }

        @ParameterizedTest
        @EnumSource(
                value = Outcome.class,
                names = {"RECOVERED", "COMPENSATED", "EXPLAINED", "NOT_RECOVERED"})
        void nobody_knows_how_the_customer_took_it_before_speaking_with_them(Outcome outcome) {
            refused(given(caseOpened(), assignedByTheRule()).when(resolve(outcome)), "case.not-contacted");
        }

        @Test
        void a_case_of_the_queue_is_not_resolved() {
            refused(given(caseOpened()).when(resolve(Outcome.NOT_JUSTIFIED)), "case.not-assigned");
        }

        @Test
        void a_case_is_resolved_once() {
            refused(givenResolved().when(resolve(Outcome.RECOVERED)), "case.already-resolved");
        }

        @Test
        void a_closed_case_is_not_resolved_again() {
            refused(givenClosed().when(resolve(Outcome.RECOVERED)), "case.already-closed");
        }

        @Test
        void a_cause_off_the_list_is_named_in_the_note() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ResolveCase(CASE, Outcome.RECOVERED, RootCause.OTHER, null, ILINCA, NOON));
            assertThat(new ResolveCase(CASE, Outcome.RECOVERED, RootCause.STAFF, null, ILINCA, NOON).note())
                    .isNull();
        }
    }

    @Nested
    class Reopening {

        @Test
        void a_resolved_case_is_opened_again_with_a_new_due_time() {
            givenResolved().when(reopen()).expectEvents(reopened());
        }

        @Test
        void a_closed_case_is_opened_again() {
            givenClosed().when(reopen()).expectEvents(reopened());
        }

        @Test
        void a_case_that_is_still_worked_on_cannot_be_opened_again() {
            refused(given(caseOpened(), assignedByTheRule(), contacted()).when(reopen()), "case.not-resolved");
        }

        @Test
        void the_customer_must_hear_from_us_again_before_it_is_resolved() {
            refused(
                    given(caseOpened(), assignedByTheRule(), contacted(), resolved(), reopened())
                            .when(resolve(Outcome.RECOVERED)),
                    "case.not-contacted");
        }

        @Test
        void the_owner_is_still_the_owner() {
            given(caseOpened(), assignedToMarek(), contacted(), resolved(), reopened())
                    .when(new AssignCase(CASE, MAREK, ILINCA, minutesLater(200)))
                    .expectNoEvents();
        }

        @Test
        void its_new_due_time_lies_ahead() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReopenCase(CASE, "A door is missing.", ILINCA, NOON, NOON));
        }
    }

    @Nested
    class Closing {

        private final CloseCase close = new CloseCase(CASE, OLGA, minutesLater(120));

        @Test
        void a_resolved_case_is_put_away() {
            givenResolved().when(close).expectEvents(closed());
        }

        @Test
        void an_unresolved_case_stays_in_sight() {
            refused(given(caseOpened()).when(close), "case.not-resolved");
            refused(given(caseOpened(), assignedByTheRule()).when(close), "case.not-resolved");
            refused(given(caseOpened(), assignedByTheRule(), contacted()).when(close), "case.not-resolved");
        }

        @Test
        void a_case_is_closed_once() {
            refused(givenClosed().when(close), "case.already-closed");
        }
    }

    @Nested
    class Escalating {

        @Test
        void at_its_due_time_a_case_without_contact_escalates() {
            given(caseOpened(), assignedByTheRule()).when(escalate(NEXT_NOON)).expectEvents(escalated());
        }

        @Test
        void a_case_of_the_queue_escalates_too() {
            given(caseOpened()).when(escalate(NEXT_NOON)).expectEvents(escalated());
        }

        @Test
        void not_a_moment_earlier() {
            refused(given(caseOpened()).when(escalate(NEXT_NOON.minusMillis(1))), "case.not-yet-due");
        }

        @Test
        void only_once() {
            refused(given(caseOpened(), escalated()).when(escalate(NEXT_NOON)), "case.already-escalated");
        }

        @Test
        void not_when_the_customer_has_heard_from_us() {
            refused(
                    given(caseOpened(), assignedByTheRule(), contacted()).when(escalate(NEXT_NOON)),
                    "case.already-contacted");
        }

        @Test
        void not_when_the_work_is_done() {
            refused(givenResolved().when(escalate(NEXT_NOON)), "case.already-resolved");
            refused(givenClosed().when(escalate(NEXT_NOON)), "case.already-closed");
        }

        @Test
        void once_more_when_the_due_time_of_a_reopened_case_passes() {
            var opened = given(caseOpened(), assignedByTheRule(), escalated(), contacted(), resolved(), reopened());
            opened.when(escalate(NEXT_NOON.plusSeconds(3 * 3600)))
                    .expectEvents(new CaseEscalated(CASE, OLGA, NEXT_NOON.plusSeconds(3 * 3600)));
        }

        @Test
        void a_reopened_case_is_not_due_at_its_old_time() {
            refused(
                    given(caseOpened(), assignedByTheRule(), contacted(), resolved(), reopened())
                            .when(escalate(NEXT_NOON)),
                    "case.not-yet-due");
        }

        private EscalateCase escalate(Instant at) {
            return new EscalateCase(CASE, OLGA, at);
        }
    }

    private TestExecutor<CustomerCase> given(ActionPlanEvent... history) {
        return new AggregateTestFixture<>(CustomerCase.class).given((Object[]) history);
    }

    private TestExecutor<CustomerCase> givenResolved() {
        return given(caseOpened(), assignedByTheRule(), contacted(), resolved());
    }

    private TestExecutor<CustomerCase> givenClosed() {
        return given(caseOpened(), assignedByTheRule(), contacted(), resolved(), closed());
    }

    private static void refused(ResultValidator<CustomerCase> result, String rule) {
        result.expectNoEvents().expectException(DomainRuleViolation.class).expectExceptionMessage(rule + " []");
    }

    private static OpenCase open(@Nullable UUID owner) {
        return new OpenCase(CASE, aDetractorFromAna(), Score.nps(3), Priority.HIGH, owner, NOON, NEXT_NOON);
    }

    private static ResolveCase resolve(Outcome outcome) {
        return new ResolveCase(CASE, outcome, RootCause.PARTNER, "Delivered.", ILINCA, minutesLater(90));
    }

    private static ReopenCase reopen() {
        return new ReopenCase(CASE, "A door is missing.", ILINCA, minutesLater(180), NEXT_NOON.plusSeconds(3 * 3600));
    }
}
