package cx.ecou.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The sofa came broken. Nobody called.      | The sofa came broken",
                "Dwa tygodnie opóźnienia i nikt nie dzwonił. Szafa ładna. | Dwa tygodnie opóźnienia i nikt nie dzwonił",
                "No. Never again with this carrier. Bye.   | No. Never again with this carrier",
                "Really?! Three weeks?                     | Really?! Three weeks?",
                "Late                                      | Late"
            })
    void a_case_is_called_what_the_customer_said_first(String comment, String headline) {
        assertThat(Headline.of(comment, "pl")).isEqualTo(headline);
    }

    @Test
    void a_long_sentence_is_cut_between_words() {
        String comment =
                "I waited for the wardrobe for more than two weeks, called three times, and every time I was told"
                        + " something else by somebody else";
        assertThat(Headline.of(comment, "en"))
                .isEqualTo("I waited for the wardrobe for more than two weeks, called three times, and…");
    }

    @Test
    void a_word_without_end_is_cut_anywhere() {
        assertThat(Headline.of("a".repeat(500), null)).isEqualTo("a".repeat(80) + "…");
    }

    @Test
    void lines_become_one() {
        assertThat(Headline.of("The box\n  was open\tand empty.", "en")).isEqualTo("The box was open and empty");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void without_words_there_is_no_headline(@Nullable String comment) {
        assertThat(Headline.of(comment, "en")).isNull();
    }
}
