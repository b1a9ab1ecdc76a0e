package cx.ecou.platform.audit.page;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.MovableClock;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.key.ApiKeys;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Deed;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@TestPropertySource(properties = "test.world=audit-page")
class AuditPageIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiKeys keys;

    @Autowired
    AuditTrail audit;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    Person ilinca;
    Browser browser;

    @BeforeEach
    void an_administrator_signs_in() {
        ilinca = people.with(Role.ADMIN);
        browser = new Browser(port).from("198.51.100.77");
        browser.signIn(ilinca.email(), People.PASSWORD);
    }

    @Test
    void the_menu_leads_administrators_there_and_nobody_else() {
        assertThat(browser.get("/accounts").page().select("nav a[href='/audit']"))
                .isNotEmpty();

        Browser manager = new Browser(port);
        manager.signIn(people.with(Role.CX_MANAGER).email(), People.PASSWORD);
        assertThat(manager.get("/audit").status()).isEqualTo(403);
        assertThat(manager.get("/audit.csv").status()).isEqualTo(403);
    }

    @Test
    void an_entry_names_who_did_what_to_whom_from_where_and_how_it_ended() {
        accounts.changeProfile(ilinca.id(), "Ilinca Popa", null, true);
        new Browser(port).from("203.0.113.9").signIn(ilinca.email(), "nobody-has-this-password");

        Document page = page("/audit?object=" + ilinca.id());

        assertThat(page.select("tbody tr").get(0).select("td, th").eachText().subList(1, 5))
                .containsExactly(
                        "somebody who is not signed in",
                        "sign-in tried refused",
                        "account Ilinca Popa",
                        "203.0.113.0/24");
        assertThat(page.select("tbody tr").get(1).text()).contains("Ecou itself", "changed", "–");
        assertThat(page.select("tbody tr").get(2).text()).contains("Ilinca Popa", "signed in", "198.51.100.0/24");
    }

    @Test
    void it_is_searched_by_person_action_kind_id_and_span() {
        UUID thing = Ids.next();
        audit.viewed("case", thing);
        audit.record(Deed.of("exported", "feedback").by(ilinca.id()));
        audit.record(Deed.of("viewed", "feedback", thing).by(ilinca.id()));
        String mine = "/audit?who=" + ilinca.id();

        assertThat(rows(mine + "&kind=feedback")).isEqualTo(2);
        assertThat(rows(mine + "&kind=feedback&action=exported")).isEqualTo(1);
        assertThat(rows("/audit?object=" + thing)).isEqualTo(2);
        assertThat(rows("/audit?object=" + thing + "&who=ECOU")).isEqualTo(1);
        assertThat(rows("/audit?object=" + thing + "&who=NOBODY")).isZero();
        assertThat(rows("/audit?object=" + thing + "&from=2020-01-01&until=2099-12-31"))
                .isEqualTo(2);
        assertThat(rows("/audit?object=" + thing + "&until=2020-01-01")).isZero();
        assertThat(page("/audit?object=" + Ids.next()).select(".ec-void").text())
                .contains("No entry matches");
        assertThat(page(mine).select("#who option[selected]").val())
                .isEqualTo(ilinca.id().toString());
        assertThat(page("/audit").select("#action option").eachText())
                .contains("Everything", "viewed", "downloaded", "signed in");
    }

    @Test
    void entries_are_shown_newest_first_a_page_at_a_time() {
        UUID thing = Ids.next();
        for (int n = 0; n < 60; n++) {
            audit.record(Deed.of(n == 0 ? "made" : "changed", "import", thing));
        }

        Document first = page("/audit?object=" + thing);
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody").text()).doesNotContain("made");
        Document second = page(first.select("a[rel=next]").attr("href"));

        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.select("tbody tr").last()).isNotNull();
        assertThat(second.select("tbody tr:last-child").text()).contains("made");
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/audit?object=" + thing);
    }

    @Test
    void what_moved_with_the_clock_stays_in_the_order_of_its_moments() {
        UUID thing = Ids.next();
        audit.record(Deed.of("changed", "import", thing));
        database.sql("""
                        insert into audit.entry (at, actor_kind, action, object_kind, object_id, codes, outcome)
                        values ('2026-01-01T00:00:00Z', 'ECOU', 'made', 'import', :thing, '', 'DONE')
                        """).param("thing", thing.toString()).update();

        assertThat(page("/audit?object=" + thing).select("tbody tr").last()).isNotNull();
        assertThat(page("/audit?object=" + thing).select("tbody tr:last-child").text())
                .contains("made");
    }

    @Test
    void what_is_found_is_taken_along_as_a_file_without_formulas() {
        accounts.changeProfile(ilinca.id(), "=1+1", null, true);
        UUID thing = Ids.next();
        audit.record(Deed.of("viewed", "case", thing).by(ilinca.id()));

        Answer file = browser.get("/audit.csv?object=" + thing);

        assertThat(file.header("Content-Disposition")).contains("audit-log.csv");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo("\uFEFFentry,at,actorKind,actorId,actor,origin,action,kind,objectId,codes,outcome");
        assertThat(lines.get(1)).contains("COLLEAGUE," + ilinca.id() + ",'=1+1,,viewed,case," + thing + ",,DONE");
        assertThat(browser.get("/audit.csv?object=a%20b").status()).isEqualTo(400);
    }

    @Test
    void who_looks_into_it_is_in_it() {
        page("/audit?who=" + ilinca.id() + "&from=2026-01-01");
        browser.get("/audit.csv?kind=account");

        assertThat(page("/audit?who=" + ilinca.id() + "&kind=audit-log")
                        .select("tbody tr td:nth-child(3)")
                        .eachText())
                .containsExactly(
                        "viewed a list who=" + ilinca.id() + " kind=*",
                        "downloaded kind=*",
                        "viewed a list who=" + ilinca.id() + " from=*");
    }

    @Test
    void a_program_is_named_by_its_key_and_a_word_without_a_text_by_itself() {
        keys.make("night report", Set.of("kpi:read"), null, ilinca.id());
        UUID key = keys.all().stream()
                .filter(one -> one.name().equals("night report"))
                .findFirst()
                .orElseThrow()
                .id();
        database.sql("""
                        insert into audit.entry (at, actor_kind, actor_id, action, object_kind, codes, outcome)
                        values (now(), 'PROGRAM', :key, 'bygone', 'thing', '', 'DONE')
                        """).param("key", key).update();

        assertThat(page("/audit?who=" + key).select("tbody tr").text())
                .contains("night report (")
                .contains("a program", "bygone", "thing");
    }

    @ParameterizedTest
    @CsvSource({
        "who=Ana, who",
        "action=A, action",
        "kind=1, kind",
        "object=a%20b, object",
        "from=yesterday, from",
        "until=x, until"
    })
    void a_search_that_cannot_be_read_is_named_beside_its_field(String query, String field) {
        Answer answer = browser.get("/audit?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert] a").attr("href")).isEqualTo("#" + field);
        assertThat(answer.page().select("#" + field + "-problem").text()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"/audit?before=abc, 400", "/audit?before=-5, 200", "/audit?before=999999999999, 200"})
    void an_address_that_was_written_by_hand_is_answered_clearly(String path, int status) {
        assertThat(browser.get(path).status()).isEqualTo(status);
    }

    @Test
    void entries_are_linked_by_themselves_soon_after() {
        Instant begun = clock.instant();
        audit.changed("account", ilinca.id(), "changed");

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(database.sql(
                                        "select count(*) from audit.link join audit.entry using (entry_id) where at >= :begun")
                                .param("begun", Timestamp.from(begun))
                                .query(Long.class)
                                .single())
                        .isPositive());
    }

    private Document page(String path) {
        Answer answer = browser.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.page();
    }

    private int rows(String path) {
        return page(path).select("tbody tr").size();
    }
}
