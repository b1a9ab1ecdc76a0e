package cx.ecou.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.MovableClock;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.key.ApiKeys;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered of whom; each thing once, and without a word that somebody wrote. */
@PlatformTest
@TestPropertySource(properties = "test.world=audit")
class AuditIT {

    private static final String WRONG = "nobody-has-this-password";
    private static final String SECRET = "Kowalska-writes-this";
    private static final String FEEDBACK = """
            {"source":"audit","externalId":"%s","kind":"SURVEY","occurredAt":"%s","touchpoint":"delivery",
             "customer":{"ref":"crm-1","name":"Kowalska-writes-this"},"scores":[{"metric":"NPS","value":1}],
             "comment":"Kowalska-writes-this"}""";

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

    @Autowired
    PlatformTransactionManager transactions;

    Person ilinca;
    Browser browser;
    long mark;

    @BeforeEach
    void an_administrator_is_there() {
        ilinca = people.with(Role.ADMIN);
        browser = new Browser(port).from("198.51.100.77");
    }

    @Test
    void signing_in_and_out() {
        mark();
        browser.signIn(ilinca.email(), WRONG);
        assertThat(entries())
                .containsExactly("NOBODY - 198.51.100.0/24 sign-in account " + ilinca.id() + " REFUSED []");

        mark();
        browser.signIn("nobody@example.org", WRONG);
        assertThat(entries()).containsExactly("NOBODY - 198.51.100.0/24 sign-in account - REFUSED []");

        mark();
        browser.signIn(ilinca.email(), People.PASSWORD);
        assertThat(entries()).containsExactly(ilinca("signed-in account " + ilinca.id() + " DONE []"));

        mark();
        signOut();
        assertThat(entries()).containsExactly(ilinca("signed-out account " + ilinca.id() + " DONE []"));
    }

    @Test
    void of_the_tries_during_a_pause_one_in_five_minutes() {
        IntStream.range(0, 5).forEach(n -> browser.signIn(ilinca.email(), WRONG));
        mark();
        IntStream.range(0, 4).forEach(n -> browser.signIn(ilinca.email(), WRONG));

        assertThat(entries()).containsExactly("NOBODY - 198.51.100.0/24 sign-in account " + ilinca.id() + " LOCKED []");
        clock.forward(Duration.ofMinutes(5));
    }

    @Test
    void passwords_that_were_changed_and_those_that_were_not() {
        browser.signIn(ilinca.email(), People.PASSWORD);
        mark();
        changePassword(WRONG, "quiet-lantern-walks-home");
        assertThat(entries()).containsExactly(ilinca("password-changed account " + ilinca.id() + " REFUSED []"));

        mark();
        changePassword(People.PASSWORD, "quiet-lantern-walks-home");
        assertThat(entries())
                .containsExactly(
                        ilinca("password-changed account " + ilinca.id() + " DONE []"),
                        ilinca("signed-in account " + ilinca.id() + " DONE []"));
    }

    @Test
    void accounts_that_were_made_changed_and_closed_with_their_roles_and_nothing_else_of_them() {
        browser.signIn(ilinca.email(), People.PASSWORD);
        mark();
        browser.submit(
                "/accounts/new",
                "/accounts",
                Map.of("email", "kowalska@example.org", "name", SECRET, "role", "CX_AGENT", "touchpoints", "delivery"));
        UUID id = accounts.credentials("kowalska@example.org").orElseThrow().accountId();
        assertThat(entries())
                .containsExactly(
                        ilinca("made account " + id + " DONE [role=CX_AGENT]"),
                        ilinca("link-made account " + id + " DONE []"));

        mark();
        String page = "/accounts/" + id;
        browser.submit(page, page, Map.of("name", SECRET, "role", "EXECUTIVE", "touchpoints", ""));
        browser.submit(page, page, Map.of("name", SECRET, "role", "EXECUTIVE", "touchpoints", "checkout"));
        browser.submit(page, page + "/closing", Map.of());
        browser.submit(page, page + "/reopening", Map.of());
        assertThat(entries())
                .containsExactly(
                        ilinca("role-changed account " + id + " DONE [from=CX_AGENT to=EXECUTIVE]"),
                        ilinca("changed account " + id + " DONE [from=EXECUTIVE to=EXECUTIVE]"),
                        ilinca("closed account " + id + " DONE []"),
                        ilinca("reopened account " + id + " DONE []"));
        assertNothingWritten();
    }

    @Test
    void what_was_refused_has_not_happened_and_is_not_recorded() {
        Person only = people.with(Role.ADMIN);
        accounts.everybody().stream()
                .filter(account -> account.role() == Role.ADMIN
                        && account.open()
                        && !account.id().equals(only.id()))
                .forEach(account -> accounts.close(account.id()));
        mark();

        assertThatThrownBy(() -> accounts.close(only.id())).hasMessageContaining("last-admin");

        assertThat(entries()).isEmpty();
    }

    @Test
    void keys_that_were_made_rotated_and_revoked() {
        browser.signIn(ilinca.email(), People.PASSWORD);
        mark();
        browser.submit("/api-keys/new", "/api-keys", Map.of("name", SECRET, "scopes", "kpi:read", "days", "0"));
        UUID first = key(SECRET);
        browser.submit("/api-keys/" + first, "/api-keys/" + first + "/rotation", Map.of());
        browser.submit("/api-keys/" + first, "/api-keys/" + first + "/revocation", Map.of());

        assertThat(entries())
                .hasSize(3)
                .startsWith(ilinca("made api-key " + first + " DONE []"))
                .endsWith(ilinca("revoked api-key " + first + " DONE []"))
                .anyMatch(entry -> entry.contains("rotated api-key"));
        assertNothingWritten();
    }

    @Test
    void a_key_that_the_operator_brings_along_is_given_by_ecou_itself() {
        mark();
        keys.accept("brought-along-0123456789-abcdefghijk");
        keys.accept("brought-along-0123456789-abcdefghijk");
        keys.accept("another-one-9876543210-zyxwvutsrqpon");

        assertThat(entries())
                .extracting(entry -> entry.replaceAll("[0-9a-f-]{36}", "id"))
                .containsExactly(
                        "ECOU - - made api-key id DONE []",
                        "ECOU - - revoked api-key id DONE []",
                        "ECOU - - made api-key id DONE []");
    }

    @Test
    void feedback_that_was_seen_on_a_page_or_taken_along_without_what_was_searched_for() {
        UUID id = feedback("seen");
        browser.signIn(ilinca.email(), People.PASSWORD);
        mark();

        browser.get("/inbox?band=NEGATIVE&from=2026-11-01&q=" + SECRET + "&touchpoint=delivery");
        browser.get("/inbox/" + id);
        browser.get("/inbox.csv?customerRef=" + SECRET);
        browser.get("/inbox/" + Ids.next());

        assertThat(entries())
                .containsExactly(
                        ilinca("listed feedback - DONE [from=2026-11-01 touchpoint=* band=NEGATIVE q=*]"),
                        ilinca("viewed feedback " + id + " DONE []"),
                        ilinca("exported feedback - DONE [customerRef=*]"));
        assertNothingWritten();
    }

    @Test
    void what_a_program_has_read_with_its_key() {
        UUID id = feedback("read-by-a-program");
        String key = keys.make("reader " + id, Set.of("feedback:read", "case:read"), null, ilinca.id());
        Browser program = new Browser(port).from("2001:db8:7:1::5").with("Authorization", "Bearer " + key);
        String caller = "PROGRAM " + key("reader " + id) + " 2001:db8:7::/48 ";
        mark();

        program.get("/api/v1/feedback?limit=2&q=" + SECRET);
        program.get("/api/v1/feedback/" + id);
        program.get("/api/v1/cases?status=OPEN&overdue=true");
        program.get("/api/v1/feedback?nonsense=1");
        program.get("/api/v1/kpis/nps");

        assertThat(entries())
                .containsExactly(
                        caller + "listed feedback - DONE [q=* limit=2]",
                        caller + "viewed feedback " + id + " DONE []",
                        caller + "listed case - DONE [status=OPEN overdue=true limit=50]");
        assertNothingWritten();
    }

    @Test
    void cases_that_were_seen() {
        UUID feedback = feedback("makes-a-case");
        UUID id = Ids.derived("case", feedback.toString());
        browser.signIn(ilinca.email(), People.PASSWORD);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> browser.get("/cases/" + id).status() == 200);
        mark();

        browser.get("/cases?q=" + SECRET + "&priority=URGENT");
        browser.get("/cases?view=list&owner=me");
        browser.get("/cases/" + id);

        assertThat(entries())
                .containsExactly(
                        ilinca("listed case - DONE [priority=URGENT q=*]"),
                        ilinca("listed case - DONE [status=ASSIGNED,CONTACTED,OPEN owner=" + ilinca.id() + "]"),
                        ilinca("viewed case " + id + " DONE []"));
        assertNothingWritten();
    }

    @Test
    void what_operators_did() {
        browser.signIn(ilinca.email(), People.PASSWORD);
        long event = feedbackPosition();
        mark();

        browser.submit("/operations/read-models", "/operations/read-models/insight.cases/rebuild", Map.of());
        browser.get("/operations/events/" + event);
        browser.get("/operations/events/999999999");

        assertThat(entries())
                .containsExactly(
                        ilinca("rebuild-begun read-model insight.cases DONE []"),
                        ilinca("viewed event " + event + " DONE []"));
    }

    @Test
    void who_is_not_signed_in_comes_from_somewhere_and_ecou_from_nowhere() {
        mark();
        audit.changed("account", ilinca.id(), "changed");

        assertThat(entries()).containsExactly("ECOU - - changed account " + ilinca.id() + " DONE []");
    }

    @Test
    void a_change_that_is_taken_back_leaves_no_entry() {
        mark();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            accounts.changePassword(ilinca.id(), "hash");
            status.setRollbackOnly();
        });
        assertThat(entries()).isEmpty();
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() {
        feedback("hidden");
        browser.signIn(ilinca.email(), People.PASSWORD);
        database.sql("alter table audit.entry add constraint full_disk check (action <> 'listed') not valid")
                .update();
        try {
            assertThat(browser.get("/inbox").status()).isEqualTo(500);
            assertThat(browser.get("/inbox").body()).doesNotContain(SECRET);
        } finally {
            database.sql("alter table audit.entry drop constraint full_disk").update();
        }
    }

    @Test
    void a_deed_is_one_row_and_the_moment_that_of_the_clock() {
        mark();
        Instant before = clock.instant();
        audit.record(Deed.of("verified", "sealed-day", "2026-11-22"));

        Instant at = database.sql("select at from audit.entry order by entry_id desc limit 1")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        assertThat(at).isBetween(before.minusMillis(1), clock.instant());
    }

    private void mark() {
        mark = database.sql("select coalesce(max(entry_id), 0) from audit.entry")
                .query(Long.class)
                .single();
    }

    /** What was added since the mark, in its order. */
    private List<String> entries() {
        return database.sql("""
                        select actor_kind || ' ' || coalesce(actor_id::text, '-') || ' ' || coalesce(origin, '-') || ' ' || action
                          || ' ' || object_kind || ' ' || coalesce(object_id, '-') || ' ' || outcome || ' [' || codes || ']'
                          from audit.entry where entry_id > :mark order by entry_id
                        """).param("mark", mark).query(String.class).list();
    }

    private String ilinca(String rest) {
        return "COLLEAGUE " + ilinca.id() + " 198.51.100.0/24 " + rest;
    }

    private void assertNothingWritten() {
        assertThat(database.sql("select count(*) from audit.entry e where e::text ilike '%kowalska%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void signOut() {
        String token = browser.get("/profile")
                .page()
                .select("form[action=/sign-out] [name=_csrf]")
                .val();
        browser.post("/sign-out", Map.of("_csrf", token));
    }

    private void changePassword(String current, String next) {
        browser.submit("/profile", "/profile/password", Map.of("current", current, "password", next, "repeated", next));
    }

    private UUID key(String name) {
        return keys.all().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID feedback(String externalId) {
        String key = keys.make("writer " + externalId, Set.of("feedback:write"), null, ilinca.id());
        Browser program = new Browser(port).with("Authorization", "Bearer " + key);
        assertThat(program.postJson("/api/v1/feedback", FEEDBACK.formatted(externalId, clock.instant()))
                        .status())
                .isIn(200, 201);
        UUID id = Ids.derived("feedback", "audit", externalId);
        Browser reader = new Browser(port);
        reader.signIn(people.with(Role.EXECUTIVE).email(), People.PASSWORD);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> reader.get("/inbox/" + id).status() == 200);
        return id;
    }

    private long feedbackPosition() {
        UUID id = feedback("stored");
        return database.sql("select max(global_index) from event_store.domain_event where aggregate_identifier = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
