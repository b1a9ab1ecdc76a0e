package cx.ecou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTests {

    @ParameterizedTest
    @EnumSource(Market.class)
    void there_is_something_to_say_on_every_occasion_in_every_language(Market market) {
        Phrases phrases = Phrases.in(market.language());

        occasions()
                .forEach(occasion -> assertThat(IntStream.range(0, 200)
                                .mapToObj(number -> phrases.about(occasion, Chance.of("test", number))))
                        .as(occasion + " in " + market)
                        .allSatisfy(sentence ->
                                assertThat(sentence).hasSizeBetween(4, 300).doesNotContain("{", "}", "|", "  ")));
    }

    @ParameterizedTest
    @EnumSource(Market.class)
    void hardly_anybody_says_the_same(Market market) {
        Phrases phrases = Phrases.in(market.language());

        Set<String> said = IntStream.range(0, 300)
                .mapToObj(number -> phrases.about("delivery -", Chance.of("test", number)))
                .collect(Collectors.toSet());

        assertThat(said).hasSizeGreaterThan(20);
    }

    @Test
    void romanian_is_written_with_commas_below() {
        Phrases phrases = Phrases.in("ro");

        assertThat(occasions()
                        .map(occasion -> phrases.about(occasion, Chance.of("test", 1)))
                        .collect(Collectors.joining()))
                .doesNotContainPattern("[şţŞŢ]");
    }

    private static Stream<String> occasions() {
        return Stream.concat(
                Stream.of(Touchpoint.values())
                        .flatMap(touchpoint -> Stream.of("+", "0", "-").map(sign -> touchpoint.key() + " " + sign)),
                List.of("incident", "tail +", "tail 0", "tail -", "contacted", "noted", "resolved").stream());
    }
}
