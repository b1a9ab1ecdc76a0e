package cx.ecou.platform.audit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cx.ecou.platform.audit.ActorKind;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFormTests {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final String ID = "0191e5a4-7d2c-7b61-9c1f-2f4f6f0c8a11";

    @Test
    void what_is_left_out_or_blank_does_not_narrow() {
        assertThat(new AuditForm(null, null, null, null, null, null).search(WARSAW))
                .isEqualTo(new AuditSearch(null, null, null, null, null, null, null))
                .isEqualTo(new AuditForm(" ", "", "", " ", "", "").search(WARSAW));
    }

    @Test
    void every_field_narrows() {
        assertThat(new AuditForm(ID, "viewed", "case", " " + ID, "2026-07-01", "2026-07-01T14:05").search(WARSAW))
                .isEqualTo(new AuditSearch(
                        UUID.fromString(ID),
                        null,
                        "viewed",
                        "case",
                        ID,
                        Instant.parse("2026-06-30T22:00:00Z"),
                        Instant.parse("2026-07-01T12:05:00Z")));
        assertThat(new AuditForm("NOBODY", "", "", "", "", "").search(WARSAW).actorKind())
                .isEqualTo(ActorKind.NOBODY);
    }

    @Test
    void an_id_is_found_however_it_is_written() {
        assertThat(new AuditForm("", "", "", ID.toUpperCase(Locale.ROOT), "", "")
                        .search(WARSAW)
                        .objectId())
                .isEqualTo(ID);
        assertThat(new AuditForm("", "", "", "feedback.FeedbackReceived", "", "")
                        .search(WARSAW)
                        .objectId())
                .isEqualTo("feedback.FeedbackReceived");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(refusal(new AuditForm("Ana", "Viewed!", "a b", "ana@example.org", "x", "y")))
                .containsExactly(
                        "who unknown-value",
                        "action unknown-value",
                        "kind unknown-value",
                        "object not-a-kept-id",
                        "from not-a-moment",
                        "until not-a-moment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "nobody", "0191e5a4-7d2c-7b61-9c1f-2f4f6f0c8a1g"})
    void who_is_on_the_list_or_refused(String who) {
        assertThat(refusal(new AuditForm(who, "", "", "", "", ""))).containsExactly("who unknown-value");
    }

    @Test
    void the_search_stands_in_every_address() {
        var form = new AuditForm(ID, "viewed", "", "a:b", "2026-07-01T10:00", "");

        assertThat(form.newest()).isEqualTo("/audit?who=" + ID + "&action=viewed&object=a%3Ab&from=2026-07-01T10%3A00");
        assertThat(form.before(17)).isEqualTo(form.newest() + "&before=17");
        assertThat(form.file()).isEqualTo(form.newest().replace("/audit?", "/audit.csv?"));
    }

    @Test
    void of_a_search_it_is_kept_who_was_looked_up_and_what_else_was_narrowed() {
        assertThat(new AuditForm(ID, "viewed", "", "", "", "2026-07-01").codes())
                .hasToString("who=" + ID + " action=* until=*");
        assertThat(new AuditForm("", "", "", "", "", "").codes().isEmpty()).isTrue();
    }

    private static List<String> refusal(AuditForm form) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> form.search(WARSAW));
        return refusal.problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }
}
