package cx.ecou.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTests {

    @ParameterizedTest
    @CsvSource({
        "2026-07-25T21:37:22Z, 2026-07-25T21:37:22Z",
        "2026-07-25T21:37:22+02:00, 2026-07-25T19:37:22Z",
        "2026-07-25T21:37:22.123456789-03:30, 2026-07-26T01:07:22.123456789Z",
        "2026-07-25T21:37Z, 2026-07-25T21:37:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
        "2026-07-25T21:37:22-00:00, 2026-07-25T21:37:22Z"
    })
    void a_moment_with_its_offset_is_read(String written, Instant meant) {
        assertThat(Instants.parse(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-07-25",
                "2026-07-25T21:37:22",
                "2026-02-30T00:00:00Z",
                "2026-07-25T25:00:00Z",
                "2026-07-25T21:37:22+99:00",
                "-999999999-01-01T00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "1753468642",
                "2026-07-25T21:37:22Z and more",
                "２０２６-07-25T21:37:22Z"
            })
    void what_is_no_moment_is_refused(String written) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instants.parse(written));
    }

    @Test
    void every_instant_that_is_written_is_read_again() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(4_102_444_800L), random.nextInt(1_000_000_000));
            assertThat(Instants.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-25T19:37:22Z",
                "2026-07-25T19:37:22.500Z",
                "2026-07-25T19:37:22.000001Z",
                "2026-07-25T19:37:22.123456789Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z"
            })
    void a_moment_is_written_as_the_jdk_writes_it(String written) {
        assertThat(Instants.format(Instant.parse(written))).isEqualTo(written);
    }
}
