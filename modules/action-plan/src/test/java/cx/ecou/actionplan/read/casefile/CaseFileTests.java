package cx.ecou.actionplan.read.casefile;

import static cx.ecou.actionplan.CaseExamples.CASE;
import static cx.ecou.actionplan.CaseExamples.FEEDBACK;
import static cx.ecou.actionplan.CaseExamples.ILINCA;
import static cx.ecou.actionplan.CaseExamples.MAREK;
import static cx.ecou.actionplan.CaseExamples.NEXT_NOON;
import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseFileTests {

    @ParameterizedTest
    @EnumSource(
            value = CaseStatus.class,
            names = {"OPEN", "ASSIGNED"})
    void it_is_overdue_from_the_due_time_while_the_customer_waits(CaseStatus waiting) {
        assertThat(file(waiting, null, null, null).isOverdue(NEXT_NOON.minusNanos(1)))
                .isFalse();
        assertThat(file(waiting, null, null, null).isOverdue(NEXT_NOON)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseStatus.class,
            names = {"CONTACTED", "RESOLVED", "CLOSED"})
    void it_is_never_overdue_once_the_customer_has_heard_from_us(CaseStatus later) {
        assertThat(file(later, null, null, NEXT_NOON).isOverdue(NEXT_NOON.plusSeconds(9_999)))
                .isFalse();
    }

    @Test
    void a_contact_before_the_due_time_is_in_time() {
        assertThat(file(CaseStatus.CONTACTED, null, null, NEXT_NOON.minusMillis(1))
                        .isContactedInTime())
                .isTrue();
        assertThat(file(CaseStatus.CONTACTED, null, null, NEXT_NOON).isContactedInTime())
                .isFalse();
        assertThat(file(CaseStatus.ASSIGNED, null, null, null).isContactedInTime())
                .isFalse();
    }

    @Test
    void it_is_the_work_of_its_owner_and_of_whom_it_escalated_to() {
        CaseFile file = file(CaseStatus.ASSIGNED, ILINCA, OLGA, null);
        assertThat(file.isOf(ILINCA)).isTrue();
        assertThat(file.isOf(OLGA)).isTrue();
        assertThat(file.isOf(MAREK)).isFalse();
        assertThat(file(CaseStatus.OPEN, null, null, null).isOf(ILINCA)).isFalse();
    }

    @Test
    void people_name_it_by_the_beginning_of_its_id() {
        assertThat(file(CaseStatus.OPEN, null, null, null).shortId())
                .isEqualTo(CASE.toString().substring(0, 6));
    }

    @Test
    void counts_of_nothing_are_nothing() {
        var none = new CaseCounts(Map.of(), Map.of(), 0);
        assertThat(none.unresolved()).isZero();
        assertThat(none.overdue()).isZero();
        assertThat(none.of(CaseStatus.OPEN)).isZero();
        assertThat(none.overdue(CaseStatus.OPEN)).isZero();
    }

    @Test
    void what_is_resolved_is_not_counted_as_work() {
        Map<CaseStatus, Long> byStatus = new EnumMap<>(CaseStatus.class);
        for (CaseStatus status : CaseStatus.values()) {
            byStatus.put(status, 10L);
        }
        var counts = new CaseCounts(byStatus, Map.of(CaseStatus.OPEN, 2L, CaseStatus.ASSIGNED, 3L), 4);
        assertThat(counts.unresolved()).isEqualTo(30);
        assertThat(counts.overdue()).isEqualTo(5);
        assertThat(counts.overdue(CaseStatus.ASSIGNED)).isEqualTo(3);
        assertThat(counts.dueToday()).isEqualTo(4);
    }

    private static CaseFile file(
            CaseStatus status, @Nullable UUID owner, @Nullable UUID escalatedTo, @Nullable Instant contactedAt) {
        return new CaseFile(
                CASE,
                FEEDBACK,
                status,
                Priority.HIGH,
                owner,
                escalatedTo,
                NOON,
                NEXT_NOON,
                contactedAt,
                null,
                null,
                null,
                NOON,
                FeedbackKind.SURVEY,
                NOON,
                "delivery",
                "web",
                "pl",
                "crm-77",
                "Ana Kowalska",
                Score.nps(3),
                List.of(Score.nps(3)),
                "Late.",
                null,
                null);
    }
}
