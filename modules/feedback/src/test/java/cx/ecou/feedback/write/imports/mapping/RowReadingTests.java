package cx.ecou.feedback.write.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.feedback.write.imports.ImportExamples;
import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.Mapping.Origin;
import cx.ecou.feedback.write.imports.mapping.Mapping.ScoreColumn;
import cx.ecou.feedback.write.intake.NewFeedback;
import cx.ecou.feedback.write.intake.NewFeedback.NewScore;
import cx.ecou.webshell.problems.FieldProblem;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReadingTests {

    private static final List<String> SHOP =
            List.of("order_no", "client_mail", "nps", "komentarz", "data", "punkt", "kurier_id");

    @Test
    void a_row_becomes_feedback_as_its_columns_are_mapped() {
        NewFeedback read = read(
                ImportExamples.ofAShopExport("shop"),
                SHOP,
                "A-104882",
                " kasia@example.org ",
                "2",
                "Dwa tygodnie.",
                "29.10.2026 18:20",
                "Dostawa",
                "114");

        assertThat(read)
                .isEqualTo(new NewFeedback(
                        "shop",
                        "A-104882",
                        "SURVEY",
                        "2026-10-29T17:20:00Z",
                        null,
                        null,
                        null,
                        "kasia@example.org",
                        "delivery",
                        null,
                        null,
                        null,
                        null,
                        List.of(new NewScore("NPS", BigDecimal.valueOf(2), null)),
                        "Dwa tygodnie.",
                        Map.of("courier", "114"),
                        List.of()));
    }

    @Test
    void several_columns_are_joined_and_an_empty_one_leaves_no_trace_but_in_a_key() {
        Mapping mapping = fields(Map.of(
                "externalId",
                Origin.column("a", "b"),
                "comment",
                Origin.column("a", "b"),
                "product",
                Origin.column("a", "b")));

        assertThat(read(mapping, List.of("a", "b"), "x", "y").comment()).isEqualTo("x\ny");
        assertThat(read(mapping, List.of("a", "b"), "x", "y").product()).isEqualTo("x y");
        assertThat(read(mapping, List.of("a", "b"), "x", "y").externalId()).isEqualTo("x/y");
        assertThat(read(mapping, List.of("a", "b"), "", "y").comment()).isEqualTo("y");
        assertThat(read(mapping, List.of("a", "b"), "", "y").externalId()).isEqualTo("/y");
        assertThat(read(mapping, List.of("a", "b"), "", "").externalId()).isNull();
    }

    @Test
    void a_constant_stands_where_a_cell_is_empty() {
        Mapping mapping = fields(Map.of(
                "language", new Origin(List.of("a"), "pl", Map.of(), null, null), "source", Origin.constant("shop")));

        assertThat(read(mapping, List.of("a"), "cs").language()).isEqualTo("cs");
        assertThat(read(mapping, List.of("a"), " ").language()).isEqualTo("pl");
        assertThat(read(mapping, List.of("a"), " ").source()).isEqualTo("shop");
    }

    @Test
    void without_a_key_the_content_of_the_row_is_one() {
        Mapping mapping = fields(Map.of("comment", Origin.column("a")));
        List<String> header = List.of("a", "b");

        String key = read(mapping, header, "ab", "c").externalId();

        assertThat(key).startsWith("row-").hasSize(36);
        assertThat(read(mapping, header, " ab", "c ").externalId()).isEqualTo(key);
        assertThat(read(mapping, header, "a", "bc").externalId()).isNotEqualTo(key);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"5, 5", "' 4 ', 4", "'7,5', 7.5", "7.5, 7.5", "Very satisfied, 5", "VERY SATISFIED, 5", "+3, 3"})
    void a_score_is_a_number_or_what_its_words_stand_for(String cell, BigDecimal value) {
        assertThat(score(cell).scores()).containsExactly(new NewScore("CSAT", value, "1-5"));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "n/a", "N/A"})
    void an_empty_cell_and_a_value_that_is_left_out_give_no_score(String cell) {
        assertThat(score(cell).scores()).isEmpty();
        assertThat(score(cell).unreadable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"good", "5 of 5", "1e9", "NaN", "--1", "12345678901"})
    void what_is_no_number_is_named(String cell) {
        assertThat(score(cell).unreadable())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("scores[0].value", "not-a-number"));
    }

    @Test
    void a_moment_in_another_format_is_named() {
        NewFeedback read = read(ImportExamples.ofAShopExport("shop"), SHOP, "A-1", "", "2", "", "2026-10-29", "", "");

        assertThat(read.occurredAt()).isNull();
        assertThat(read.unreadable()).extracting(FieldProblem::code).containsExactly("other-format");
    }

    @Test
    void a_row_that_could_not_be_read_is_nothing_but_its_fault() {
        var reading = new RowReading(ImportExamples.ofAShopExport("shop"), SHOP, ZoneId.of("UTC"));

        NewFeedback read = reading.read(new Row(4, List.of("A-1"), "ragged-row"));

        assertThat(read.unreadable())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("", "ragged-row"));
        assertThat(read.externalId()).isNull();
    }

    @Test
    void a_problem_leads_back_to_its_column_even_behind_an_empty_score() {
        Mapping mapping = new Mapping(
                null,
                null,
                Map.of("comment", Origin.column("text", "more")),
                List.of(ScoreColumn.of("nps", "NPS", null), ScoreColumn.of("stars", "CSAT", "1-5")),
                Map.of("courier", "who"));
        var reading = new RowReading(mapping, List.of("nps", "stars", "text", "more", "who"), ZoneId.of("UTC"));
        Row row = new Row(1, List.of("", "9", "a", "b", "x"), null);

        assertThat(reading.columnOf(row, "scores[0].value")).isEqualTo("stars");
        assertThat(reading.columnOf(row, "comment")).isEqualTo("text + more");
        assertThat(reading.columnOf(row, "attributes.courier")).isEqualTo("who");
        assertThat(reading.columnOf(row, "source")).isEqualTo("source");
        assertThat(reading.cellOf(row, "scores[0].value")).isEqualTo("9");
        assertThat(reading.cellOf(row, "comment")).isEqualTo("a b");
    }

    private static NewFeedback score(String cell) {
        Map<String, BigDecimal> values = new HashMap<>();
        values.put("very satisfied", BigDecimal.valueOf(5));
        values.put("n/a", null);
        Mapping mapping =
                new Mapping(null, null, Map.of(), List.of(new ScoreColumn("a", "CSAT", "1-5", values)), Map.of());
        return read(mapping, List.of("a"), cell);
    }

    private static Mapping fields(Map<String, Origin> fields) {
        return new Mapping(null, null, fields, List.of(), Map.of());
    }

    private static NewFeedback read(Mapping mapping, List<String> header, String... cells) {
        return new RowReading(mapping, header, ZoneId.of("Europe/Warsaw")).read(new Row(1, Arrays.asList(cells), null));
    }
}
