package cx.ecou.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.events.CaseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepTests {

    @ParameterizedTest
    @CsvSource({
        "OPEN,      ASSIGNMENT",
        "ASSIGNED,  CONTACT",
        "CONTACTED, RESOLUTION",
        "RESOLVED,  CLOSING",
        "CLOSED,    REOPENING"
    })
    void the_usual_next_step_is_open(CaseStatus status, Step usual) {
        assertThat(Step.chosen(status, null)).isEqualTo(usual);
    }

    @Test
    void another_possible_step_may_be_asked_for() {
        assertThat(Step.chosen(CaseStatus.ASSIGNED, "notes")).isEqualTo(Step.NOTES);
        assertThat(Step.chosen(CaseStatus.ASSIGNED, "closing")).isEqualTo(Step.CONTACT);
        assertThat(Step.chosen(CaseStatus.ASSIGNED, "dance")).isEqualTo(Step.CONTACT);
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void whatever_a_card_may_be_dropped_on_is_possible_on_its_page(CaseStatus status) {
        assertThat(Step.possibleIn(status))
                .extracting(Step::path)
                .containsAll(Move.from(status).stream().map(Move::step).toList());
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void no_card_stays_where_it_is_when_it_moves(CaseStatus status) {
        assertThat(Move.from(status)).noneMatch(move -> move.to() == status);
    }
}
