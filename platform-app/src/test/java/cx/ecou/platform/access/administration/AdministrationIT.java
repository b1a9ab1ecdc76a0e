package cx.ecou.platform.access.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class AdministrationIT {

    private static final String KPIS = "/api/v1/kpis/nps?from=2026-07-01&to=2026-07-31";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Browser browser = new Browser(0);
    private Person admin = new Person(new UUID(0, 0), "");

    @BeforeEach
    void onlyOneAdministrator() {
        jdbc.sql("truncate access.account cascade").update();
        admin = people.with(Role.ADMIN);
        browser = new Browser(port);
        browser.signIn(admin.email(), People.PASSWORD);
    }

    @Test
    void a_changed_account_is_shown_in_the_list_with_a_word_said_once() {
        Person ana = people.with(Role.CX_AGENT);
        String page = "/accounts/" + ana.id();

        Answer answer = browser.submit(
                page,
                page,
                Map.of("name", "Ana Nowak", "role", "CX_MANAGER", "touchpoints", "returns", "available", "true"));

        assertThat(answer.header("Location")).isEqualTo("/accounts");
        Answer list = browser.get("/accounts");
        assertThat(list.page().select("[role=status]").text()).contains("The account is saved.");
        assertThat(list.page().select("tbody tr").text()).contains("Ana Nowak", "CX manager", "returns", "available");
        assertThat(browser.get("/accounts").page().select("[role=status]").text())
                .doesNotContain("saved");
    }

    @Test
    void a_tick_that_is_taken_away_makes_somebody_unavailable() {
        Person ana = people.with(Role.CX_AGENT);
        String page = "/accounts/" + ana.id();

        browser.submit(page, page, Map.of("name", "Ana", "role", "CX_AGENT", "touchpoints", ""));

        assertThat(account(ana).available()).isFalse();
    }

    @Test
    void the_last_administrator_is_told_why_the_account_stays() {
        String page = "/accounts/" + admin.id();

        Answer closing = browser.submit(page, page + "/closing", Map.of());
        Answer demoting = browser.submit(page, page, Map.of("name", "x", "role", "EXECUTIVE", "touchpoints", ""));

        assertThat(closing.status()).isEqualTo(409).isEqualTo(demoting.status());
        assertThat(closing.page().select("[role=alert]").text())
                .contains("Nobody else is an administrator. Make another one first.");
        assertThat(account(admin))
                .matches(Account::open)
                .extracting(Account::role)
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void a_closed_account_can_be_opened_again() {
        Person ana = people.with(Role.CX_AGENT);
        String page = "/accounts/" + ana.id();

        browser.submit(page, page + "/closing", Map.of());
        assertThat(account(ana).open()).isFalse();

        browser.submit(page, page + "/reopening", Map.of());
        assertThat(account(ana).open()).isTrue();
    }

    @Test
    void an_email_that_has_an_account_is_refused_beside_its_field() {
        Answer answer = browser.submit(
                "/accounts/new", "/accounts", Map.of("name", "x", "email", admin.email(), "role", "CX_AGENT"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#email-problem").text()).isEqualTo("This e-mail has an account.");
    }

    @Test
    void everything_wrong_with_a_form_is_said_at_once_and_what_was_typed_stays() {
        Answer answer = browser.submit(
                "/accounts/new",
                "/accounts",
                Map.of("name", "", "email", "no mail", "role", "KING", "touchpoints", "shop"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert] li")).hasSize(3);
        assertThat(answer.page().select("#email").val()).isEqualTo("no mail");
        assertThat(answer.page().select("#touchpoints").text()).isEqualTo("shop");
    }

    @Test
    void an_account_that_does_not_exist_is_not_found() {
        assertThat(browser.get("/accounts/00000000-0000-4000-8000-000000000000").status())
                .isEqualTo(404);
        assertThat(browser.get("/accounts/not-an-id").status()).isIn(400, 404);
        assertThat(browser.get("/api-keys/00000000-0000-4000-8000-000000000000").status())
                .isEqualTo(404);
    }

    @Test
    void a_key_is_shown_once_works_and_ends_when_it_is_revoked() {
        Answer made = browser.submit(
                "/api-keys/new", "/api-keys", Map.of("name", "shop", "scopes", "kpi:read", "days", "90"));
        assertThat(made.status()).isEqualTo(201);
        String key = made.page().select("#hand-over").text();
        assertThat(key).startsWith("ecou_");

        var list = browser.get("/api-keys").page();
        assertThat(list.text()).contains("shop", "kpi:read", "active").doesNotContain(key);
        Browser program = new Browser(port).with("Authorization", "Bearer " + key);
        assertThat(program.get(KPIS).status()).isEqualTo(200);

        String page = list.select("tbody a").attr("href");
        browser.submit(page, page + "/revocation", Map.of());
        assertThat(program.get(KPIS).status()).isEqualTo(401);
        assertThat(browser.get("/api-keys").page().text()).contains("The key is revoked.", "revoked");
    }

    @Test
    void a_third_key_at_the_same_time_is_refused() {
        browser.submit("/api-keys/new", "/api-keys", Map.of("name", "crm", "scopes", "kpi:read", "days", "0"));
        String page = browser.get("/api-keys").page().select("tbody a").attr("href");

        assertThat(browser.submit(page, page + "/rotation", Map.of()).status()).isEqualTo(201);

        Answer third = browser.submit(page, page + "/rotation", Map.of());
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.page().select("[role=alert]").text()).contains("Two keys of this integration work.");
        Answer again = browser.submit("/api-keys/new", "/api-keys", Map.of("name", "CRM", "scopes", "kpi:read"));
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void a_key_needs_a_name_and_scopes_that_there_are() {
        Answer none = browser.submit("/api-keys/new", "/api-keys", Map.of("name", ""));
        assertThat(none.page().select("[role=alert] li")).hasSize(2);

        Answer invented = browser.submit("/api-keys/new", "/api-keys", Map.of("name", "x", "scopes", "everything:all"));
        assertThat(invented.status()).isEqualTo(422);
    }

    private Account account(Person person) {
        return accounts.account(person.id()).orElseThrow();
    }
}
