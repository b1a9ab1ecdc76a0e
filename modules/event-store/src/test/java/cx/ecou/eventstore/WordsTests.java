package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource({
        "late, late:*",
        "'  late  parcel ', late:* & parcel:*",
        "ana@exam, ana:* & exam:*",
        "crm-77, crm:* & 77:*",
        "+48 601, 48:* & 601:*",
        "Żółć, Żółć:*",
        "आदित्य, आदित्य:*",
        "'!(a|b) & c:*', a:* & b:* & c:*",
        "'it''s \\', it:* & s:*"
    })
    void what_stands_between_letters_and_numbers_parts_words(String typed, String question) {
        assertThat(Words.beginnings(typed)).isEqualTo(question);
    }

    @Test
    void where_no_word_is_nothing_is_asked() {
        assertThat(Words.beginnings(null)).isEmpty();
        assertThat(Words.beginnings(" -- ' & ")).isEmpty();
    }
}
