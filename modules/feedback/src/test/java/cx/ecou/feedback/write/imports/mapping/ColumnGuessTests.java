package cx.ecou.feedback.write.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.feedback.write.imports.ImportExamples;
import cx.ecou.feedback.write.imports.file.FileContent;
import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.file.FileTable;
import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.file.TextEncoding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnGuessTests {

    @ParameterizedTest(name = "{0} with {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nps | 2;9;10 | NPS",
                "How likely to recommend | 0;10;7 | NPS",
                "Polecenie | 8;9 | NPS",
                "ocena | 1;5;4 | CSAT 1-5",
                "hodnocení | 1;7 | CSAT 1-7",
                "nota | 10;3 | CSAT 1-10",
                "review_score | 5;4;1 | CSAT 1-5",
                "ces | 7;5 | CES 1-7",
                "úsilí | 1;2 | CES 1-7",
                "komentarz | Super obsługa!;Źle | comment",
                "poznámka | Dobré;Špatné | comment",
                "comentariu | Foarte bine | comment",
                "treść opinii | Polecam | comment",
                "client_mail | kasia@example.org | customer.email",
                "kontakt | kasia@example.org;jan@example.org | customer.email",
                "data | 29.10.2026 18:20 | occurredAt",
                "submittedAt | 2026-10-29T18:20:00Z | occurredAt",
                "review_answer_timestamp | 2018-07-25 21:37:22 | occurredAt",
                "punkt | Dostawa;Zwrot | touchpoint",
                "punct de contact | Livrare | touchpoint",
                "kanał | www;sklep | channel",
                "Jazyk | cs;pl | language",
                "produs | Dulap | product",
                "województwo | mazowieckie | region",
                "segment | gold | segment",
                "customer_id | c-1;c-2 | customer.ref",
                "Imię | Kasia;Jan | customer.name",
                "customer_name | Kasia Nowak | customer.name",
                "order_no | A-1;A-2 | externalId",
                "review_id | 1;2;3 | externalId",
                "order_no | A-1;A-1 | ''",
                "kurier_id | 114;87 | ''",
                "nps | brak;nie wiem | ''",
                "data | wczoraj | ''",
                "whatever | 1;2 | ''",
                "empty | '' | ''"
            })
    void a_column_is_recognised_by_its_name_and_its_values(String name, String values, String target) {
        List<Row> rows = Arrays.stream(values.split(";"))
                .map(value -> new Row(1, List.of(value), null))
                .toList();

        assertThat(ColumnGuess.of(List.of(name), rows).get(0).target().code()).isEqualTo(target);
    }

    @Test
    void a_shop_export_is_recognised_but_for_the_courier_and_asks_about_the_date() {
        FileContent content =
                () -> new ByteArrayInputStream(ImportExamples.aShopExport().getBytes(StandardCharsets.UTF_8));
        var shape = new FileShape(TextEncoding.UTF_8, ';', '"');
        List<String> header = FileTable.read(content, shape).header();

        List<ColumnGuess> guesses = ColumnGuess.of(header, FileTable.firstRows(content, shape, 10));

        assertThat(guesses)
                .extracting(guess -> guess.target().code())
                .containsExactly("externalId", "customer.email", "NPS", "comment", "occurredAt", "touchpoint", "");
        assertThat(guesses.get(4).format()).isEqualTo("dd.MM.yyyy HH:mm");
        assertThat(guesses.stream().filter(guess -> !guess.sure()).map(ColumnGuess::column))
                .containsExactly("data");
    }

    @Test
    void a_field_is_given_to_one_column_but_comments_are_joined() {
        List<Row> rows = List.of(new Row(1, List.of("5", "4", "Nice", "Came late"), null));

        assertThat(ColumnGuess.of(List.of("rating", "score", "title", "comment"), rows))
                .extracting(guess -> guess.target().code())
                .containsExactly("CSAT 1-5", "", "comment", "comment");
    }

    @Test
    void a_moment_with_its_offset_needs_no_look() {
        List<Row> rows = List.of(new Row(1, List.of("2026-10-29T18:20:00+01:00"), null));

        assertThat(ColumnGuess.of(List.of("created"), rows).get(0).sure()).isTrue();
    }

    @Test
    void the_key_of_a_review_is_a_key_and_no_comment() {
        List<Row> rows = List.of(
                new Row(1, List.of("500c05500aa275953129f49799ee5c73", "8a94", "5", "MT lindo"), null),
                new Row(2, List.of("e48d6dba4a01e93dd5c49aa7deb3bea4", "b5ee", "4", "Recomendo"), null));

        assertThat(ColumnGuess.of(List.of("review_id", "order_id", "review_score", "review_comment"), rows))
                .extracting(guess -> guess.target().code())
                .containsExactly("externalId", "", "CSAT 1-5", "comment");
    }
}
