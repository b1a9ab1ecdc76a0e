package cx.ecou.actionplan.write.customercase;

import static cx.ecou.actionplan.CaseExamples.CASE;
import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.actionplan.InventedColleagues;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseStepsTests {

    private static final Colleague ELENA = new Colleague(Ids.next(), "Elena", Role.EXECUTIVE, Set.of(), true);

    private final InventedColleagues colleagues = new InventedColleagues();
    private final SettableClock clock = new SettableClock(NOON);
    private final CaseSteps steps =
            new CaseSteps(colleagues, new DueTimes(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3)), clock);

    @BeforeEach
    void everybodyIsThere() {
        colleagues.are(ILINCA, MAREK, OLGA, ELENA);
    }

    @Test
    void a_case_is_given_to_a_colleague_now() {
        assertThat(steps.assign(CASE, MAREK.id(), ILINCA.id()))
                .isEqualTo(new AssignCase(CASE, MAREK.id(), ILINCA.id(), NOON));
    }

    @Test
    void whoever_is_away_may_still_be_given_a_case_by_hand() {
        assertThat(OLGA.available()).isFalse();
        assertThat(steps.assign(CASE, OLGA.id(), ILINCA.id()).owner()).isEqualTo(OLGA.id());
    }

    @Test
    void who_only_reads_owns_nothing() {
        assertThat(steps.possibleOwners()).containsExactly(ILINCA, MAREK, OLGA);
        assertThat(problemsOf(() -> steps.assign(CASE, ELENA.id(), ILINCA.id())))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("owner", "unknown-colleague"));
    }

    @Test
    void an_owner_must_be_named_and_known() {
        assertThat(problemsOf(() -> steps.assign(CASE, null, ILINCA.id())))
                .extracting(FieldProblem::code)
                .containsExactly("required");
        assertThat(problemsOf(() -> steps.assign(CASE, Ids.next(), ILINCA.id())))
                .extracting(FieldProblem::code)
                .containsExactly("unknown-colleague");
    }

    @Test
    void a_contact_has_a_channel_and_says_something() {
        assertThat(steps.contact(CASE, ContactChannel.LETTER, "  Wrote.  ", ILINCA.id()))
                .isEqualTo(new RecordContact(CASE, ContactChannel.LETTER, "Wrote.", ILINCA.id(), NOON));
        assertThat(problemsOf(() -> steps.contact(CASE, null, " ", ILINCA.id())))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("channel", "required"), tuple("note", "required"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\r\n\t"})
    void a_note_that_says_nothing_is_none(@Nullable String nothing) {
        assertThat(problemsOf(() -> steps.note(CASE, nothing, ILINCA.id())))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("text", "required"));
    }

    @Test
    void a_note_keeps_its_lines_and_letters() {
        assertThat(steps.note(CASE, "ąčș\r\n\t2 × 3 😀", ILINCA.id()).text()).isEqualTo("ąčș\n\t2 × 3 😀");
    }

    @Test
    void a_note_is_no_novel() {
        assertThat(steps.note(CASE, "x".repeat(4_000), ILINCA.id()).text()).hasSize(4_000);
        assertThat(problemsOf(() -> steps.note(CASE, "x".repeat(4_001), ILINCA.id())))
                .extracting(FieldProblem::code, FieldProblem::message)
                .containsExactly(tuple("too-long", "At most 4000 characters are expected."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0007b", "a\u0085b", "a\ud800b", "\udc00"})
    void what_cannot_be_shown_is_refused(String unprintable) {
        assertThat(problemsOf(() -> steps.note(CASE, unprintable, ILINCA.id())))
                .extracting(FieldProblem::code)
                .containsExactly("control-character");
    }

    @Test
    void no_problem_repeats_what_was_written() {
        assertThat(problemsOf(() -> steps.note(CASE, "secret\0", ILINCA.id())))
                .extracting(FieldProblem::message)
                .noneMatch(message -> message.contains("secret"));
    }

    @Test
    void a_case_is_resolved_with_outcome_and_cause() {
        assertThat(steps.resolve(CASE, Outcome.EXPLAINED, RootCause.POLICY, "", ILINCA.id()))
                .isEqualTo(new ResolveCase(CASE, Outcome.EXPLAINED, RootCause.POLICY, null, ILINCA.id(), NOON));
        assertThat(problemsOf(() -> steps.resolve(CASE, null, null, null, ILINCA.id())))
                .extracting(FieldProblem::field)
                .containsExactly("outcome", "rootCause");
    }

    @ParameterizedTest
    @EnumSource(RootCause.class)
    void only_a_cause_off_the_list_needs_words(RootCause cause) {
        ThrowingCallable silent = () -> steps.resolve(CASE, Outcome.NOT_JUSTIFIED, cause, " ", ILINCA.id());
        if (cause == RootCause.OTHER) {
            assertThat(problemsOf(silent))
                    .extracting(FieldProblem::field, FieldProblem::code)
                    .containsExactly(tuple("note", "required"));
        } else {
            assertThat(steps.resolve(CASE, Outcome.NOT_JUSTIFIED, cause, " ", ILINCA.id())
                            .rootCause())
                    .isEqualTo(cause);
        }
    }

    @Test
    void a_reopened_case_is_due_as_its_priority_says() {
        assertThat(steps.reopen(CASE, Priority.URGENT, "Again.", ILINCA.id()))
                .isEqualTo(new ReopenCase(CASE, "Again.", ILINCA.id(), NOON, NOON.plus(Duration.ofHours(4))));
        assertThat(steps.reopen(CASE, Priority.NORMAL, "Again.", ILINCA.id()).dueAt())
                .isEqualTo(NOON.plus(Duration.ofDays(3)));
        assertThat(problemsOf(() -> steps.reopen(CASE, Priority.HIGH, null, ILINCA.id())))
                .extracting(FieldProblem::field)
                .containsExactly("reason");
    }

    @Test
    void times_are_kept_to_the_millisecond() {
        clock.set(NOON.plusNanos(123_456_789));
        assertThat(steps.close(CASE, OLGA.id())).isEqualTo(new CloseCase(CASE, OLGA.id(), NOON.plusMillis(123)));
    }

    private static List<FieldProblem> problemsOf(ThrowingCallable step) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, step);
        return refusal.problems();
    }
}
