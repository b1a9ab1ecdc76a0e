package cx.ecou.platform.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.MovableClock;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.session.PageSessions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class SignInIT {

    private static final String WRONG = "nobody-has-this-password";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    PageSessions sessions;

    @Autowired
    SignIn signIn;

    @Autowired
    MovableClock clock;

    Person ana;
    Browser browser;

    @BeforeEach
    void ana() {
        ana = people.with(Role.CX_AGENT);
        browser = new Browser(port);
    }

    @Test
    void the_right_password_opens_the_door_with_a_cookie_that_scripts_cannot_read() {
        Answer answer = browser.signIn(ana.email(), People.PASSWORD);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.setCookies())
                .filteredOn(cookie -> cookie.startsWith("ecou="))
                .singleElement()
                .asString()
                .contains("; Path=/")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Secure", "Domain", "Max-Age");
        assertThat(browser.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void over_tls_the_cookie_is_bound_to_this_host_and_the_plain_one_is_worth_nothing() {
        Answer answer = browser.overTls().signIn(ana.email(), People.PASSWORD);

        assertThat(answer.setCookies())
                .filteredOn(cookie -> cookie.startsWith("__Host-ecou="))
                .singleElement()
                .asString()
                .contains("; Path=/")
                .contains("; Secure")
                .contains("; HttpOnly")
                .doesNotContain("Domain");
        assertThat(browser.get("/profile").status()).isEqualTo(200);

        browser.cookies().put("ecou", browser.cookies().remove("__Host-ecou"));
        assertThat(browser.get("/profile").status()).isEqualTo(303);
    }

    @Test
    void an_email_counts_however_it_is_written() {
        assertThat(browser.signIn(" " + ana.email().toUpperCase(Locale.ROOT), People.PASSWORD)
                        .status())
                .isEqualTo(302);
    }

    @Test
    void a_wrong_password_and_an_unknown_email_get_the_same_answer() {
        Answer wrong = browser.signIn(ana.email(), WRONG);
        Answer unknown = new Browser(port).signIn("nobody@example.org", WRONG);

        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(wrong.page().select("[role=alert]").text())
                .isEqualTo("E-mail or password is not right. 4 more tries, then a pause of up to 5 minutes.")
                .isEqualTo(unknown.page().select("[role=alert]").text());
        assertThat(wrong.body()).doesNotContain(WRONG);
        assertThat(wrong.page().select("#email").val()).isEqualTo(ana.email());
    }

    @Test
    void an_unknown_email_takes_as_long_as_a_wrong_password() {
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int n = 0; n < 12; n++) {
            known = Math.min(known, nanosToTry(ana.email(), "192.0.2." + (100 + n)));
            unknown = Math.min(unknown, nanosToTry("nobody" + n + "@example.org", "192.0.2." + (100 + n)));
        }

        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void neither_a_closed_account_nor_one_still_invited_can_be_signed_in_to() {
        Person closed = people.with(Role.CX_AGENT);
        accounts.close(closed.id());
        Person invited = people.invitedAs(Role.CX_AGENT);

        assertThat(browser.signIn(closed.email(), People.PASSWORD).status()).isEqualTo(422);
        assertThat(browser.signIn(invited.email(), "nobody has this password").status())
                .isEqualTo(422);
    }

    @Test
    void a_session_id_planted_before_signing_in_is_not_the_one_afterwards() {
        browser.cookies().put("ecou", "planted");

        browser.signIn(ana.email(), People.PASSWORD);

        assertThat(browser.cookies().get("ecou")).isNotEqualTo("planted").hasSize(43);
        Browser attacker = new Browser(port);
        attacker.cookies().put("ecou", "planted");
        assertThat(attacker.get("/profile").status()).isEqualTo(303);
    }

    @Test
    void signing_in_again_ends_the_session_the_browser_had() {
        browser.signIn(ana.email(), People.PASSWORD);
        String first = String.valueOf(browser.cookies().get("ecou"));

        browser.cookies().remove("ecou");
        Map<String, String> form = hiddenFieldsOfSignIn();
        browser.cookies().put("ecou", first);
        browser.post("/sign-in", with(form, Map.of("username", ana.email(), "password", People.PASSWORD)));

        assertThat(browser.cookies().get("ecou")).isNotEqualTo(first);
        assertThat(sessions.find(first)).isEmpty();
    }

    @Test
    void the_token_of_the_forms_changes_at_sign_in() {
        browser.get("/sign-in");
        String before = browser.cookies().get("ecou-form");

        browser.signIn(ana.email(), People.PASSWORD);

        assertThat(before).isNotBlank();
        browser.get("/profile");
        assertThat(browser.cookies().get("ecou-form")).isNotEqualTo(before);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        browser.get("/sign-in");

        Answer answer = browser.post("/sign-in", Map.of("username", ana.email(), "password", People.PASSWORD));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey("ecou");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/%0d%0aSet-Cookie:x=1\r\n",
                "javascript:alert(1)",
                "evil",
                "\\\\evil.example",
                "/sign-out"
            })
    void after_signing_in_one_never_leaves_ecou(String next) {
        Map<String, String> fields = Map.of("username", ana.email(), "password", People.PASSWORD, "next", next);

        assertThat(browser.submit("/sign-in", "/sign-in", fields).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void one_goes_on_to_the_page_one_wanted() {
        Answer refused = browser.get("/inbox?kind=SURVEY&from=2026-07-01");
        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.header("Location")).startsWith("/sign-in?next=");

        Answer answer = browser.submit(
                refused.header("Location"), "/sign-in", Map.of("username", ana.email(), "password", People.PASSWORD));

        assertThat(answer.header("Location")).isEqualTo("/inbox?kind=SURVEY&from=2026-07-01");
    }

    @Test
    void an_htmx_request_of_somebody_signed_out_leads_its_page_to_the_door() {
        Answer answer = browser.with("HX-Request", "true")
                .with("HX-Current-URL", "http://localhost:" + port + "/inbox?kind=SURVEY")
                .get("/inbox");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in?next=%2Finbox%3Fkind%3DSURVEY");
    }

    @Test
    void after_five_wrong_tries_even_the_right_password_waits_five_minutes() {
        IntStream.range(0, SignInLimits.TRIES).forEach(n -> browser.signIn(ana.email(), WRONG));

        Answer paused = browser.signIn(ana.email(), People.PASSWORD);
        assertThat(paused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(1, 300);
        assertThat(paused.page().select("[role=alert]").text()).matches("Too many tries. Try again in .*minutes?\\.");

        clock.forward(SignInLimits.PAUSE);
        assertThat(browser.signIn(ana.email(), People.PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void a_pause_at_one_address_does_not_lock_the_owner_out_at_another() {
        IntStream.range(0, SignInLimits.TRIES + 1).forEach(n -> browser.signIn(ana.email(), WRONG));

        assertThat(new Browser(port).signIn(ana.email(), People.PASSWORD).status())
                .isEqualTo(302);
    }

    @Test
    void an_account_tried_from_many_addresses_is_closed_to_all_for_a_while() {
        IntStream.range(0, 10)
                .forEach(address -> IntStream.range(0, 4)
                        .forEach(n -> signIn.attempt(ana.email(), WRONG, "198.51.100." + address)));

        assertThat(signIn.attempt(ana.email(), People.PASSWORD, "198.51.100.99"))
                .isInstanceOf(SignIn.Paused.class);

        clock.forward(Duration.ofMinutes(15));
        assertThat(signIn.attempt(ana.email(), People.PASSWORD, "198.51.100.99"))
                .isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void an_address_that_tries_many_accounts_is_paused() {
        IntStream.range(0, 60).forEach(n -> signIn.attempt("guess" + n + "@example.org", WRONG, "192.0.2.7"));

        assertThat(signIn.attempt(ana.email(), People.PASSWORD, "192.0.2.7")).isInstanceOf(SignIn.Paused.class);
    }

    @Test
    void the_right_password_is_never_counted() {
        for (int n = 0; n < 70; n++) {
            assertThat(signIn.attempt(ana.email(), People.PASSWORD, "192.0.2.8"))
                    .isEqualTo(new SignIn.Welcome(ana.id()));
        }
    }

    @Test
    void of_many_tries_at_the_same_moment_no_more_than_five_are_compared() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<SignIn.Answer>> answers = threads.invokeAll(Stream.<Callable<SignIn.Answer>>generate(
                            () -> () -> signIn.attempt(ana.email(), WRONG, "192.0.2.9"))
                    .limit(16)
                    .toList());
            int compared = 0;
            for (Future<SignIn.Answer> answer : answers) {
                compared += answer.get() instanceof SignIn.Wrong ? 1 : 0;
            }
            assertThat(compared).isEqualTo(SignInLimits.TRIES);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_session_ends_after_thirty_minutes_without_a_request() {
        browser.signIn(ana.email(), People.PASSWORD);

        clock.forward(Duration.ofMinutes(29));
        assertThat(browser.get("/profile").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(29));
        assertThat(browser.get("/profile").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(31));
        assertThat(browser.get("/profile").status()).isEqualTo(303);
    }

    @Test
    void what_an_open_page_asks_by_itself_keeps_nobody_signed_in() {
        browser.signIn(ana.email(), People.PASSWORD);

        clock.forward(Duration.ofMinutes(20));
        browser.with("Ecou-Live", "true");
        assertThat(browser.get("/profile").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(11));
        assertThat(browser.without("Ecou-Live").get("/profile").status()).isEqualTo(303);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy_it_is() {
        browser.signIn(ana.email(), People.PASSWORD);

        for (int quarter = 0; quarter < 47; quarter++) {
            clock.forward(Duration.ofMinutes(15));
            assertThat(browser.get("/profile").status()).isEqualTo(200);
        }
        clock.forward(Duration.ofMinutes(16));
        assertThat(browser.get("/profile").status()).isEqualTo(303);
    }

    @Test
    void signing_out_ends_the_session_and_takes_the_cookie_away() {
        browser.signIn(ana.email(), People.PASSWORD);
        String token = String.valueOf(browser.cookies().get("ecou"));

        String form = browser.get("/profile")
                .page()
                .select("form[action=/sign-out] [name=_csrf]")
                .val();
        Answer answer = browser.post("/sign-out", Map.of("_csrf", form));

        assertThat(answer.header("Location")).isEqualTo("/sign-in");
        assertThat(browser.cookies()).doesNotContainKey("ecou");
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void a_new_role_signs_one_out_everywhere() {
        browser.signIn(ana.email(), People.PASSWORD);

        accounts.change(ana.id(), "Ana", Role.EXECUTIVE, Set.of(), true);

        assertThat(browser.get("/profile").status()).isEqualTo(303);
    }

    @Test
    void the_container_never_makes_a_session_of_its_own() {
        browser.signIn(ana.email(), People.PASSWORD);
        browser.get("/profile");
        browser.get("/nowhere");

        assertThat(browser.cookies().keySet()).containsOnly("ecou", "ecou-form");
    }

    @Test
    void who_has_chosen_a_language_is_greeted_in_it() {
        accounts.changeProfile(ana.id(), "Ana", Locale.forLanguageTag("cs"), true);

        browser.signIn(ana.email(), People.PASSWORD);

        assertThat(browser.get("/profile").page().select("html").attr("lang")).isEqualTo("cs");
    }

    private long nanosToTry(String email, String address) {
        long start = System.nanoTime();
        signIn.attempt(email, WRONG, address);
        return System.nanoTime() - start;
    }

    private Map<String, String> hiddenFieldsOfSignIn() {
        return Map.of(
                "_csrf", browser.get("/sign-in").page().select("[name=_csrf]").val());
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        var all = new HashMap<>(fields);
        all.putAll(more);
        return all;
    }
}
