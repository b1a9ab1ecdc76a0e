package cx.ecou.feedback.write.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeGuessTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "commas!`id,nps,comment\n1,9,fine\n2,8,good\n`!,!\"",
                "semicolons with commas in numbers!`id;nps;cena\n1;9;12,50\n2;8;3,99\n`!;!\"",
                "pipes!`id|nps|at\n1|9|2026-01-01\n`!|!\"",
                "commas in quoted comments with semicolons!`id,comment\n1,\"a; b; c\"\n2,\"d; e; f\"\n`!,!\"",
                "single quotes!`'id';'comment'\n'1';'a;b'\n'2';'c'\n`!;!'",
                "an apostrophe is no quote!`id,comment\n1,don't\n2,'t is\n`!,!\"",
                "line breaks within quotes!`id;comment\n1;\"a\nb, c, d\"\n2;\"e\"\n`!;!\"",
                "one column!`comment\nfine\ngood\n`!,!\"",
                "ragged rows among many!`a;b;c\n1;2;3\n4;5\n6;7;8\n9;10;11\n`!;!\""
            })
    void delimiter_and_quote_are_guessed_from_the_first_rows(String what, String text, char delimiter, char quote) {
        assertThat(ShapeGuess.of(TextEncoding.UTF_8, text))
                .isEqualTo(new FileShape(TextEncoding.UTF_8, delimiter, quote));
    }

    @Test
    void tabs_are_found() {
        assertThat(ShapeGuess.of(TextEncoding.UTF_8, "id\tnps\tcomment\n1\t9\ta, b\n")
                        .delimiter())
                .isEqualTo('\t');
    }
}
