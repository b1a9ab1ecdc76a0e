package cx.ecou.feedback.write.imports.file;

import static cx.ecou.feedback.write.imports.ImportExamples.COMMAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.webshell.problems.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTests {

    @Test
    void rows_are_numbered_below_the_header_and_empty_lines_are_none() {
        assertThat(rows("id,comment\n1,fine\n\n2,\"two\nlines\"\n"))
                .containsExactly(sound(1, "1", "fine"), sound(2, "2", "two\nlines"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "a,b\n1,2\n3,4"})
    void all_line_endings_are_read_alike(String text) {
        assertThat(rows(text)).containsExactly(sound(1, "1", "2"), sound(2, "3", "4"));
    }

    @Test
    void a_row_with_another_number_of_cells_is_ragged_and_the_others_are_not() {
        assertThat(rows("a,b\n1\n2,3\n4,5,6\n7,8,,\n"))
                .containsExactly(
                        new Row(1, List.of("1"), "ragged-row"),
                        sound(2, "2", "3"),
                        new Row(3, List.of("4", "5", "6"), "ragged-row"),
                        sound(4, "7", "8", "", ""));
    }

    @Test
    void a_row_whose_quotes_do_not_fit_is_one_bad_row() {
        assertThat(rows("a,b\n1,\"x\ny\"\n2,\"said \"wow\" to me\"\n3,z\n4,\"v\"w\n5,u\n"))
                .containsExactly(
                        sound(1, "1", "x\ny"),
                        new Row(2, List.of(), "unbalanced-quotes"),
                        sound(3, "3", "z"),
                        new Row(4, List.of(), "unbalanced-quotes"),
                        sound(5, "5", "u"));
    }

    @Test
    void a_quote_that_is_never_closed_swallows_no_other_row() {
        assertThat(rows("a,b\n1,\"open\n2,x\n3,y\n"))
                .containsExactly(new Row(1, List.of(), "unbalanced-quotes"), sound(2, "2", "x"), sound(3, "3", "y"));
    }

    @Test
    void a_file_with_too_many_such_rows_is_written_in_another_way() {
        assertThatThrownBy(() -> rows("a,b\n" + "1,\"x\"y\n".repeat(CsvRows.UNBALANCED_ROWS + 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo("unbalanced-quotes"));
    }

    @Test
    void bytes_that_are_no_text_break_their_row_only() {
        byte[] bytes = "a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xFF;

        List<Row> rows = rows(bytes, COMMAS);

        assertThat(rows.get(0).fault()).isEqualTo("broken-text");
        assertThat(rows.get(1)).isEqualTo(sound(2, "2", "y"));
    }

    @Test
    void a_cell_of_a_million_characters_is_read_and_one_beyond_the_limit_is_a_bad_row() {
        String million = "x".repeat(1_000_000);

        assertThat(rows("a,b\n1," + million + "\n").get(0).cells().get(1)).hasSize(1_000_000);
        assertThat(rows("a,b\n1," + million.repeat(20) + "\n2,y\n")).last().isEqualTo(sound(2, "2", "y"));
    }

    @Test
    void a_byte_order_mark_belongs_to_no_name() {
        for (String encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            byte[] bytes = "\uFEFF\"ocena\",b\n1,ą\n".getBytes(Charset.forName(encoding));
            var shape = new FileShape(TextEncoding.labelled(encoding).orElseThrow(), ',', '"');

            try (CsvRows rows = CsvRows.of(() -> new ByteArrayInputStream(bytes), shape)) {
                assertThat(rows.header()).containsExactly("ocena", "b");
                assertThat(rows.next()).isEqualTo(sound(1, "1", "ą"));
            }
        }
    }

    @Test
    void a_column_without_a_name_is_called_by_its_place() {
        try (CsvRows rows = CsvRows.of(content(" a ,,c,,\n1,2,3\n"), COMMAS)) {
            assertThat(rows.header()).containsExactly("a", "#2", "c");
        }
    }

    @Test
    void what_a_row_says_stands_in_no_log() {
        assertThat(sound(3, "kasia@example.org").toString()).isEqualTo("Row[3, 1 cells, null]");
    }

    private static Row sound(long number, String... cells) {
        return new Row(number, List.of(cells), null);
    }

    private static List<Row> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8), COMMAS);
    }

    private static List<Row> rows(byte[] bytes, FileShape shape) {
        List<Row> read = new ArrayList<>();
        try (CsvRows rows = CsvRows.of(() -> new ByteArrayInputStream(bytes), shape)) {
            rows.forEachRemaining(read::add);
        }
        return read;
    }

    private static FileContent content(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
