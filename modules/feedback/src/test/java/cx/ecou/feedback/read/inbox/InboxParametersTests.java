package cx.ecou.feedback.read.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.kernel.Band;
import cx.ecou.kernel.Place;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxParametersTests {

    @Test
    void what_is_missing_or_empty_does_not_narrow() {
        assertThat(InboxParameters.read(Map.of("touchpoint", "", "q", "?!", "cursor", "x")))
                .isEqualTo(InboxFilter.NONE);
    }

    @Test
    void parameters_become_a_filter() {
        InboxFilter filter = InboxParameters.read(
                Map.of("from", "2026-07-01", "band", "negative", "minScore", "7.5", "q", " late "));

        assertThat(filter.from()).isEqualTo(LocalDate.parse("2026-07-01"));
        assertThat(filter.band()).isEqualTo(Band.NEGATIVE);
        assertThat(filter.minScore()).isEqualTo(new BigDecimal("7.5"));
        assertThat(filter.q()).isEqualTo("late");
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "from, +999999999-12-31",
        "to, +10000-01-01",
        "to, -0001-01-01",
        "minScore, high",
        "minScore, 1e999999999",
        "maxScore, 1e-999999999",
        "maxScore, 12345678901",
        "kind, RUMOUR",
        "band, SAD"
    })
    void what_cannot_be_read_or_meant_is_named(String name, String value) {
        assertThatThrownBy(() -> InboxParameters.read(Map.of(name, value)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(FieldProblem::field, FieldProblem::code)
                                .containsExactly(tuple(name, "unreadable-parameter")));
    }

    @Test
    void a_span_from_the_last_to_the_first_day_is_refused() {
        assertThatThrownBy(() -> InboxParameters.read(Map.of("from", "2026-07-02", "to", "2026-07-01")))
                .hasMessageContaining("from after-to");
    }

    @Test
    void a_moment_is_needed_and_must_be_one() {
        assertThat(InboxParameters.moment("since", Map.of("since", "2026-07-25T21:37:22.123456Z")))
                .isEqualTo(Instant.parse("2026-07-25T21:37:22.123456Z"));
        assertThatThrownBy(() -> InboxParameters.moment("since", Map.of())).hasMessageContaining("since required");
        assertThatThrownBy(() -> InboxParameters.moment("since", Map.of("since", "lately")))
                .hasMessageContaining("since unreadable-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "lately"})
    void a_cursor_to_a_time_that_never_was_is_none_of_ours(String time) {
        String forged = Base64.getUrlEncoder()
                .encodeToString((time + " " + new UUID(1, 2)).getBytes(StandardCharsets.US_ASCII));

        assertThat(Place.parse(forged)).isEmpty();
    }

    @Test
    void a_cursor_leads_back_to_its_place() {
        var place = new Place(Instant.parse("2026-07-25T21:37:22.5Z"), new UUID(1, 2));

        assertThat(Place.parse(place.cursor())).contains(place);
    }
}
