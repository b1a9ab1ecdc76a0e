package cx.ecou.platform.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTests {

    @Test
    void a_key_made_here_names_itself_and_carries_256_bits() {
        KeyText key = KeyText.next();

        assertThat(key.text()).matches("ecou_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}").contains(key.publicId());
        assertThat(KeyText.read(key.text())).contains(key);
    }

    @Test
    void no_two_keys_are_alike() {
        assertThat(Stream.generate(KeyText::next)
                        .limit(1_000)
                        .map(KeyText::text)
                        .collect(Collectors.toSet()))
                .hasSize(1_000);
    }

    @Test
    void a_key_that_the_operator_thought_up_is_found_by_its_hash_and_does_not_show_itself() {
        String given = "0123456789abcdefABCDEF0123456789";

        assertThat(KeyText.read(given)).hasValueSatisfying(key -> {
            assertThat(key.publicId()).startsWith("given-").doesNotContain(given.substring(0, 6));
            assertThat(key.text()).isEqualTo(given);
        });
        assertThat(KeyText.read(given)).isEqualTo(KeyText.read(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "with a space in the middle of it all", "tab\tin the middle", "ąęść-ąęść-ąęść-ąęść"
            })
    void what_cannot_be_a_key_is_none(String shown) {
        assertThat(KeyText.read(shown)).isEmpty();
    }

    @Test
    void a_text_longer_than_any_key_is_none() {
        assertThat(KeyText.read("x".repeat(513))).isEmpty();
    }

    @Test
    void a_key_does_not_print_itself() {
        KeyText key = KeyText.next();

        assertThat(key.toString()).doesNotContain(key.text()).contains(key.publicId());
    }
}
