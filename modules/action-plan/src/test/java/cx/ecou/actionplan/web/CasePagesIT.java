package cx.ecou.actionplan.web;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.feedback;
import static cx.ecou.actionplan.CaseExamples.minutesLater;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.CaseWorld;
import cx.ecou.actionplan.InventedColleagues;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.write.customercase.CloseCase;
import cx.ecou.actionplan.write.customercase.EscalateCase;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.actionplan.write.customercase.RecordContact;
import cx.ecou.actionplan.write.customercase.ResolveCase;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class CasePagesIT {

    private static final Colleague ELENA = new Colleague(Ids.next(), "Elena Rossi", Role.EXECUTIVE, Set.of(), true);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CaseWorld ecou;

    @Autowired
    InventedColleagues colleagues;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    RecordedDeeds deeds;

    @BeforeEach
    void noCaseYet() {
        clock.set(NOON);
        colleagues.are(ILINCA, MAREK, OLGA, ELENA);
        database.sql("truncate action_plan.case_file, action_plan.duty, action_plan.workload, action_plan.given")
                .update();
    }

    @Test
    void who_looks_at_cases_is_remembered_and_what_they_searched_for_is_not() {
        UUID caseId = opened("web-audit", "delivery", "Late.");

        page("/cases?q=Kowalska&overdue=true");
        assertThat(deeds.last("case"))
                .isEqualTo(Deed.of("listed", "case")
                        .with(Codes.NONE.with("overdue", true).typed("q", "Kowalska")));

        page("/cases/" + caseId);
        assertThat(deeds.last("case")).isEqualTo(Deed.of("viewed", "case", caseId));
    }

    @Nested
    class TheBoard {

        @Test
        void each_case_stands_in_the_column_of_its_state() {
            UUID assigned = opened("web-columns-1", "delivery", "Two chairs came instead of four.");
            UUID contacted = opened("web-columns-2", "delivery", "Nobody called.");
            ecou.does(contact(contacted));

            Document board = page("/cases");

            assertThat(board.select("[data-column=ASSIGNED] h3").eachText())
                    .containsExactly("Two chairs came instead of four");
            assertThat(board.select("[data-column=CONTACTED] h3 a").attr("href"))
                    .isEqualTo("/cases/" + contacted);
            assertThat(board.select("[data-column]").eachAttr("data-column"))
                    .containsExactly("OPEN", "ASSIGNED", "CONTACTED", "RESOLVED", "CLOSED");
            assertThat(board.select("[data-column=ASSIGNED] [data-card]").attr("data-card"))
                    .isEqualTo(assigned.toString());
        }

        @Test
        void a_card_says_who_what_where_until_when_and_whose() {
            UUID caseId = opened("web-card", "delivery", "Two chairs came instead of four.");

            var card = page("/cases").select("[data-card=" + caseId + "]").first();

            assertThat(card).isNotNull();
            assertThat(card.text())
                    .contains(
                            caseId.toString().substring(0, 6), "Ana Kowalska", "delivery", "1 day left", "Ilinca Popa");
            assertThat(card.select(".ec-score").text()).isEqualTo("3 of 10, detractor");
            assertThat(card.select("h3 a").attr("lang")).isEqualTo("pl");
            assertThat(card.select("time").attr("datetime")).isEqualTo("2036-11-04T12:00:00Z");
        }

        @Test
        void what_is_overdue_says_so_with_words() {
            UUID caseId = opened("web-overdue", "delivery", "Late.");
            clock.set(NOON.plus(Duration.ofHours(26)));

            Document board = page("/cases");

            assertThat(board.select("[data-card=" + caseId + "] .ec-tag-overdue")
                            .text())
                    .isEqualTo("overdue by 2 h");
            assertThat(board.select("#case-counts").text()).isEqualTo("1 open · 1 overdue");
            assertThat(board.select("#case-counts a").attr("href")).isEqualTo("/cases?overdue=true");
        }

        @Test
        void a_card_can_go_by_menu_wherever_it_can_be_dragged() {
            UUID caseId = opened("web-menu", "delivery", "Late.");
            ecou.does(contact(caseId), resolution(caseId));

            var menu = page("/cases").select("[data-card=" + caseId + "] .ec-menu-box");

            assertThat(menu.select("form").eachAttr("data-to")).containsExactly("CLOSED", "ASSIGNED");
            assertThat(menu.select("form[data-to=CLOSED]").attr("action")).isEqualTo("/cases/" + caseId + "/closing");
            assertThat(menu.select("form[data-to=ASSIGNED]").attr("method")).isEqualTo("get");
            assertThat(menu.select("form[data-to=ASSIGNED] input[name=step]").attr("value"))
                    .isEqualTo("reopening");
        }

        @Test
        void an_executive_reads_and_moves_nothing() {
            opened("web-executive", "delivery", "Late.");
            assertThat(html(get("/cases", ELENA)).select(".ec-case .ec-menu")).isEmpty();
        }

        @Test
        void it_is_empty_before_the_first_unhappy_customer() {
            assertThat(page("/cases").select(".ec-void").text()).startsWith("No cases yet");
        }

        @Test
        void it_follows_what_happens() {
            opened("web-live", "delivery", "Late.");
            var cases = page("/cases?owner=me").select("#cases");
            assertThat(cases.attr("data-live")).isEqualTo("action-plan.cases");
            assertThat(cases.attr("hx-get")).isEqualTo("/cases?owner=me");
            assertThat(cases.select("[role=status]")).isEmpty();
        }

        @Test
        void filters_narrow_it_and_say_when_nothing_is_left() {
            UUID caseId = opened("web-filter", "delivery", "Late.");

            assertThat(page("/cases?touchpoint=delivery").select("[data-card]").eachAttr("data-card"))
                    .containsExactly(caseId.toString());
            assertThat(page("/cases?touchpoint=delivery")
                            .select("#touchpoint option[selected]")
                            .val())
                    .isEqualTo("delivery");
            Document none = page("/cases?priority=URGENT&owner=me");
            assertThat(none.select("[data-card]")).isEmpty();
            assertThat(none.select(".ec-void").text()).startsWith("No case matches 2 filters");
        }

        @Test
        void closing_from_the_board_leads_back_to_it_and_says_what_was_done() {
            UUID caseId = opened("web-close", "delivery", "Late.");
            ecou.does(contact(caseId), resolution(caseId));

            MvcTestResult closed = post("/cases/" + caseId + "/closing", ILINCA, "back", "/cases?owner=me");

            assertThat(closed).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/cases?owner=me");
            assertThat(closed).flash().containsEntry("done", "case.done.CLOSING");
            assertThat(ecou.historyOf(caseId)).last().isInstanceOf(CaseClosed.class);
        }

        @Test
        void a_move_that_came_too_late_leads_back_with_the_reason() {
            UUID caseId = opened("web-late-move", "delivery", "Late.");
            ecou.does(contact(caseId), resolution(caseId), new CloseCase(caseId, OLGA.id(), minutesLater(9)));

            MvcTestResult closed = post("/cases/" + caseId + "/closing", ILINCA, "back", "/cases");

            assertThat(closed).redirectedUrl().isEqualTo("/cases");
            assertThat(closed).flash().containsEntry("refused", "case.already-closed");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://evil.example", "//evil.example", "/cases/../account", "/cases?x={y}", "/inbox"})
        void nobody_is_led_elsewhere(String back) {
            UUID caseId = opened("web-back-" + Ids.next(), "delivery", "Late.");

            assertThat(post(
                            "/cases/" + caseId + "/assignment",
                            MAREK,
                            "back",
                            back,
                            "owner",
                            MAREK.id().toString()))
                    .redirectedUrl()
                    .isEqualTo("/cases/" + caseId);
        }
    }

    @Nested
    class TheList {

        @Test
        void shows_what_is_not_resolved_with_my_own_first() {
            UUID hers = opened("web-list-1", "delivery", "Hers.");
            UUID his = opened("web-list-2", "returns", "His.");
            UUID done = opened("web-list-3", "delivery", "Done.");
            ecou.does(contact(done), resolution(done));

            Document list = html(get("/cases?view=list", MAREK));

            assertThat(list.select(".ec-cases tbody a").eachAttr("href"))
                    .containsExactly("/cases/" + his, "/cases/" + hers);
            assertThat(list.select("tr.ec-mine a").attr("href")).isEqualTo("/cases/" + his);
        }

        @Test
        void any_state_may_be_asked_for() {
            UUID done = opened("web-list-state", "delivery", "Done.");
            ecou.does(contact(done), resolution(done));

            assertThat(page("/cases?view=list&status=RESOLVED")
                            .select(".ec-cases tbody tr")
                            .text())
                    .contains("Done", "Resolved", "recovered", "Ilinca Popa");
        }

        @Test
        void goes_on_where_it_ended() {
            ecou.hears(
                    IntStream.range(0, 51).mapToObj(n -> late("web-long-" + n)).toArray(FeedbackReceived[]::new));
            Document first = page("/cases?view=list");
            String next = first.select("a[rel=next]").attr("href");

            assertThat(first.select(".ec-cases tbody tr")).hasSize(50);
            assertThat(page(next).select(".ec-cases tbody tr")).hasSize(1);
        }
    }

    @Nested
    class OneCase {

        @Test
        void a_step_that_this_version_cannot_read_is_shown_as_such() {
            UUID caseId = opened("web-unreadable", "delivery", "Late.");
            ecou.meetsAnEventOfTheFuture(caseId);

            assertThat(page("/cases/" + caseId)
                            .select(".ec-log-line span:first-child")
                            .eachText())
                    .first()
                    .asString()
                    .endsWith("recorded something that this version of Ecou cannot read");
        }

        @Test
        void shows_the_feedback_and_everything_since_newest_first() {
            UUID caseId = opened("web-one", "delivery", "Two chairs came instead of four. I called twice.");
            clock.set(NOON.plus(Duration.ofHours(1)));
            ecou.does(contact(caseId));

            Document page = page("/cases/" + caseId);

            assertThat(page.select("h1").text()).isEqualTo("Two chairs came instead of four");
            assertThat(page.select(".ec-log-line span:first-child").eachText())
                    .containsExactly(
                            "Ilinca Popa contacted the customer by phone",
                            "Ecou gave the case to Ilinca Popa",
                            "Ecou opened the case, due 4 Nov 2036, 13:00",
                            "Ana Kowalska answered a survey");
            assertThat(page.select(".ec-said").eachText().get(0)).isEqualTo("Spoke with her.");
            assertThat(page.select(".ec-said").eachText().get(1)).contains("3", "I called twice.");
            assertThat(page.select(".ec-steps [aria-current=step]").text()).contains("Contacted");
            assertThat(page.select("#facts").text()).contains("First response", "10 min", "in time");
        }

        @Test
        void offers_the_usual_next_step_and_the_others() {
            UUID caseId = opened("web-steps", "delivery", "Late.");

            Document page = page("/cases/" + caseId);

            assertThat(page.select("#step form").attr("action")).isEqualTo("/cases/" + caseId + "/contact");
            assertThat(page.select(".ec-case-actions a").eachAttr("data-key")).containsExactly("c", "n", "e", "a");
            assertThat(page("/cases/" + caseId + "?step=resolution")
                            .select("#step form")
                            .attr("action"))
                    .isEqualTo("/cases/" + caseId + "/resolution");
        }

        @Test
        void before_the_contact_only_outcomes_without_contact_can_be_chosen() {
            UUID caseId = opened("web-outcomes", "delivery", "Late.");
            String resolution = "/cases/" + caseId + "?step=resolution";

            assertThat(page(resolution).select("#outcome option").eachAttr("value"))
                    .containsExactly("", "NOT_REACHABLE", "NOT_JUSTIFIED");
            ecou.does(contact(caseId));
            assertThat(page(resolution).select("#outcome option")).hasSize(7);
        }

        @Test
        void is_only_read_by_executives() {
            UUID caseId = opened("web-read-only", "delivery", "Late.");

            Document page = html(get("/cases/" + caseId, ELENA));

            assertThat(page.select("#step, .ec-case-actions")).isEmpty();
            assertThat(post("/cases/" + caseId + "/notes", ELENA, "text", "Why?"))
                    .hasStatus(403);
            assertThat(ecou.historyOf(caseId)).hasSize(2);
        }

        @Test
        void says_when_it_is_overdue_and_who_was_told() {
            UUID caseId = opened("web-escalated", "delivery", "Late.");
            clock.set(NOON.plus(Duration.ofHours(27)));
            ecou.does(new EscalateCase(caseId, OLGA.id(), clock.instant()));

            String page = page("/cases/" + caseId).text();

            assertThat(page)
                    .contains("overdue since", "Escalated to Olga Brown")
                    .contains("Ecou escalated the case to Olga Brown: the due time had passed");
        }

        @Test
        void of_somebody_unnamed_shows_what_there_is() {
            var anonymous = new FeedbackReceived(
                    Ids.derived("feedback", "shop", "web-anonymous"),
                    Ids.derived("feedback", "shop", "web-anonymous"),
                    "shop",
                    "web-anonymous",
                    FeedbackKind.REVIEW,
                    NOON,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(Score.nps(0)),
                    null,
                    Map.of());
            ecou.hears(anonymous);

            Document page = page("/cases/" + OpenCase.caseOf(anonymous.feedbackId()));

            assertThat(page.select("h1").text()).isEqualTo("NPS 0, no comment");
            assertThat(page.select("#facts").text()).contains("Somebody unnamed", "Nothing else is known of them.");
        }

        @Test
        void what_a_customer_wrote_is_never_markup() {
            UUID caseId = opened("web-markup", "<b>shop</b>", "<script>alert(1)</script> & more.");

            Document page = page("/cases/" + caseId);

            assertThat(page.select("main script, main b:contains(shop)")).isEmpty();
            assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script> & more");
        }

        @Test
        void is_not_found_under_an_id_that_is_none() {
            assertThat(get("/cases/" + Ids.next(), ILINCA)).hasStatus(404);
            assertThat(post("/cases/" + Ids.next() + "/notes", ILINCA, "text", "Hello."))
                    .hasStatus(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "pl", "cs", "ro"})
        void speaks_every_language_in_every_state(String language) {
            UUID caseId = opened("web-language-" + language, "delivery", "Late.");
            reads(caseId, language);
            ecou.does(new EscalateCase(caseId, OLGA.id(), NOON.plus(Duration.ofDays(1))), contact(caseId));
            reads(caseId, language);
            ecou.does(resolution(caseId));
            reads(caseId, language);
            ecou.does(new CloseCase(caseId, OLGA.id(), minutesLater(9)));
            reads(caseId, language);
        }

        private void reads(UUID caseId, String language) {
            for (String address : new String[] {"/cases", "/cases?view=list&status=all", "/cases/" + caseId}) {
                Document page = html(mvc.get()
                        .uri(address)
                        .locale(Locale.forLanguageTag(language))
                        .with(SignedIn.as(ILINCA))
                        .exchange());
                assertThat(page.select("html").attr("lang")).isEqualTo(language);
            }
        }
    }

    @Nested
    class Steps {

        @Test
        void each_step_is_taken_by_a_form_and_shown_on_the_page_that_follows() {
            UUID caseId = opened("web-take", "delivery", "Late.");
            String address = "/cases/" + caseId;

            taken(post(address + "/assignment", ILINCA, "owner", MAREK.id().toString()), caseId);
            taken(post(address + "/contact", MAREK, "channel", "CHAT", "note", "Spoke."), caseId);
            assertThat(ecou.caseOf(late("web-take")).status()).isEqualTo(CaseStatus.CONTACTED);
            taken(post(address + "/notes", MAREK, "text", "Slot tomorrow."), caseId);
            taken(post(address + "/resolution", MAREK, "outcome", "EXPLAINED", "rootCause", "POLICY"), caseId);
            taken(post(address + "/closing", OLGA), caseId);
            taken(post(address + "/reopening", MAREK, "reason", "Still wrong."), caseId);

            assertThat(ecou.caseOf(late("web-take")))
                    .extracting("status", "owner")
                    .containsExactly(CaseStatus.ASSIGNED, MAREK.id());
            assertThat(ecou.historyOf(caseId)).hasSize(8);
        }

        private void taken(MvcTestResult result, UUID caseId) {
            assertThat(result).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/cases/" + caseId);
        }

        @Test
        void whoever_takes_a_case_from_the_queue_owns_it() {
            colleagues.are(OLGA);
            UUID caseId = opened("web-queue", "delivery", "Late.");

            post("/cases/" + caseId + "/assignment", OLGA, "owner", OLGA.id().toString(), "back", "/cases");

            assertThat(ecou.historyOf(caseId)).last().isEqualTo(new CaseAssigned(caseId, OLGA.id(), OLGA.id(), NOON));
            assertThat(html(get("/cases/" + caseId, OLGA)).text()).contains("Olga Brown took the case");
        }

        @Test
        void a_case_of_which_not_all_can_be_read_takes_no_step_and_says_why() {
            UUID caseId = opened("web-unreadable-step", "delivery", "Late.");
            ecou.meetsAnEventOfTheFuture(caseId);

            MvcTestResult answer = post("/cases/" + caseId + "/notes", ILINCA, "text", "Rang her.");

            assertThat(answer).hasStatus(422);
            assertThat(html(answer).select("[role=alert]").text())
                    .startsWith("Something was recorded here that this version of Ecou cannot read");
            assertThat(html(answer).select("#text").val()).isEqualTo("Rang her.");
        }

        @Test
        void a_form_that_cannot_be_accepted_comes_back_with_what_was_typed() {
            UUID caseId = opened("web-invalid", "delivery", "Late.");

            MvcTestResult answer =
                    post("/cases/" + caseId + "/resolution", ILINCA, "outcome", "", "rootCause", "OTHER", "note", " ");

            assertThat(answer).hasStatus(422);
            Document page = html(answer);
            assertThat(page.select("#step form").attr("action")).endsWith("/resolution");
            assertThat(page.select("#rootCause option[selected]").val()).isEqualTo("OTHER");
            assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#outcome", "#note");
            assertThat(page.select("#outcome").attr("aria-invalid")).isEqualTo("true");
            assertThat(page.select("#outcome-problem").text()).isNotBlank();
            assertThat(ecou.historyOf(caseId)).hasSize(2);
        }

        @Test
        void an_owner_who_is_nobody_is_refused_beside_the_field() {
            UUID caseId = opened("web-nobody", "delivery", "Late.");

            Document page = html(post(
                    "/cases/" + caseId + "/assignment",
                    ILINCA,
                    "owner",
                    Ids.next().toString()));

            assertThat(page.select("#owner-problem").text()).isEqualTo("Choose a colleague from the list.");
        }

        @Test
        void a_step_that_is_no_longer_possible_shows_the_case_as_it_stands_and_why() {
            UUID caseId = opened("web-outdated", "delivery", "Late.");
            ecou.does(contact(caseId), resolution(caseId));

            MvcTestResult answer =
                    post("/cases/" + caseId + "/contact", MAREK, "channel", "PHONE", "note", "Spoke too.");

            assertThat(answer).hasStatus(422);
            Document page = html(answer);
            assertThat(page.select("[role=alert]").text()).isEqualTo("This case is resolved. Reopen it first.");
            assertThat(page.select(".ec-steps [aria-current=step]").text()).contains("Resolved");
            assertThat(ecou.historyOf(caseId)).hasSize(4);
        }

        @Test
        void what_was_typed_survives_a_rule_that_stands_in_the_way() {
            UUID caseId = opened("web-kept", "delivery", "Late.");

            Document page = html(post(
                    "/cases/" + caseId + "/resolution",
                    ILINCA,
                    "outcome",
                    "RECOVERED",
                    "rootCause",
                    "STAFF",
                    "note",
                    "All good."));

            assertThat(page.select("[role=alert]").text()).startsWith("The customer has not heard from us");
            assertThat(page.select("#note").text()).isEqualTo("All good.");
        }

        @Test
        void htmx_changes_the_case_in_place() {
            UUID caseId = opened("web-htmx", "delivery", "Late.");
            var form = page("/cases/" + caseId).select("#step form").first();
            assertThat(form).isNotNull();
            assertThat(form.attr("hx-post")).isEqualTo(form.attr("action"));
            assertThat(form.attr("hx-target")).isEqualTo("#case");
            assertThat(form.attr("hx-select")).isEqualTo("#case");
        }

        @Test
        void a_note_keeps_its_lines() {
            UUID caseId = opened("web-lines", "delivery", "Late.");

            post("/cases/" + caseId + "/notes", ILINCA, "text", " one\r\ntwo ");

            assertThat(ecou.historyOf(caseId))
                    .last()
                    .isInstanceOfSatisfying(
                            CaseNoted.class, note -> assertThat(note.text()).isEqualTo("one\ntwo"));
        }
    }

    @Test
    void the_menu_counts_my_own_open_cases() {
        opened("web-count-1", "delivery", "Late.");
        opened("web-count-2", "delivery", "Late.");

        assertThat(page("/cases").select(".ec-nav a[href=/cases] .ec-count").text())
                .startsWith("2");
        assertThat(html(get("/cases", OLGA)).select(".ec-nav a[href=/cases] .ec-count"))
                .isEmpty();
    }

    private UUID opened(String externalId, @Nullable String touchpoint, String comment) {
        ecou.hears(feedback(externalId, touchpoint, comment, Score.nps(3)));
        return OpenCase.caseOf(late(externalId).feedbackId());
    }

    private static FeedbackReceived late(String externalId) {
        return feedback(externalId, "delivery", "Late.", Score.nps(3));
    }

    private static RecordContact contact(UUID caseId) {
        return new RecordContact(caseId, ContactChannel.PHONE, "Spoke with her.", ILINCA.id(), minutesLater(10));
    }

    private static ResolveCase resolution(UUID caseId) {
        return new ResolveCase(caseId, Outcome.RECOVERED, RootCause.DELIVERY, null, ILINCA.id(), minutesLater(20));
    }

    private Document page(String address) {
        MvcTestResult result = get(address, ILINCA);
        assertThat(result).hasStatusOk();
        return html(result);
    }

    private MvcTestResult get(String address, Colleague reader) {
        return mvc.get()
                .uri(URI.create(address))
                .locale(Locale.ENGLISH)
                .with(SignedIn.as(reader))
                .exchange();
    }

    private MvcTestResult post(String address, Colleague by, String... fields) {
        var request = mvc.post().uri(address).locale(Locale.ENGLISH).with(SignedIn.as(by));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Document html(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
