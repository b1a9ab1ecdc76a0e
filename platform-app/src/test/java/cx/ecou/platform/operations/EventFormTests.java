package cx.ecou.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cx.ecou.eventstore.EventSearch;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormTests {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final String ID = "0191e5a4-7d2c-7b61-9c1f-2f4f6f0c8a11";

    @Test
    void what_is_left_out_or_blank_does_not_narrow() {
        assertThat(new EventForm(null, null, null, null).search(WARSAW)).isEqualTo(EventSearch.ALL);
        assertThat(new EventForm(" ", "", " ", "").search(WARSAW)).isEqualTo(EventSearch.ALL);
    }

    @Test
    void moments_are_meant_in_the_readers_time_zone() {
        EventSearch search =
                new EventForm("", "2026-07-01T14:05", "2026-12-01T08:00:30", " " + ID + " ").search(WARSAW);

        assertThat(search.from()).isEqualTo(Instant.parse("2026-07-01T12:05:00Z"));
        assertThat(search.until()).isEqualTo(Instant.parse("2026-12-01T07:00:30Z"));
        assertThat(search.aggregateId()).isEqualTo(UUID.fromString(ID));
    }

    @Test
    void a_day_is_meant_with_all_of_it() {
        EventSearch search = new EventForm("", "2026-07-01", "2026-07-01", "").search(WARSAW);

        assertThat(search.from()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(search.until()).isEqualTo(Instant.parse("2026-07-01T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "2026-07-01T25:00", "2026-07-01 14:05", "+99999-01-01", "0x10"})
    void what_is_no_moment_is_refused(String typed) {
        assertThat(refusal(new EventForm("", typed, "", ""))).containsExactly("from not-a-moment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1-1-1-1-1", "0191e5a4-7d2c-7b61-9c1f-2f4f6f0c8a1g"})
    void what_is_no_id_is_refused(String typed) {
        assertThat(refusal(new EventForm("", "", "", typed))).containsExactly("aggregate not-an-id");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-02, 2026-07-01", "2026-07-01T10:00, 2026-07-01T10:00"})
    void a_span_that_ends_before_it_begins_is_refused(String from, String until) {
        assertThat(refusal(new EventForm("", from, until, ""))).containsExactly("until until-before-from");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(refusal(new EventForm("a\0b", "x", "y", "z")))
                .containsExactly(
                        "type not-an-event-type", "from not-a-moment", "until not-a-moment", "aggregate not-an-id");
        assertThat(refusal(new EventForm("x".repeat(201), "", "", ""))).hasSize(1);
    }

    @Test
    void the_address_of_an_older_page_keeps_the_filters_and_nothing_that_is_empty() {
        var form = new EventForm("lamp.Lit & 100%", "2026-07-01T14:05", "", "");

        assertThat(form.before(17))
                .isEqualTo("/operations/events?type=lamp.Lit%20%26%20100%25&from=2026-07-01T14%3A05&before=17");
        assertThat(new EventForm("", "", "", "").newest()).isEqualTo("/operations/events");
    }

    private static List<String> refusal(EventForm form) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> form.search(WARSAW));
        return refused.problems().stream().map(EventFormTests::words).toList();
    }

    private static String words(FieldProblem problem) {
        return problem.field() + " " + problem.code();
    }
}
