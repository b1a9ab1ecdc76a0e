package cx.ecou.actionplan.read.casefile;

import static cx.ecou.actionplan.CaseExamples.CASE;
import static cx.ecou.actionplan.CaseExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasePageTests {

    @Test
    void a_place_survives_the_way_through_a_url() {
        for (boolean mine : new boolean[] {true, false}) {
            var place = new CasePage.Place(mine, NOON.plusNanos(123_000), CASE);
            assertThat(place.cursor()).matches("[A-Za-z0-9_-]+");
            assertThat(CasePage.Place.of(place.cursor())).isEqualTo(place);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "m_2026_x", "m_2036-11-03T12:00:00Z_x", "z_2036-11-03T12:00:00Z_" + ID, "m__" + ID})
    void what_is_no_cursor_is_refused(String place) {
        String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> CasePage.Place.of(cursor));
    }

    @Test
    void nor_is_something_that_is_not_even_encoded() {
        assertThatIllegalArgumentException().isThrownBy(() -> CasePage.Place.of("%%%"));
    }

    private static final String ID = "00000000-0000-7000-8000-0000000000a1";
}
