package cx.ecou.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.People;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Pick;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.write.segment.DefineSegment;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page in a real browser: without a finding of axe, without a blocked resource, also dark and on a phone. */
@WholePlatform
@Import(People.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the browser is started before the first test
class PagesInBrowserIT {

    private static final String CASE = Ids.derived(
                    "case", Ids.derived("feedback", "pages", "d-0").toString())
            .toString();
    private static final String FEEDBACK =
            Ids.derived("feedback", "pages", "d-0").toString();

    private static final String SEGMENT = Ids.derived("segment", "pages").toString();

    private static final String KNOWN = CustomerSeen.subjectOf("pages", "crm-1").toString();

    private static final String COMPANY =
            AccountDescribed.accountOf("pages", "acme").toString();

    private static final String TOP_OF_ROWS = "document.querySelector('#inbox-rows').getBoundingClientRect().top";
    private static final String WATCH_PICTURES = """
            window.namesOfPictures = [];
            new MutationObserver(changes => changes.forEach(change =>
                namesOfPictures.push(change.target.getAttribute("aria-label"))))
              .observe(document, { subtree: true, attributeFilter: ["role"] });""";

    private static final HasTextOptions SOON = new HasTextOptions().setTimeout(15_000);

    @Autowired
    Program program;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    CommandGateway commands;

    private final Map<String, BrowserContext> visitors = new HashMap<>();

    private Chromium chromium;
    private String preferences;
    private String customer;
    private String erasure;

    @BeforeAll
    void a_browser_and_a_shop_with_some_feedback() throws Exception {
        chromium = Chromium.start();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(feedback("p-" + i, 7 + i % 4, now.minus(i, ChronoUnit.HOURS)));
        }
        for (int i = 0; i < 12; i++) {
            lines.add(feedback("d-" + i, i % 6, now.minus(i, ChronoUnit.DAYS)));
        }
        program.post(
                "/api/v1/feedback/batch",
                "application/x-ndjson",
                String.join("\n", lines).getBytes());
        program.get("/api/v1/kpis/nps");
        program.get("/api/v1/cases");
        program.get("/api/v1/customers/pages/crm-1/consents");
        for (String ref : List.of("two-1", "two-2")) {
            program.send(
                    "PUT",
                    "/api/v1/customers/pages/" + ref,
                    "application/json",
                    BodyPublishers.ofString(
                            "{\"name\":\"Jan Novák\",\"emails\":[\"two@pages.example.org\"],\"account\":{\"ref\":\"acme\",\"role\":\"buyer\"}}"));
        }
        program.post(
                "/api/v1/accounts/batch",
                "[{\"source\":\"pages\",\"ref\":\"acme\",\"name\":\"Acme\",\"attributes\":{\"industry\":\"retail\"}}]");
        program.get("/api/v1/accounts/pages/acme");
        program.get("/api/v1/customers/pages/two-2");
        preferences = program.post("/api/v1/customers/pages/crm-1/preference-links", "{}")
                .json()
                .get("address")
                .asString()
                .replaceFirst("^https?://[^/]+", "");
        customer =
                program.get("/api/v1/customers/pages/crm-1").get("customerId").asString();
        erasure = somebodyIsErased();
        somethingIsPutAside();
        somebodyBelongsToASegment(now);
    }

    private void somebodyBelongsToASegment(Instant now) {
        Rule rule = new Rule.Group(
                Rule.Match.ANY,
                List.of(
                        new Rule.Group(
                                Rule.Match.ALL,
                                List.of(
                                        new Rule.Scored(
                                                Metric.NPS,
                                                Pick.WORST,
                                                Operator.AT_MOST,
                                                BigDecimal.valueOf(6),
                                                null,
                                                null,
                                                90),
                                        new Rule.Counted(Operator.AT_LEAST, 2, null, Metric.NPS, Band.NEGATIVE, null))),
                        new Rule.Group(
                                Rule.Match.NONE,
                                List.of(new Rule.Profile(ProfileField.ROLE, Operator.IS, List.of("buyer", "user"))))));
        commands.sendAndWait(
                new DefineSegment(UUID.fromString(SEGMENT), "Unhappy in spite of everything", rule, Ids.next(), now));
        await().until(() -> database.sql("select count(*) from segment.membership")
                        .query(Long.class)
                        .single()
                > 0);
    }

    private String somebodyIsErased() throws Exception {
        program.post(
                "/api/v1/customers/batch", "[{\"source\":\"pages\",\"ref\":\"erased-1\",\"name\":\"Ana Kowalska\"}]");
        program.get("/api/v1/customers/pages/erased-1");
        return program.post("/api/v1/customers/pages/erased-1/erasure", "{\"reason\":\"REQUESTED\"}")
                .json()
                .get("erasureId")
                .asString();
    }

    private void somethingIsPutAside() {
        database.sql("""
                        insert into event_store.dead_letter (processor, position, sequence, event_type, event_revision, error,
                          sql_state, constraint_name, attempts, first_failed_at, last_failed_at, next_attempt_at, status)
                        values ('pages.sample', 1, :sequence, 'feedback.FeedbackReceived', '1', 'org.postgresql.util.PSQLException',
                            '23514', 'inbox_scale', 10, now(), now(), now(), 'PARKED'),
                          ('pages.sample', 2, :sequence, 'feedback.FeedbackReceived', '1', null, null, null, 0, null, null, null,
                            'WAITING')""").param("sequence", Ids.next()).update();
    }

    @AfterAll
    void the_browser_is_closed() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "/dashboard, light, 1440",
        "/dashboard, dark, 1440",
        "/dashboard, light, 390",
        "/inbox, light, 1440",
        "/inbox, dark, 390",
        "/inbox?q=nothing-like-this, light, 1440",
        "/inbox/FEEDBACK, light, 1440",
        "/inbox/FEEDBACK, dark, 390",
        "/cases, light, 1440",
        "/cases, dark, 1440",
        "/cases, light, 390",
        "/cases?view=list, light, 1440",
        "/cases/CASE, light, 1440",
        "/cases/CASE, dark, 390",
        "/segments, light, 1440",
        "/segments/SEGMENT, light, 1440",
        "/segments/SEGMENT?lang=pl, dark, 390",
        "/segments/SEGMENT/edit, light, 1440",
        "/segments/SEGMENT/edit?lang=ro, dark, 390",
        "/retention, light, 1440",
        "/retention?lang=ro, dark, 390",
        "/imports, light, 1440",
        "/imports, dark, 390",
        "/accounts, light, 1440",
        "/api-keys, light, 1440",
        "/profile, dark, 390",
        "/audit, light, 1440",
        "/audit, dark, 1440",
        "/audit?lang=pl, dark, 390",
        "/audit?lang=ro&object=nothing-like-this, light, 390",
        "/operations, light, 1440",
        "/operations, dark, 390",
        "/operations/dead-letters, light, 1440",
        "/operations/dead-letters?lang=pl, dark, 390",
        "/operations/events, light, 1440",
        "/operations/events?lang=cs, light, 390",
        "/operations/events/1, light, 1440",
        "/operations/events/1, dark, 390",
        "/operations/read-models, light, 1440",
        "/operations/read-models?lang=ro, dark, 390",
        "/operations/ledger, dark, 1440",
        "/operations/ledger, light, 390",
        "/operations/sealed-days, light, 1440",
        "/operations/sealed-days?lang=ro, dark, 390",
        "/customers/CUSTOMER/erasure, light, 1440",
        "/customers/CUSTOMER/erasure?lang=ro, dark, 390",
        "/erasures/ERASURE, light, 1440",
        "/erasures/ERASURE?lang=pl, dark, 390",
        "/customers, light, 1440",
        "/customers?lang=pl, dark, 390",
        "/customers/KNOWN, light, 1440",
        "/customers/KNOWN?lang=cs, dark, 390",
        "/customers/duplicates?lang=ro, light, 390",
        "/customers/KNOWN/merging, dark, 1440",
        "/companies, light, 1440",
        "/companies/COMPANY?lang=ro, dark, 390",
        "PREFERENCES, light, 1440",
        "PREFERENCES?lang=pl, dark, 390",
        "PREFERENCES?lang=ro, light, 390",
        "/dashboard?lang=pl, light, 1440",
        "/cases?lang=cs, light, 1440",
        "/inbox?lang=ro, dark, 1440"
    })
    void a_page_is_accessible_and_loads_everything_it_needs(String path, String theme, int width) {
        try (Page page = visitor(theme).newPage()) {
            page.setViewportSize(width, height(width));
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate(
                    address(path.replace("FEEDBACK", FEEDBACK)
                            .replace("CASE", CASE)
                            .replace("KNOWN", KNOWN)
                            .replace("CUSTOMER", customer)
                            .replace("COMPANY", COMPANY)
                            .replace("ERASURE", erasure)
                            .replace("SEGMENT", SEGMENT)
                            .replace("PREFERENCES", preferences)),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            page.waitForFunction("document.fonts.status === 'loaded'");

            assertThat(page.locator("main h1, main h2").first()).isVisible();
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(path)
                    .extracting(violation -> violation.getId() + ": "
                            + violation.getNodes().stream()
                                    .map(node -> String.valueOf(node.getTarget()))
                                    .toList())
                    .isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing stands out at the side")
                    .isTrue();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void a_chart_has_its_name_from_the_moment_on_at_which_it_is_a_picture() {
        try (BrowserContext context = signedIn("dark", 1440)) {
            Page page = context.newPage();
            page.addInitScript(WATCH_PICTURES);
            page.navigate(address("/dashboard"));
            page.locator("[data-chart] svg").first().waitFor();

            var summaries = (List<?>) page.evaluate(
                    "[...document.querySelectorAll('[data-figures]')].map(table => table.dataset.summary)");
            assertThat((List<?>) page.evaluate("namesOfPictures"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).isIn(summaries));
        }
    }

    @Test
    void a_customer_ends_messages_and_wants_them_again_without_a_script_and_without_signing_in() {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844))) {
            Page page = context.newPage();
            page.navigate(address(preferences));
            page.locator("form[action$='/end'] button").click();
            assertThat(page.locator("main")).containsText("You get no messages from us.");

            page.locator("form[action$='/resumption'] button").click();
            page.locator("#atMost").selectOption("1/WEEK");
            page.locator("form:has(#atMost) button").click();

            assertThat(page.locator("[role=status]")).hasText("Saved. It counts from now on.");
            assertThat(page.locator("#atMost")).hasValue("1/WEEK");
        }
    }

    @Test
    void somebody_signs_in_by_keyboard_and_finds_the_figures() {
        People.Person person = people.with(Role.EXECUTIVE);
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(address("/dashboard"));
            page.getByLabel("E-mail").focus();
            page.keyboard().type(person.email());
            page.keyboard().press("Tab");
            page.keyboard().type(People.PASSWORD);
            page.keyboard().press("Enter");

            page.waitForURL("**/dashboard");
            assertThat(page.locator("main")).containsText("NPS");
        }
    }

    @Test
    void an_open_inbox_offers_what_comes_in_and_nothing_moves_until_it_is_taken() throws Exception {
        try (BrowserContext context = signedIn("light", 390)) {
            Page page = context.newPage();
            List<String> askedByItself = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/inbox/new?")) {
                    askedByItself.add(String.valueOf(request.headers().get("ecou-live")));
                }
            });
            page.waitForResponse(
                    answer -> answer.url().contains("/live?"), () -> page.navigate(address("/inbox?band=NEGATIVE")));
            var rows = page.locator("#inbox-rows");
            String before = rows.innerHTML();
            Object top = page.evaluate(TOP_OF_ROWS);

            program.post("/api/v1/feedback", feedback("late-1", 2, Instant.now()));
            assertThat(page.locator("#inbox-arrived")).hasText("Show 1 new");
            program.post("/api/v1/feedback", feedback("late-2", 9, Instant.now()));
            program.post("/api/v1/feedback", feedback("late-3", 1, Instant.now()));
            assertThat(page.locator("#inbox-arrived")).hasText("Show 2 new", SOON);

            assertThat(askedByItself).isNotEmpty().containsOnly("true");
            assertThat(rows.innerHTML()).isEqualTo(before);
            assertThat(page.evaluate(TOP_OF_ROWS)).isEqualTo(top);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.locator("#inbox-arrived a").click();
            assertThat(page.locator("#f-" + Ids.derived("feedback", "pages", "late-3")))
                    .isVisible();
            assertThat(page.locator("#inbox-arrived")).isEmpty();
        }
    }

    /** Somebody who comes back: what the browser has fetched it keeps, what was chosen on the page before it has forgotten. */
    private BrowserContext visitor(String theme) {
        BrowserContext context = visitors.computeIfAbsent(theme, first -> signedIn(first, 1440));
        context.clearCookies();
        signIn(context);
        return context;
    }

    private BrowserContext signedIn(String theme, int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setViewportSize(width, height(width)));
        signIn(context);
        return context;
    }

    private void signIn(BrowserContext context) {
        var session = people.browserOf(Role.ADMIN);
        context.addCookies(List.of(new Cookie(session.getName(), session.getValue()).setUrl(address("/"))));
    }

    private static int height(int width) {
        return width < 500 ? 844 : 900;
    }

    private String address(String path) {
        return "http://localhost:" + program.port() + path;
    }

    private static String feedback(String externalId, int nps, Instant occurredAt) {
        return """
            {"source":"pages","externalId":"%s","kind":"SURVEY","occurredAt":"%s","language":"pl","touchpoint":"delivery","channel":"web","customer":{"ref":"crm-1","name":"Katarzyna N."},"scores":[{"metric":"NPS","value":%d},{"metric":"CSAT","value":%d,"scale":"1-5"}],"comment":"Dwa tygodnie opóźnienia i nikt nie zadzwonił."}""".formatted(externalId, occurredAt, nps, 1 + nps / 3);
    }
}
