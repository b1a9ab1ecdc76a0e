package cx.ecou.insight.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.ConsentGiven;
import cx.ecou.customer.events.ConsentWithdrawn;
import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.events.PreferencesChanged;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.events.StatementSource;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.insight.CustomerWorld;
import cx.ecou.insight.SegmentWorld;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each test has sources of its own. */
@EcouTest
@AutoConfigureMockMvc
class CustomerPagesIT {

    private static final Scale ONE_TO_FIVE = new Scale(1, 5);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CustomerWorld world;

    @Autowired
    SegmentWorld segments;

    @Test
    void the_list_shows_who_it_is_how_they_feel_and_what_waits() {
        UUID ana = world.isNew("page-list", "c-1", "Ana Kowalska", "ana@page-list.example.org");
        UUID said = world.says("page-list", "c-1", "2026-11-10T08:00:00Z", null, Score.nps(2));
        world.opensCase("page-list", "c-1", said, "2026-11-10T08:00:00Z", "2026-11-10T10:00:00Z");

        Document page = page("/customers?source=page-list");

        assertThat(page.select("h1 + span").text()).isEqualTo("1 customer");
        assertThat(page.select("tbody tr")).singleElement().satisfies(row -> {
            assertThat(row.select("th a").text()).isEqualTo("Ana Kowalska");
            assertThat(row.select("th a").attr("href")).isEqualTo("/customers/" + ana);
            assertThat(row.text()).contains("ana@page-list.example.org", "acme-page-list", "overdue by 1 h");
            assertThat(row.select(".ec-score-negative")).hasSize(1);
        });
        assertThat(page.select(".ec-chip b").text()).isEqualTo("page-list");
        assertThat(page.select(".ec-nav a[aria-current]").text()).isEqualTo("Customers");
    }

    @Test
    void a_list_that_matches_nobody_says_which_way_out() {
        Document page = page("/customers?q=nobody-at-all&band=NEGATIVE");

        assertThat(page.select(".ec-void").text()).contains("No customer matches 2 filters", "Remove all filters");
        assertThat(page.select("a[download]")).isEmpty();
    }

    @Test
    void a_filter_that_cannot_be_read_is_named_and_everybody_is_shown() {
        world.isNew("page-bad", "c-1", "Bad Filter", "bad@page-bad.example.org");

        Document page = page("/customers?band=FURIOUS");

        assertThat(page.select(".ec-note-caution").text()).startsWith("A filter in this address cannot be read");
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(asked("/customers.csv?band=FURIOUS")).hasStatus(400);
    }

    @Test
    void a_file_holds_what_the_list_shows_and_no_formula() throws UnsupportedEncodingException {
        UUID ana = world.isNew("page-csv", "c-1", "=HYPERLINK(\"x\")", "ana@page-csv.example.org");
        world.says("page-csv", "c-1", "2026-11-10T08:00:00Z", null, Score.csat(4, ONE_TO_FIVE));

        var answer = asked("/customers.csv?source=page-csv");

        assertThat(answer)
                .hasStatusOk()
                .headers()
                .hasValue(
                        "Content-Disposition",
                        "attachment; filename=\"customers.csv\"; filename*=UTF-8''customers.csv");
        assertThat(answer.getResponse().getContentAsString().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith(
                        ana
                                + ",\"'=HYPERLINK(\"\"x\"\")\",ana@page-csv.example.org,acme-page-csv,pl,page-csv,1,1,0,,CSAT,4,1,5,");
    }

    @Test
    void everything_about_a_customer_stands_on_one_page() {
        UUID ana = world.isNew("one-shop", "c-1", "Ana Kowalska", "ana@one.example.org");
        world.isAlso(ana, "one-app", "u-1", "Ania", "ana@one.example.org");
        world.says("one-app", "u-1", "2026-11-09T08:00:00Z", "Dobrze.", Score.nps(9));
        UUID said = world.says("one-shop", "c-1", "2026-11-10T08:00:00Z", "Dwa tygodnie.", Score.nps(2));
        UUID held = world.opensCase("one-shop", "c-1", said, "2026-11-10T08:01:00Z", "2026-11-10T10:00:00Z");
        world.contacts(held, ana, Ids.next(), "2026-11-10T09:00:00Z", "Przeprosiliśmy.");

        Document page = page("/customers/" + ana);

        assertThat(page.select("h1").text()).isIn("Ana Kowalska", "Ania");
        assertThat(page.select("aside").text())
                .contains("acme-one-shop", "buyer", "Europe/Warsaw", "tier gold", "8800 1234", "+48 601 234 567")
                .contains("one-shop c-1", "one-app u-1", "recognised by the e-mail address");
        assertThat(page.select("aside a[href^=/companies/]").eachAttr("href"))
                .contains("/companies/" + AccountDescribed.accountOf("one-shop", "acme-one-shop"));
        assertThat(page.select("#story .ec-log > li .ec-medium").eachText())
                .containsSubsequence(
                        "We spoke with the customer", "Case opened", "Answered a survey", "Answered a survey");
        assertThat(page.select("#story").text()).contains("Dwa tygodnie.", "Przeprosiliśmy.", "by phone");
        assertThat(page.select("#story a[href='/inbox/" + said + "']")).hasSize(1);
        assertThat(page.select("#story a[href='/cases/" + held + "']")).hasSize(2);
        assertThat(page.select("table[data-figures] tbody tr").eachAttr("data-value"))
                .containsExactly("2", "9");
        assertThat(page.select("[aria-labelledby=h-cases] tbody tr")).hasSize(1);
    }

    @Test
    void what_is_to_be_done_next_is_said_with_the_most_pressing_first() {
        UUID ana = world.isNew("next", "c-1", "Ana", "ana@next.example.org");
        UUID said = world.says("next", "c-1", "2026-11-10T08:00:00Z", null, Score.nps(2));
        world.opensCase("next", "c-1", said, "2026-11-10T08:00:00Z", "2026-11-10T23:00:00Z");
        UUID late = world.opensCase("next", "c-1", Ids.next(), "2026-11-10T08:00:00Z", "2026-11-10T10:00:00Z");
        world.says("next", "c-1", "2026-11-10T09:00:00Z", null, Score.nps(0));

        assertThat(page("/customers/" + ana).select("[aria-labelledby=h-next] li"))
                .extracting(step -> step.text().replaceAll("[0-9a-f]{6}", "…"))
                .containsExactly(
                        "Case … is overdue: the customer must hear from us",
                        "Case … has no owner yet: take it or give it to somebody",
                        "The last score was low, and no case was opened",
                        "Has not agreed to surveys: ask before you send one");
        assertThat(page("/customers/" + ana)
                        .select("[aria-labelledby=h-next] a")
                        .eachAttr("href"))
                .startsWith("/cases/" + late);
    }

    @Test
    void segments_stand_beside_with_since_when_and_why_and_in_the_story() {
        UUID ana = world.isNew("in-segment", "c-1", "Ana", "ana@in-segment.example.org");
        UUID loyal = segments.defines("Loyal");
        UUID former = segments.defines("Former");
        segments.enter(loyal, "2026-11-09T11:00:00Z", MembershipCause.NEWS, ana);
        segments.enter(former, "2026-11-09T12:00:00Z", MembershipCause.RULE, ana);
        segments.closes(former, "2026-11-09T13:00:00Z");

        Document page = page("/customers/" + ana);

        assertThat(page.select("[aria-labelledby=h-segments] > ul > li"))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.text()).isEqualTo("Loyal since 9 Nov 2026, NEWS condition 0: 2");
                    assertThat(held.select("a").attr("href")).isEqualTo("/segments/" + loyal);
                });
        assertThat(page.select("#story .ec-log-line > span").eachText())
                .containsSubsequence(
                        "Left a segment Former · CLOSED",
                        "Entered a segment Former · RULE",
                        "Entered a segment Loyal · NEWS");
        assertThat(page.select("#story a[href='/segments/" + former + "']")).hasSize(2);
    }

    @Test
    void who_belongs_to_no_segment_is_said_to() {
        UUID ana = world.isNew("in-none", "c-1", "Ana", "ana@in-none.example.org");

        assertThat(page("/customers/" + ana)
                        .select("[aria-labelledby=h-segments]")
                        .text())
                .isEqualTo("Segments Belongs to no segment.");
    }

    @Test
    void what_is_to_be_done_elsewhere_is_shown_to_those_who_may_go_there() {
        UUID ana = world.isNew("done-by", "c-1", "Ana", "ana@done-by.example.org");

        assertThat(page("/customers/" + ana).select("[aria-labelledby=h-next]").text())
                .contains("Merge or separate");
        assertThat(page("/customers/" + ana, Role.EXECUTIVE)
                        .select("[aria-labelledby=h-next]")
                        .text())
                .doesNotContain("Merge or separate");
    }

    @Test
    void what_was_said_last_about_messages_counts() {
        UUID ana = world.isNew("agree", "c-1", "Ana", "ana@agree.example.org");
        Instant first = Instant.parse("2026-11-01T08:00:00Z");
        world.happens(new ConsentGiven(
                Ids.next(), ana, Purpose.SURVEY, Channel.EMAIL, "v3", StatementSource.FORM, first, null));
        world.happens(new ConsentGiven(
                Ids.next(), ana, Purpose.MARKETING, Channel.SMS, "v3", StatementSource.FORM, first, null));
        world.happens(new ConsentWithdrawn(
                Ids.next(), ana, Purpose.MARKETING, Channel.SMS, StatementSource.FORM, first.plusSeconds(1), null));
        world.happens(new PreferencesChanged(
                Ids.next(),
                ana,
                false,
                LocalDate.of(2027, 1, 1),
                2,
                MessagePeriod.WEEK,
                Channel.APP,
                StatementSource.PREFERENCE_PAGE,
                first,
                null));

        Document page = page("/customers/" + ana);

        assertThat(page.select("[aria-labelledby=h-consents]").text())
                .contains("Surveys: by e-mail agreed", "v3", "News and offers: by SMS does not agree")
                .contains("at most 2 a week", "1 Jan 2027", "in the app");
        assertThat(page.select("[aria-labelledby=h-next]").text()).isEqualTo("What to do next Nothing waits.");
    }

    @Test
    void the_id_of_somebody_who_was_merged_leads_to_who_they_are_now_and_a_case_to_its_customer() {
        UUID shop = world.isNew("old-shop", "c-1", "Ana", "ana@old.example.org");
        UUID app = world.isNew("old-app", "u-1", "Ana", "ana@old2.example.org");
        UUID said = world.says("old-app", "u-1", "2026-11-10T08:00:00Z", null, Score.nps(2));
        UUID held = world.opensCase("old-app", "u-1", said, "2026-11-10T08:00:00Z", "2026-11-10T23:00:00Z");
        world.merges(shop, app, app);

        assertThat(asked("/customers/" + app)).hasStatus(302).hasRedirectedUrl("/customers/" + shop);
        assertThat(asked("/customers/by-case/" + held)).hasStatus(302).hasRedirectedUrl("/customers/" + shop);
        assertThat(page("/customers/" + shop).select("#story").text())
                .contains("Two customers became one same e-mail address");
    }

    @Test
    void a_long_story_goes_on_behind_a_link() {
        UUID ana = world.isNew("long", "c-1", "Ana", "ana@long.example.org");
        for (int i = 0; i < 26; i++) {
            world.says("long", "c-1", "2026-10-%02dT08:00:00Z".formatted(i + 1), null, Score.nps(i % 11));
        }

        Document newest = page("/customers/" + ana);
        Document earlier =
                page("/customers/" + ana + newest.select("#story a[rel=next]").attr("href"));

        assertThat(newest.select("#story .ec-log > li")).hasSize(25);
        assertThat(earlier.select("#story .ec-log > li")).hasSize(3);
        assertThat(earlier.select("#story a[rel=next]")).isEmpty();
        assertThat(page("/customers/" + ana + "?before=made-up").select("#story .ec-log > li"))
                .hasSize(25);
    }

    @Test
    void scores_are_drawn_of_the_metric_that_was_chosen() {
        UUID ana = world.isNew("metric", "c-1", "Ana", "ana@metric.example.org");
        world.says("metric", "c-1", "2026-11-08T08:00:00Z", null, Score.nps(8.5));
        world.says("metric", "c-1", "2026-11-09T08:00:00Z", null, Score.nps(9), Score.csat(4, ONE_TO_FIVE));

        assertThat(page("/customers/" + ana).select("#c-scores").text()).isEqualTo("NPS, 0 to 10");
        assertThat(page("/customers/" + ana + "?metric=CSAT")
                        .select("table[data-figures] tbody tr")
                        .eachAttr("data-value"))
                .containsExactly("4");
        assertThat(page("/customers/" + ana + "?metric=LOVE")
                        .select("#c-scores")
                        .text())
                .isEqualTo("NPS, 0 to 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers/0190163d-8694-739b-aea5-966c26f8ad90",
                "/customers/by-case/0190163d-8694-739b-aea5-966c26f8ad90"
            })
    void whom_nobody_knows_has_no_page(String path) {
        assertThat(asked(path)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "cs", "ro"})
    void the_pages_speak_the_readers_language(String language) {
        UUID ana = world.isNew("words-" + language, "c-1", "Ana", "ana@" + language + ".example.org");
        world.says("words-" + language, "c-1", "2026-11-09T08:00:00Z", null, Score.nps(9));

        assertThat(page("/customers/" + ana + "?lang=" + language).text()).doesNotContain("Answered a survey", "??");
        assertThat(page("/customers?lang=" + language + "&source=words-" + language)
                        .text())
                .doesNotContain("Last heard from", "??");
    }

    private MvcTestResult asked(String path) {
        return asked(path, Role.CX_AGENT);
    }

    private MvcTestResult asked(String path, Role role) {
        return mvc.get().uri(URI.create(path)).with(SignedIn.as(role)).exchange();
    }

    private Document page(String path) {
        return page(path, Role.CX_AGENT);
    }

    private Document page(String path, Role role) {
        var answer = asked(path, role);
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
