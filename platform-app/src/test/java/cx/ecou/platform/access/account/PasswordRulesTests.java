package cx.ecou.platform.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.platform.access.account.PasswordRules.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet-tractor-hums-softly",
                "czerwony rower jedzie w góry",
                "kX9#mQ2$vL7p",
                "Zelená-lampa-pod-mostem-7",
                "🐙🦀🐡🐠🐬🐳🐋🦈🐊🐢🦎🐍🎺"
            })
    void a_long_password_that_is_hard_to_guess_is_good(String password) {
        assertThat(PasswordRules.weaknessOf(password, "ana@example.org", "Ana")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars"})
    void fewer_than_twelve_characters_are_too_short(String password) {
        assertThat(PasswordRules.weaknessOf(password)).contains(Weakness.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "aaaaaaaaaaaaaaaa",
                "123456789012345",
                "qwertyuiop1234",
                "Password1234!",
                "administrator1"
            })
    void what_everybody_tries_first_is_too_easy(String password) {
        assertThat(PasswordRules.weaknessOf(password)).contains(Weakness.GUESSABLE);
    }

    @Test
    void ones_own_name_and_email_are_too_easy() {
        assertThat(PasswordRules.weaknessOf("wojciechowska", "wojciechowska@example.org"))
                .contains(Weakness.GUESSABLE);
        assertThat(PasswordRules.weaknessOf("ilinca.popescu@example.org", "ilinca.popescu@example.org"))
                .contains(Weakness.GUESSABLE);
    }

    @Test
    void more_than_128_characters_are_too_long_and_refused_quickly() {
        assertThat(PasswordRules.weaknessOf("violet ".repeat(100))).contains(Weakness.TOO_LONG);
    }
}
