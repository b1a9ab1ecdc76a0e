package cx.ecou.webshell.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void rows_end_as_rfc_4180_says_and_texts_are_quoted_only_where_they_must_be() {
        try (Csv csv = Csv.plain(out)) {
            csv.row("touchpoint", "comment").row("delivery", "late, \"again\"\nand again");
        }

        assertThat(written()).isEqualTo("touchpoint,comment\r\ndelivery,\"late, \"\"again\"\"\nand again\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+48 22 123", "-cmd", "@SUM(A1)", "\ttab", "\rreturn"})
    void a_text_that_a_spreadsheet_would_run_is_made_harmless(String text) {
        try (Csv csv = Csv.plain(out)) {
            csv.row(text);
        }

        assertThat(written().replace("\"", "")).startsWith("'" + text.charAt(0));
    }

    @Test
    void numbers_stay_numbers_also_below_zero() {
        try (Csv csv = Csv.plain(out)) {
            csv.row(-27.5, -3, new BigDecimal("1E+3"), new BigDecimal("-8.40"));
        }

        assertThat(written()).isEqualTo("-27.5,-3,1000,-8.40\r\n");
    }

    @Test
    void a_missing_cell_is_empty_and_a_moment_is_written_for_programs() {
        try (Csv csv = Csv.plain(out)) {
            csv.row("a", null, Instant.parse("2026-11-02T08:14:00Z"));
        }

        assertThat(written()).isEqualTo("a,,2026-11-02T08:14:00Z\r\n");
    }

    @Test
    void a_download_is_a_file_that_a_spreadsheet_reads_as_utf8() {
        var response = new MockHttpServletResponse();

        try (Csv csv = Csv.download("NPS – październik.csv", response)) {
            csv.row("Zażółć");
        }

        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''NPS%20%E2%80%93%20pa%C5%BAdziernik.csv");
        assertThat(response.getContentAsByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .endsWith("Zażółć\r\n");
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
