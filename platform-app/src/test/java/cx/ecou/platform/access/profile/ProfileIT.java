package cx.ecou.platform.access.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class ProfileIT {

    private static final String NEXT = "orange-lantern-walks-slowly";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser = new Browser(0);
    private Person ana = new Person(new UUID(0, 0), "");

    @BeforeEach
    void ana() {
        ana = people.with(Role.EXECUTIVE);
        browser = new Browser(port);
        browser.signIn(ana.email(), People.PASSWORD);
    }

    @Test
    void the_chosen_language_is_spoken_from_the_next_page_on_and_given_back_to_the_browser() {
        browser.submit("/profile", "/profile", Map.of("name", "Ana", "language", "pl", "available", "true"));
        Answer polish = browser.get("/profile");
        assertThat(polish.page().select("html").attr("lang")).isEqualTo("pl");
        assertThat(polish.page().select("[role=status]").text()).contains("Zapisano.");

        browser.submit("/profile", "/profile", Map.of("name", "Ana", "language", "", "available", "true"));
        assertThat(browser.get("/profile").page().select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void a_name_is_needed() {
        assertThat(browser.submit("/profile", "/profile", Map.of("name", " ")).status())
                .isEqualTo(422);
    }

    @Test
    void a_new_password_signs_out_every_other_browser_but_not_this_one() {
        Browser other = new Browser(port);
        other.signIn(ana.email(), People.PASSWORD);
        String before = String.valueOf(browser.cookies().get("ecou"));

        Answer answer = change(People.PASSWORD, NEXT);

        assertThat(answer.header("Location")).isEqualTo("/profile");
        assertThat(browser.get("/profile").page().select("[role=status]").text())
                .contains("The password is changed.");
        assertThat(browser.cookies().get("ecou")).isNotEqualTo(before);
        assertThat(other.get("/profile").status()).isEqualTo(303);
        assertThat(other.signIn(ana.email(), NEXT).status()).isEqualTo(302);
    }

    @Test
    void without_the_present_password_nothing_changes() {
        Answer answer = change("not-the-present-one", NEXT);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#current-problem").text()).isEqualTo("This is not the present password.");
        assertThat(new Browser(port).signIn(ana.email(), People.PASSWORD).status())
                .isEqualTo(302);
    }

    @Test
    void a_stolen_session_cannot_try_passwords_for_ever() {
        IntStream.range(0, 5).forEach(n -> change("guess-number-" + n, NEXT));

        assertThat(change(People.PASSWORD, NEXT)
                        .page()
                        .select("#current-problem")
                        .text())
                .isEqualTo("Too many tries. Try again in 5 minutes.");
    }

    @Test
    void a_weak_new_password_is_refused() {
        assertThat(change(People.PASSWORD, "passwordpassword")
                        .page()
                        .select("#password-problem")
                        .text())
                .contains("too easy to guess");
    }

    private Answer change(String current, String next) {
        return browser.submit(
                "/profile", "/profile/password", Map.of("current", current, "password", next, "repeated", next));
    }
}
