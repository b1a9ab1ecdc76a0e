package cx.ecou.platform.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class SecretsCheckTests {

    private static final String GOOD_PASSWORD = "violet-tractor-hums-softly";
    private static final String GOOD_KEY = "5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f";

    @Test
    void nothing_handed_in_is_nothing_wrong() {
        assertThatCode(() -> check(new MockEnvironment())).doesNotThrowAnyException();
    }

    @Test
    void good_secrets_are_taken() {
        var environment = new MockEnvironment()
                .withProperty("ecou.admin.email", "op@example.org")
                .withProperty("ecou.admin.password", GOOD_PASSWORD)
                .withProperty("ecou.api.key", GOOD_KEY)
                .withProperty("ecou.url", "https://cx.example.org");

        assertThatCode(() -> check(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecou.admin.email", "ecou.admin.password"})
    void one_half_of_an_administrator_is_refused(String given) {
        assertRefused(
                new MockEnvironment().withProperty(given, "op@example.org"),
                "ECOU_ADMIN_EMAIL and ECOU_ADMIN_PASSWORD belong together: set both, or neither.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short            | ECOU_ADMIN_PASSWORD is too short: use at least 12 characters.",
                "passwordpassword | ECOU_ADMIN_PASSWORD is too easy to guess: use a longer one, for instance of four or more random words."
            })
    void a_weak_password_is_refused_with_what_to_do(String password, String sentence) {
        assertRefused(
                new MockEnvironment()
                        .withProperty("ecou.admin.email", "op@example.org")
                        .withProperty("ecou.admin.password", password),
                sentence);
    }

    @Test
    void an_email_must_look_like_one() {
        assertRefused(
                new MockEnvironment()
                        .withProperty("ecou.admin.email", "operator")
                        .withProperty("ecou.admin.password", GOOD_PASSWORD),
                "ECOU_ADMIN_EMAIL is not an e-mail address: correct it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0123456789abcdef0123456789abcde  | ECOU_API_KEY must have 32 to 512 characters",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | ECOU_API_KEY is too easy to guess",
                "abcabcabcabcabcabcabcabcabcabcabc | ECOU_API_KEY is too easy to guess",
                "0123456789 abcdef 0123456789abcde | ECOU_API_KEY may hold only visible ASCII characters",
                "0123456789abcdef0123456789abcdeż  | ECOU_API_KEY may hold only visible ASCII characters"
            })
    void a_weak_key_is_refused_with_how_to_make_a_good_one(String key, String beginning) {
        assertThatThrownBy(() -> check(new MockEnvironment().withProperty("ecou.api.key", key)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(beginning)
                .hasMessageContaining("openssl rand -hex 32")
                .hasMessageNotContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cx.example.org", "ftp://cx.example.org", "https://", "not an address"})
    void an_address_must_be_one_that_a_browser_can_open(String url) {
        assertRefused(
                new MockEnvironment().withProperty("ecou.url", url),
                "ECOU_URL must be the address of Ecou in a browser, such as https://cx.example.org.");
    }

    private static void assertRefused(MockEnvironment environment, String sentence) {
        assertThatThrownBy(() -> check(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessage(sentence);
    }

    private static void check(MockEnvironment environment) {
        new SecretsCheck().check(environment);
    }
}
