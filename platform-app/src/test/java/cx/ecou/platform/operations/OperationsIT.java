package cx.ecou.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.seal.Sealing;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.PlatformTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@TestPropertySource(properties = "test.world=operations") // events are written and altered here behind Ecou's back
class OperationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LETTERS = "/operations/dead-letters?processor=feedback.inbox";

    private static final String LEDGER = "/operations/ledger";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    Positions positions;

    @Autowired
    Sealing sealing;

    private Browser browser = new Browser(0);
    private long mark;

    @BeforeEach
    void an_administrator_signs_in() {
        browser = people.signIn(Role.ADMIN, port);
        mark = database.sql("select max(entry_id) from audit.entry")
                .query(Long.class)
                .single();
    }

    @Test
    void the_menu_leads_administrators_to_the_processors_and_nobody_else() {
        assertThat(browser.get("/accounts").page().select("nav a[href='/operations']"))
                .isNotEmpty();

        Browser manager = people.signIn(Role.CX_MANAGER, port);
        assertThat(manager.get("/inbox").page().select("nav a[href='/operations']"))
                .isEmpty();
        assertThat(manager.get("/operations").status()).isEqualTo(403);
    }

    @Test
    void every_processor_is_shown_where_it_works_and_how_far_it_is_behind() {
        write("action-plan.Concerned", Ids.next(), 0, Instant.now(), "{}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row("/operations", "feedback.inbox")
                                .select("td")
                                .eachText()
                                .subList(0, 4))
                        .containsExactly("on this node", number(positions.head()), "0", "0.0 s"));
        Document page = browser.get("/operations").page();
        assertThat(page.select("#processors").attr("hx-trigger")).isEqualTo("every 2s");
        assertThat(page.select("tbody th").eachText()).contains("insight.figures", "action-plan.cases");
    }

    @Test
    void events_are_listed_newest_first_a_page_at_a_time_within_the_filters() {
        UUID aggregate = Ids.next();
        for (int n = 0; n < 60; n++) {
            write("action-plan.Counts", aggregate, n, Instant.now(), "{}");
        }
        write("action-plan.Else", Ids.next(), 0, Instant.now(), "{}");

        Document first = browser.get("/operations/events?type=action-plan.Counts&aggregate=" + aggregate)
                .page();
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody tr:first-child td:last-child").text()).isEqualTo("59");
        assertThat(first.select("#type").val()).isEqualTo("action-plan.Counts");

        Document second = browser.get(first.select("a[rel=next]").attr("href")).page();
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.select("tbody tr:last-child td:last-child").text()).isEqualTo("0");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]").attr("href"))
                .isEqualTo("/operations/events?type=action-plan.Counts&aggregate=" + aggregate);
    }

    @Test
    void an_event_that_nobody_can_read_is_shown_as_it_lies_there_and_does_no_harm() {
        String payload = "{\"comment\": \"<script>alert(1)</script>\", ";
        long position = write("action-plan.Reads", Ids.next(), 3, LONG_AGO, payload);

        Answer answer = browser.get("/operations/events/" + position);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert");
        assertThat(answer.page().expectFirst("#payload").wholeText()).isEqualTo(payload);
        assertThat(answer.page().expectFirst("#metadata").wholeText()).isEqualTo("{\"by\": \"hand\"}");
        assertThat(answer.page().select("dd").text()).contains("action-plan.Reads", "revision 7");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "until=2026-02-30, until",
        "from=2026-07-02&until=2026-07-01, until",
        "aggregate=abc, aggregate",
        "type=a%0Ab, type"
    })
    void a_filter_that_cannot_be_read_is_named_beside_its_field(String query, String field) {
        Answer answer = browser.get("/operations/events?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert] a").attr("href")).isEqualTo("#" + field);
        assertThat(answer.page().select("#" + field + "-problem").text()).isNotBlank();
        assertThat(answer.page().select("tbody tr")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/operations/events?before=abc, 400",
        "/operations/events?before=-5, 200",
        "/operations/events/abc, 400",
        "/operations/events/99999999999999999999, 400",
        "/operations/events/999999999, 404",
        "/operations/dead-letters?processor=nobody, 200",
        "/operations/dead-letters?after=abc, 400",
        "/operations/sealed-days?before=abc, 400"
    })
    void an_address_that_was_written_by_hand_is_answered_clearly(String path, int status) {
        assertThat(browser.get(path).status()).isEqualTo(status);
    }

    @Test
    void what_a_processor_put_aside_can_be_read_tried_again_and_parked() {
        UUID sequence = Ids.next();
        long position = write("feedback.FromTheFuture", sequence, 0, Instant.now(), "{}");
        long behind = write("feedback.FromTheFuture", sequence, 1, Instant.now(), "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(LETTERS, number(behind)).text())
                        .contains("waits for the one before it", "waiting"));
        assertThat(row(LETTERS, number(position)).text())
                .contains("feedback.FromTheFuture", "UnknownName", sequence.toString());
        assertThat(row(LETTERS, number(behind)).select("button")).isEmpty();

        assertThat(ask("park", sequence)).contains("It waits until somebody asks for it.");
        assertThat(row(LETTERS, number(position)).text()).contains("parked");
        assertThat(browser.get("/accounts")
                        .page()
                        .select("nav a[href='/operations'] .ec-count")
                        .text())
                .contains("waiting");

        assertThat(ask("retry", sequence)).contains("It is tried again within seconds.");
        assertThat(row(LETTERS, number(position)).text()).doesNotContain("parked");
        assertThat(ask("retry-all", sequence)).contains("Everything this processor has put aside is tried again");
        assertThat(ask("park", Ids.next())).contains("it has been handled meanwhile");
        assertThat(remembered())
                .containsExactly(
                        "parked dead-letter feedback.inbox sequence=" + sequence,
                        "retried dead-letter feedback.inbox sequence=" + sequence,
                        "all-retried dead-letter feedback.inbox ");
    }

    @Test
    void a_sealed_day_shows_its_hash_and_says_whether_its_events_are_as_they_were() {
        UUID aggregate = Ids.next();
        write("action-plan.Seals", aggregate, 0, LONG_AGO, "{}");
        write("action-plan.Seals", aggregate, 1, LONG_AGO, "{}");
        long last = write("action-plan.Seals", aggregate, 2, LONG_AGO, "{\"n\":2}");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            sealing.seal();
            assertThat(row("/operations/sealed-days", "1 Mar 2026")
                            .select(".ec-hash")
                            .text())
                    .matches("[0-9a-f]{64}");
        });

        assertThat(verify("2026-03-01")).contains("1 Mar 2026:", "as they were sealed");

        behindTheBack("update event_store.domain_event set payload = '{\"n\":3}' where global_index = " + last);
        assertThat(verify("2026-03-01"))
                .contains("1 thing is not as they were sealed", "position " + number(last) + " was altered");
        behindTheBack("update event_store.domain_event set payload = '{\"n\":2}' where global_index = " + last);

        assertThat(verify("2020-01-01")).contains("there is no seal");
        assertThat(remembered())
                .containsExactly(
                        "verified sealed-day 2026-03-01 ",
                        "verified sealed-day 2026-03-01 ",
                        "verified sealed-day 2020-01-01 ");
    }

    @Test
    void a_day_that_is_none_is_refused() {
        browser.withTokenOf("/profile");

        assertThat(browser.post("/operations/sealed-days/someday/verification", Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_ledger_shows_what_differs_and_what_can_be_done_about_it() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            differ("feedback.inbox");
            differ("action-plan.open-cases");
            assertThat(row(LEDGER, "feedback.inbox").text()).contains("differs by 3");
            assertThat(row(LEDGER, "feedback.inbox").select("a").attr("href")).isEqualTo("/operations/read-models");
            assertThat(row(LEDGER, "action-plan.open-cases").select("button").text())
                    .isEqualTo("Count anew");
        });

        browser.submit(LEDGER, LEDGER + "/new-count", Map.of());

        assertThat(browser.get(LEDGER).page().select("main [role=status]").text())
                .contains("counts anew from where it stands");
        assertThat(row(LEDGER, "action-plan.open-cases").text()).doesNotContain("differs");
        assertThat(remembered()).containsExactly("begun-anew ledger action-plan.open-cases ");
    }

    /** What the audit log says that the administrator has done. */
    private List<String> remembered() {
        return database.sql("""
                        select action || ' ' || object_kind || ' ' || object_id || ' ' || codes
                          from audit.entry where entry_id > ? order by entry_id""").param(mark).query(String.class).list();
    }

    private String ask(String what, UUID sequence) {
        Document page = browser.get(LETTERS).page();
        String token = page.select("main form input[name=_csrf]").val();
        Answer answer = browser.post(
                "/operations/dead-letters/" + what,
                Map.of("processor", "feedback.inbox", "sequence", sequence.toString(), "_csrf", token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return browser.get(answer.header("Location"))
                .page()
                .select("main [role=status]")
                .text();
    }

    private String verify(String day) {
        String page = "/operations/sealed-days";
        String token =
                browser.get(page).page().select("main form input[name=_csrf]").val();
        Answer answer = browser.post(page + "/" + day + "/verification", Map.of("_csrf", token));
        return browser.get(answer.header("Location"))
                .page()
                .select("main [role=status]")
                .text();
    }

    private Element row(String path, String head) {
        return browser.get(path).row(head);
    }

    private static String number(long value) {
        return "%,d".formatted(value);
    }

    private void differ(String processor) {
        database.sql("""
                        insert into event_store.ledger_check
                          (processor, counted_from, position, events, hash, missing, differs, differs_since, checked_at)
                        values (?, 0, 1, 3, 0, 3, true, clock_timestamp(), clock_timestamp())
                            on conflict (processor) do update set missing = 3, differs = true""").param(processor).update();
    }

    /** Whoever owns the database can do that. */
    private void behindTheBack(String sql) {
        database.sql("alter table event_store.domain_event disable trigger domain_event_append_only")
                .update();
        database.sql(sql).update();
        database.sql("alter table event_store.domain_event enable trigger domain_event_append_only")
                .update();
    }

    private long write(String type, UUID aggregate, long sequence, Instant recordedAt, String payload) {
        return database.sql("""
                        insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number,
                          recorded_at, payload_type, payload_revision, payload, metadata)
                        values (?, 'Sample', ?, ?, ?, ?, '7', ?, '{"by": "hand"}') returning global_index""")
                .params(Ids.next(), aggregate, sequence, recordedAt.atOffset(ZoneOffset.UTC), type, payload)
                .query(Long.class)
                .single();
    }
}
