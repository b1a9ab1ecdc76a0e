package cx.ecou.webshell.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cx.ecou.kernel.Band;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeedTests {

    private static final UUID ID = Ids.derived("case", "1");

    @Test
    void a_deed_is_a_word_a_kind_and_an_id() {
        assertThat(Deed.of("viewed", "case", ID))
                .isEqualTo(new Deed("viewed", "case", ID.toString(), Codes.NONE, Deed.Outcome.DONE, null));
        assertThat(Deed.of("rebuilt", "read-model", "insight.figures").id()).isEqualTo("insight.figures");
        assertThat(Deed.of("verified", "sealed-day", "2026-11-22").id()).isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.org", "Ana Kowalska", "Dvořák", "", "<b>", "a\nb", "+48 600 000 000"})
    void what_a_person_wrote_is_no_id_and_is_not_repeated(String personal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deed.of("viewed", "customer", personal))
                .satisfies(refusal -> {
                    if (!personal.isEmpty()) {
                        assertThat(refusal.getMessage()).doesNotContain(personal);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Viewed", "viewed by ana", "", "1st", "a_b"})
    void actions_and_kinds_are_words_of_the_program(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Deed.of(word, "case"));
        assertThatIllegalArgumentException().isThrownBy(() -> Deed.of("viewed", word));
    }

    @Test
    void of_a_filter_codes_are_kept_and_words_are_forgotten() {
        Codes codes = Codes.NONE
                .with("from", LocalDate.of(2026, 11, 1))
                .with("band", Band.NEGATIVE)
                .with("owner", ID)
                .with("overdue", true)
                .with("minScore", new BigDecimal("1E+2"))
                .with("page", 3)
                .with("role", List.of(Role.EXECUTIVE, Role.ADMIN))
                .typed("q", "Kowalska");

        assertThat(codes)
                .hasToString("from=2026-11-01 band=NEGATIVE owner=" + ID
                        + " overdue=true minScore=100 page=3 role=ADMIN,EXECUTIVE q=*");
    }

    @Test
    void a_filter_that_is_off_leaves_no_trace() {
        assertThat(Codes.NONE
                        .with("from", (@Nullable LocalDate) null)
                        .with("band", (@Nullable Band) null)
                        .with("role", Set.of())
                        .typed("q", "  ")
                        .typed("touchpoint", null))
                .isEqualTo(Codes.NONE)
                .matches(Codes::isEmpty);
    }

    @Test
    void no_filter_is_longer_than_what_the_log_keeps() {
        Codes codes = Codes.NONE;
        for (int n = 0; n < 200; n++) {
            codes = codes.with("n" + n, ID);
        }
        assertThat(codes.toString()).hasSizeBetween(900, 1_000);
    }
}
