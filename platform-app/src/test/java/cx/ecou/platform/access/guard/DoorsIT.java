package cx.ecou.platform.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.key.ApiKeys;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class DoorsIT {

    private static final String KPIS = "/api/v1/kpis/nps?from=2026-07-01&to=2026-07-31";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    Browser browser;

    @BeforeEach
    void browser() {
        browser = new Browser(port);
    }

    @Test
    void a_program_without_a_key_is_told_how_to_show_one() {
        Answer answer = browser.get(KPIS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.body()).contains("\"type\":\"/problems/unauthorized\"", "Authorization: Bearer");
    }

    @Test
    void a_wrong_key_is_refused_by_name_and_not_repeated() {
        Answer answer = browser.with("Authorization", "Bearer ecou_aaaaaaaaaaaa_" + "b".repeat(43))
                .get(KPIS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain("bbbb");
    }

    @Test
    void a_key_without_the_scope_is_told_which_one_is_missing() {
        Answer answer = withKey("feedback:write").get(KPIS);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"kpi:read\"");
    }

    @Test
    void a_key_with_the_scope_is_let_in_and_gets_no_cookie() {
        Answer answer = withKey("kpi:read").get(KPIS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.setCookies()).isEmpty();
    }

    @Test
    void a_session_is_worth_nothing_to_the_api() {
        signIn(Role.ADMIN);
        assertThat(browser.get("/profile").status()).isEqualTo(200);

        assertThat(browser.get(KPIS).status()).isEqualTo(401);
        assertThat(browser.get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void a_key_is_worth_nothing_on_a_page() {
        Answer answer = withKey("kpi:read", "feedback:read").get("/profile");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?next=%2Fprofile");
    }

    @Test
    void a_page_that_the_role_does_not_include_is_refused_as_a_page() {
        signIn(Role.CX_AGENT);

        Answer answer = browser.get("/accounts");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.page().select("h1").text()).isEqualTo("This is not open to you");
    }

    @Test
    void what_does_not_exist_is_led_to_the_door_before_and_told_after_signing_in() {
        assertThat(browser.get("/nowhere").status()).isEqualTo(303);
        signIn(Role.CX_AGENT);
        assertThat(browser.get("/nowhere").status()).isEqualTo(404);
    }

    @Test
    void a_changing_request_without_the_forms_token_is_refused_even_with_a_session() {
        signIn(Role.ADMIN);

        assertThat(browser.post("/profile", Map.of("name", "Mallory")).status()).isEqualTo(403);
        assertThat(browser.with("X-CSRF-TOKEN", "guessed")
                        .post("/profile", Map.of("name", "Mallory"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void htmx_may_show_the_forms_token_in_a_header() {
        signIn(Role.CX_AGENT);

        Answer answer = browser.withTokenOf("/profile").post("/profile", Map.of("name", "Ana", "available", "true"));

        assertThat(answer.status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in,                    200",
        "/,                           303",
        "/set-up/none,                410",
        "/api/v1/kpis/nps,            401",
        "/api/v1/nowhere,             401",
        "/actuator/health,            200",
        "/actuator/env,               403",
        "/assets/ecou/css/tokens.css, 200",
        "/assets/nothing.css,         404",
        "/sign-in;x=1,                400",
        "/a//b,                       400"
    })
    void every_answer_carries_the_security_headers(String path, int status) {
        Answer answer = browser.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
                        + "base-uri 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void pages_for_the_signed_in_carry_the_headers_too_also_when_they_are_refused_or_missing() {
        signIn(Role.CX_AGENT);

        assertThat(Stream.of("/profile", "/accounts", "/nowhere")
                        .map(browser::get)
                        .map(answer -> answer.header("Content-Security-Policy")))
                .allSatisfy(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void behind_tls_browsers_are_told_to_stay_there() {
        assertThat(browser.overTls().get("/sign-in").header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(browser.overTls().get("/api/v1/kpis/nps").header("Strict-Transport-Security"))
                .isNotEmpty();
    }

    @Test
    void pages_are_never_kept_and_assets_may_be() {
        assertThat(browser.get("/sign-in").header("Cache-Control")).contains("no-store");
        assertThat(browser.get("/api/v1/kpis/nps").header("Cache-Control")).contains("no-store");
        String sheet = browser.get("/sign-in")
                .page()
                .select("link[rel=stylesheet][href*=assets]")
                .attr("href");
        assertThat(browser.get(sheet).header("Cache-Control")).contains("immutable");
    }

    @Test
    void no_page_holds_script_or_style_of_its_own() {
        signIn(Role.ADMIN);

        assertThat(Stream.of("/profile", "/accounts", "/accounts/new", "/api-keys", "/api-keys/new")
                        .map(path -> browser.get(path).page()))
                .allSatisfy(page -> {
                    assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
                    assertThat(page.select("[onclick], [onload], [onsubmit], [onchange]"))
                            .isEmpty();
                });
    }

    @Test
    void health_says_whether_it_lives_and_whether_it_is_ready_and_nothing_more() {
        assertThat(browser.get("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(browser.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(browser.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void the_meters_are_for_a_key_that_may_read_them() {
        assertThat(withKey("kpi:read").get("/actuator/prometheus").status()).isEqualTo(403);

        Answer answer = withKey("metrics:read").get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body())
                .contains("jvm_memory_used_bytes{application=\"ecou\"")
                .contains("hikaricp_connections")
                .contains("http_server_requests_seconds");
    }

    private Browser withKey(String... scopes) {
        UUID admin = people.with(Role.ADMIN).id();
        String key = keys.make("program " + UUID.randomUUID(), Set.of(scopes), null, admin);
        return new Browser(port).with("Authorization", "Bearer " + key);
    }

    private void signIn(Role role) {
        Person person = people.with(role);
        assertThat(browser.signIn(person.email(), People.PASSWORD).status()).isEqualTo(302);
    }
}
