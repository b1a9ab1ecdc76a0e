package cx.ecou.platform.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_stored_as_argon2id_with_19_mib_and_a_salt_of_its_own() {
        String hash = passwords.hash("violet-tractor-hums-softly");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("violet");
        assertThat(passwords.hash("violet-tractor-hums-softly")).isNotEqualTo(hash);
    }

    @Test
    void only_the_same_password_matches() {
        String hash = passwords.hash("violet-tractor-hums-softly");

        assertThat(passwords.matches("violet-tractor-hums-softly", hash)).isTrue();
        assertThat(passwords.matches("Violet-tractor-hums-softly", hash)).isFalse();
    }

    @Test
    void a_letter_composed_on_another_keyboard_is_the_same_letter() {
        String hash = passwords.hash("góra-wysoka-zielona");

        assertThat(passwords.matches("go\u0301ra-wysoka-zielona", hash)).isTrue();
    }

    @Test
    void nobody_matches_nothing_not_even_by_knowing_what_nothing_is_compared_with() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }
}
