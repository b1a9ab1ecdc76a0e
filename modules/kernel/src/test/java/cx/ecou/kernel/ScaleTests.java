package cx.ecou.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTests {

    @ParameterizedTest
    @ValueSource(strings = {"1-5", "0-10", "1-7", "0-1", "0-100"})
    void a_scale_is_read_as_it_is_written(String written) {
        assertThat(Scale.of(written)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "1-", "-5", "5-1", "3-3", "1-101", "1–5", "1 - 5", "a-b", "1-5-7", "0001-5"})
    void what_is_no_scale_is_refused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.of(written)).withMessageContaining("1-5");
    }

    @Test
    void both_ends_are_answers() {
        assertThat(new Scale(1, 5).size()).isEqualTo(5);
        assertThat(Scale.NPS.size()).isEqualTo(11);
    }
}
