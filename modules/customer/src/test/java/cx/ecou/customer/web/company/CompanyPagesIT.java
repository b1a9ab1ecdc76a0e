package cx.ecou.customer.web.company;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.read.account.Staff;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each test has a source of its own. */
@EcouTest
@AutoConfigureMockMvc
class CompanyPagesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    RecordedDeeds deeds;

    @Test
    void companies_are_found_by_words_and_lead_to_their_pages() {
        UUID acme = described("cp1", "acme", "Acme Cp1");
        world.recordsAll(List.of(
                Staff.of("acme", "cp1", "p-1", "Ana", "buyer"),
                Staff.of("acme", "cp1", "p-2", "Jan", null),
                Staff.of("silent-cp1", "cp1", "p-3", "Ioana", null)));

        Document list = page("/companies?q=CP1");

        assertThat(list.select("tbody th a").eachText()).containsExactly("Acme Cp1", "silent-cp1");
        assertThat(list.select("tbody th a").attr("href")).isEqualTo("/companies/" + acme);
        assertThat(list.select("tbody tr").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).contains("cp1 acme", "2 people").doesNotContain("only named"),
                        other -> assertThat(other).contains("1 person", "only named by its people"));
        assertThat(list.select("input[name=q]").attr("value")).isEqualTo("CP1");
    }

    @Test
    void where_nothing_is_found_the_page_says_how_to_go_on() {
        Document page = page("/companies?q=nobody-like-this");

        assertThat(page.select("main").text()).contains("No company is found by these words");
        assertThat(page.select("main a[href=/companies]").text()).isEqualTo("Show all companies");
    }

    @Test
    void a_long_list_goes_on_with_the_same_words_and_an_old_link_shows_its_beginning() {
        world.recordsAll(IntStream.range(0, 51)
                .mapToObj(n -> company("cp3", "c-" + n, "Third %02d".formatted(n)))
                .toList());

        Document first = page("/companies?q=third");
        Document second = page(first.select("a[rel=next]").attr("href"));

        assertThat(first.select("tbody th a")).hasSize(50);
        assertThat(second.select("tbody th a").eachText()).containsExactly("Third 50");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(page("/companies?q=third&cursor=of-long-ago")
                        .select("tbody th a")
                        .eachText())
                .startsWith("Third 00");
    }

    @Test
    void a_company_shows_what_is_known_of_it_and_who_acts_for_it() {
        UUID acme = described("cp4", "a&b", "Acme <b>");
        world.recordsAll(List.of(
                Staff.of("a&b", "cp4", "p-1", "Ana <i>", "decision maker"), Staff.of("a&b", "cp4", "p-2", "", null)));
        UUID ana = CustomerSeen.subjectOf("cp4", "p-1");
        UUID unnamed = CustomerSeen.subjectOf("cp4", "p-2");

        Document page = page("/companies/" + acme);

        assertThat(page.select("h1").text()).isEqualTo("Acme <b>");
        assertThat(page.select("[aria-labelledby=h-facts]").text()).contains("cp4 a&b", "industry retail");
        assertThat(page.select("tbody th a").eachAttr("href"))
                .containsExactlyInAnyOrder("/customers/" + ana, "/customers/" + unnamed);
        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Ana <i>", "decision maker"))
                .anySatisfy(row -> assertThat(row)
                        .contains("Customer " + unnamed.toString().substring(0, 8), "–"));
        assertThat(page.select("main a[href^='/customers?']").attr("href"))
                .isEqualTo("/customers?account=a%26b&source=cp4");
    }

    @Test
    void many_people_are_shown_page_by_page() {
        UUID acme = described("cp5", "acme", "Acme");
        world.recordsAll(IntStream.range(0, 51)
                .mapToObj(n -> Staff.of("acme", "cp5", "p-" + n, "Ana " + n, null))
                .toList());

        Document first = page("/companies/" + acme);
        Document second = page(first.select("a[rel=next]").attr("href"));

        assertThat(first.select("h1 + span").text()).isEqualTo("51 people");
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody tr")).hasSize(1);
        assertThat(page("/companies/" + acme + "?cursor=of-long-ago").select("tbody tr"))
                .hasSize(50);
    }

    @Test
    void of_a_company_for_which_nobody_acts_the_page_says_so() {
        UUID acme = described("cp6", "acme", "Acme");

        Document page = page("/companies/" + acme);

        assertThat(page.select("[aria-labelledby=h-people]").text()).contains("Nobody acts for it today.");
        assertThat(page.select("main a[href^='/customers?']")).isEmpty();
    }

    @Test
    void who_has_looked_is_remembered_and_not_for_what_they_looked() {
        UUID acme = described("cp7", "acme", "Acme");
        page("/companies?q=acme");
        Deed listed = deeds.last("company");
        page("/companies/" + acme);

        assertThat(listed.action()).isEqualTo("listed");
        assertThat(listed.codes()).hasToString("q=*");
        assertThat(deeds.last("company").action()).isEqualTo("viewed");
        assertThat(deeds.last("company").id()).hasToString(acme.toString());
    }

    @Test
    void a_company_that_nobody_has_named_is_not_there() {
        assertThat(asked("/companies/" + Ids.next())).hasStatus(404);
    }

    private UUID described(String source, String ref, String name) {
        AccountDescribed company = company(source, ref, name);
        world.recordsAll(List.of(company));
        return company.accountId();
    }

    private static AccountDescribed company(String source, String ref, String name) {
        return new AccountDescribed(
                AccountDescribed.accountOf(source, ref),
                source,
                ref,
                name,
                Map.of("industry", "retail"),
                Instant.parse("2026-07-25T21:37:22Z"));
    }

    private MvcTestResult asked(String path) {
        return mvc.get().uri(URI.create(path)).with(SignedIn.as(Role.EXECUTIVE)).exchange();
    }

    private Document page(String path) {
        var answer = asked(path);
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
