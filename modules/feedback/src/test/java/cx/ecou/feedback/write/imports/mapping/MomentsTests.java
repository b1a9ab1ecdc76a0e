package cx.ecou.feedback.write.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @ParameterizedTest(name = "{1} as {0}")
    @CsvSource({
        "ISO, 2026-07-25T21:37:22Z, 2026-07-25T21:37:22Z",
        "ISO, 2026-07-25T21:37:22.123456+02:00, 2026-07-25T19:37:22.123456Z",
        "ISO, 2026-07-25T21:37:22+0200, 2026-07-25T19:37:22Z",
        "ISO, 2026-07-25T21:37, 2026-07-25T19:37:00Z",
        "ISO, 2026-07-25 21:37:22, 2026-07-25T19:37:22Z",
        "ISO, 2026-07-25, 2026-07-24T22:00:00Z",
        "yyyy-MM-dd HH:mm:ss, 2026-01-15 10:00:00, 2026-01-15T09:00:00Z",
        "dd.MM.yyyy HH:mm, 29.10.2026 18:20, 2026-10-29T17:20:00Z",
        "d.M.yyyy H:mm, 9.7.2026 8:05, 2026-07-09T06:05:00Z",
        "dd.MM.yyyy, 29.10.2026, 2026-10-28T23:00:00Z",
        "M/d/yyyy h:mm a, 7/9/2026 8:05 pm, 2026-07-09T18:05:00Z",
        "yyyyMMdd, 20260709, 2026-07-08T22:00:00Z",
        "dd.MM.yyyy HH:mm, ' 29.10.2026 18:20 ', 2026-10-29T17:20:00Z"
    })
    void a_cell_is_the_moment_that_it_names_where_it_is_meant(String format, String cell, Instant moment) {
        assertThat(Moments.of(format, WARSAW).read(cell)).contains(moment);
    }

    @Test
    void an_hour_that_the_clocks_leave_out_is_the_next() {
        assertThat(Moments.of("yyyy-MM-dd HH:mm", WARSAW).read("2026-03-29 02:30"))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30.02.2026 10:00",
                "29.10.2026",
                "2026-10-29 18:20",
                "29.10.26 18:20",
                "gestern",
                "",
                "29.10.2026 24:30"
            })
    void a_cell_in_another_format_or_without_such_a_day_is_no_moment(String cell) {
        assertThat(Moments.of("dd.MM.yyyy HH:mm", WARSAW).read(cell)).isEmpty();
    }

    @Test
    void a_format_that_cannot_be_read_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.of("{{", WARSAW));
    }

    @Test
    void every_known_format_can_be_read() {
        assertThat(Moments.KNOWN)
                .allSatisfy(format -> assertThat(Moments.of(format, WARSAW)).isNotNull());
    }
}
