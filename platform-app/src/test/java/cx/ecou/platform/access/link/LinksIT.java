package cx.ecou.platform.access.link;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.MovableClock;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.Secrets;
import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class LinksIT {

    private static final Map<String, String> ILINCA = Map.of(
            "email",
            "ilinca@example.org",
            "name",
            "Ilinca Popescu",
            "password",
            People.PASSWORD,
            "repeated",
            People.PASSWORD);

    @LocalServerPort
    int port;

    @Autowired
    OneTimeLinks links;

    @Autowired
    FirstAdministrator first;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Browser browser;

    @BeforeEach
    void nobody() {
        jdbc.sql("truncate access.account cascade").update();
        browser = new Browser(port);
    }

    @Test
    void the_set_up_link_makes_the_first_administrator_and_lets_them_in() {
        String path = "/set-up/" + links.forSetUp();

        Answer answer = browser.submit(path, "", ILINCA);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(browser.get("/accounts").page().select("tbody tr").text())
                .contains("Ilinca Popescu", "ilinca@example.org", "Administrator");
    }

    @Test
    void looking_at_the_link_does_not_use_it_up() {
        String path = "/set-up/" + links.forSetUp();

        browser.get(path);
        browser.get(path);

        assertThat(browser.submit(path, "", ILINCA).status()).isEqualTo(302);
    }

    @Test
    void the_link_works_once() {
        String path = "/set-up/" + links.forSetUp();
        browser.submit(path, "", ILINCA);

        Browser other = new Browser(port);
        assertThat(other.get(path).status()).isEqualTo(410);
        assertThat(accounts.everybody()).hasSize(1);
    }

    @Test
    void a_link_is_worth_nothing_once_there_is_an_administrator() {
        String path = "/set-up/" + links.forSetUp();
        people.with(Role.ADMIN);

        assertThat(browser.get(path).status()).isEqualTo(410);
        assertThat(first.setUp(path.substring(8), "x@example.org", "x", People.PASSWORD))
                .isEmpty();
    }

    @Test
    void a_link_is_worth_nothing_after_a_day() {
        String path = "/set-up/" + links.forSetUp();

        clock.forward(OneTimeLinks.SET_UP_LASTS);

        assertThat(browser.get(path).status()).isEqualTo(410);
    }

    @Test
    void two_links_at_the_same_moment_make_one_administrator() throws Exception {
        List<Callable<Optional<UUID>>> both = List.of(setUpAs("a@example.org"), setUpAs("b@example.org"));
        var threads = Executors.newFixedThreadPool(2);
        try {
            int made = 0;
            for (Future<Optional<UUID>> answer : threads.invokeAll(both)) {
                made += answer.get().isPresent() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
            assertThat(accounts.everybody()).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void the_database_does_not_know_the_link() {
        String token = links.forSetUp();

        assertThat(jdbc.sql("select token_hash from access.one_time_link where account_id is null")
                        .query(byte[].class)
                        .list())
                .contains(Secrets.sha256(token));
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void a_weak_password_is_refused_beside_its_field_and_uses_nothing_up() {
        String path = "/set-up/" + links.forSetUp();
        var weak = Map.of(
                "email", "ilinca@example.org", "name", "Ilinca", "password", "passwordpassword", "repeated", "x");

        Answer answer = browser.submit(path, "", weak);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#password-problem").text()).contains("too easy to guess");
        assertThat(answer.page().select("#email").val()).isEqualTo("ilinca@example.org");
        assertThat(answer.body()).doesNotContain("passwordpassword");
        assertThat(browser.submit(path, "", ILINCA).status()).isEqualTo(302);
    }

    @Test
    void two_different_passwords_are_no_password() {
        var typed = Map.of(
                "email", "ilinca@example.org", "name", "Ilinca", "password", People.PASSWORD, "repeated", "another");

        Answer answer = browser.submit("/set-up/" + links.forSetUp(), "", typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#repeated-problem").text()).isEqualTo("This is not the same as above.");
    }

    @Test
    void an_administrator_hands_over_a_link_with_which_a_colleague_chooses_a_password() {
        Person admin = people.with(Role.ADMIN);
        browser.signIn(admin.email(), People.PASSWORD);
        var marek = Map.of(
                "email", "marek@example.org", "name", "Marek", "role", "CX_AGENT", "touchpoints", "delivery, returns,");

        Answer made = browser.submit("/accounts/new", "/accounts", marek);
        assertThat(made.status()).isEqualTo(201);
        String link = made.page().select("#hand-over").text();
        assertThat(link).startsWith("http://localhost:" + port + "/invitation/");

        Browser his = new Browser(port);
        String path = link.substring(link.indexOf("/invitation/"));
        assertThat(his.get(path).page().text()).contains("Marek", "marek@example.org");
        assertThat(his.submit(
                                path,
                                "",
                                Map.of("password", "cztery-losowe-słowa-tu", "repeated", "cztery-losowe-słowa-tu"))
                        .status())
                .isEqualTo(302);
        assertThat(his.get("/profile").status()).isEqualTo(200);
        assertThat(his.get(path).status()).isEqualTo(410);
        assertThat(accounts.everybody())
                .filteredOn(account -> account.email().equals("marek@example.org"))
                .singleElement()
                .satisfies(
                        account -> assertThat(account.touchpoints()).containsExactlyInAnyOrder("delivery", "returns"));
    }

    @Test
    void a_newer_link_of_an_account_replaces_the_older() {
        Person ana = people.with(Role.CX_AGENT);
        String older = links.forPassword(ana.id());
        String newer = links.forPassword(ana.id());

        assertThat(links.accountOf(older)).isEmpty();
        assertThat(links.accountOf(newer)).contains(ana.id());
    }

    @Test
    void a_link_opens_nothing_for_a_closed_account() {
        people.with(Role.ADMIN);
        Person ana = people.with(Role.CX_AGENT);
        String link = links.forPassword(ana.id());

        accounts.close(ana.id());

        assertThat(browser.get("/invitation/" + link).status()).isEqualTo(410);
    }

    @Test
    void a_set_up_link_is_no_invitation_and_an_invitation_sets_nothing_up() {
        Person invited = people.invitedAs(Role.CX_AGENT);

        assertThat(links.accountOf(links.forSetUp())).isEmpty();
        assertThat(first.mayBeSetUpBy(links.forPassword(invited.id()))).isFalse();
    }

    @Test
    void the_operators_administrator_is_made_once_and_never_changed_by_a_later_start() {
        first.appoint("op@example.org", People.PASSWORD);
        first.appoint("other@example.org", People.PASSWORD);

        assertThat(accounts.everybody())
                .singleElement()
                .satisfies(account -> assertThat(account.email()).isEqualTo("op@example.org"))
                .extracting(Account::role)
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void used_and_old_links_are_swept_away() {
        links.use(links.forSetUp());
        links.forSetUp();
        clock.forward(OneTimeLinks.SET_UP_LASTS);
        String fresh = links.forSetUp();

        links.sweep();

        assertThat(jdbc.sql("select token_hash from access.one_time_link")
                        .query(byte[].class)
                        .list())
                .containsExactly(Secrets.sha256(fresh));
    }

    private Callable<Optional<UUID>> setUpAs(String email) {
        String token = links.forSetUp();
        return () -> first.setUp(token, email, "Somebody", People.PASSWORD);
    }
}
