package cx.ecou.webshell.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;

class IcuMessageSourceTests {

    private final IcuMessageSource texts = new IcuMessageSource(
            Map.of(
                    Language.ENGLISH,
                    Map.of(
                            "cases", "{0, plural, one {# case} other {# cases}}",
                            "plain", "Don't lose it",
                            "quoted", "95%: '{lo}' to '{hi}'",
                            "shown", "1–{0} of {1}"),
                    Language.POLISH,
                    Map.of("cases", "{0, plural, one {# sprawa} few {# sprawy} many {# spraw} other {# sprawy}}")),
            (key, locale) -> "missing " + key);

    @ParameterizedTest
    @CsvSource({"1,1 sprawa", "2,2 sprawy", "5,5 spraw", "22,22 sprawy", "25,25 spraw"})
    void polish_has_three_plurals(int count, String text) {
        assertThat(texts.getMessage("cases", new Object[] {count}, Locale.forLanguageTag("pl")))
                .isEqualTo(text);
    }

    @Test
    void numbers_within_a_text_are_written_as_the_language_does() {
        assertThat(texts.getMessage("shown", new Object[] {25, 1284}, Locale.ENGLISH))
                .isEqualTo("1–25 of 1,284");
    }

    @Test
    void an_apostrophe_is_an_apostrophe_and_quoted_braces_are_braces() {
        assertThat(texts.getMessage("plain", null, Locale.ENGLISH)).isEqualTo("Don't lose it");
        assertThat(texts.getMessage("quoted", null, Locale.ENGLISH)).isEqualTo("95%: {lo} to {hi}");
    }

    @Test
    void a_region_does_not_matter_and_an_unknown_language_reads_english() {
        assertThat(texts.getMessage("cases", new Object[] {1}, Locale.forLanguageTag("pl-PL")))
                .isEqualTo("1 sprawa");
        assertThat(texts.getMessage("cases", new Object[] {1}, Locale.JAPANESE)).isEqualTo("1 case");
    }

    @Test
    void what_becomes_of_a_missing_text_is_decided_elsewhere_unless_the_caller_has_one() {
        assertThat(texts.getMessage("nothing", null, Locale.ENGLISH)).isEqualTo("missing nothing");
        assertThat(texts.getMessage("nothing", null, "otherwise", Locale.ENGLISH))
                .isEqualTo("otherwise");
    }

    @Test
    void of_several_keys_the_first_that_has_a_text_is_taken() {
        var known = new DefaultMessageSourceResolvable(new String[] {"nothing", "plain"});
        var unknown = new DefaultMessageSourceResolvable(new String[] {"nothing"});

        assertThat(texts.getMessage(known, Locale.ENGLISH)).isEqualTo("Don't lose it");
        assertThatThrownBy(() -> texts.getMessage(unknown, Locale.ENGLISH)).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void two_modules_may_not_use_one_key() {
        var bundles = List.of(new TextBundle("texts/web-shell/messages"), new TextBundle("texts/taken/messages"));

        assertThatThrownBy(() -> TextFiles.readAll(bundles)).hasMessageContaining("shell.skip of texts/taken/messages");
    }

    @Test
    void a_missing_file_stops_the_start_and_is_named() {
        assertThatThrownBy(() -> TextFiles.readAll(List.of(new TextBundle("texts/nowhere/messages"))))
                .hasMessage("the texts texts/nowhere/messages_en.properties cannot be read");
    }
}
