package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.platform.access.People;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Web, app and store become one: one customer, one page, one story. */
@WholePlatform
@Import(People.class)
class OmnichannelCustomerStoryIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    Program program;

    @Autowired
    People people;

    @Test
    void what_ana_says_on_the_web_in_the_app_and_in_the_store_is_one_story_on_one_page() throws Exception {
        var shop = new Shop(program, people);
        shop.describes("omni-web", "w-1", """
                {"name":"Ana Omnická","emails":["ana.omni@example.org"],"loyaltyCards":["8800 7777"],"language":"cs"}""");
        shop.describes("omni-app", "a-1", """
                {"name":"Ana O.","emails":["ANA.OMNI@example.org"]}""");
        shop.describes("omni-store", "s-1", """
                {"name":"Paní Omnická","loyaltyCards":["88007777"],"account":{"ref":"omni-acme","role":"buyer"}}""");
        shop.hears("omni-web", "w-1", "o-1", daysAgo(3), 9, "Ordered in a minute.");
        shop.hears("omni-app", "a-1", "o-2", daysAgo(2), 8, "The app knew my address.");
        shop.hears("omni-store", "s-1", "o-3", daysAgo(1), 2, "Nobody at the counter.");
        shop.speaksWithThem(shop.caseOf("omni-store"), "Apologised, she comes again.");

        Document page = shop.readsOf(
                "omni-app",
                "a-1",
                ana -> assertThat(ana.select("#story").text()).contains("We spoke with the customer"));

        assertThat(shop.idOf("omni-web", "w-1"))
                .isEqualTo(shop.idOf("omni-app", "a-1"))
                .isEqualTo(shop.idOf("omni-store", "s-1"));
        assertThat(page.select("#story .ec-words").eachText())
                .containsExactly(
                        "Apologised, she comes again.",
                        "Nobody at the counter.",
                        "The app knew my address.",
                        "Ordered in a minute.");
        assertThat(page.select("aside").text())
                .contains("omni-web w-1", "omni-app a-1", "omni-store s-1")
                .contains("recognised by the e-mail address", "recognised by the loyalty card")
                .contains("omni-acme, buyer");
        assertThat(page.select("table[data-figures] tbody tr").eachAttr("data-value"))
                .containsExactly("2", "8", "9");
        assertThat(page.select("[aria-labelledby=h-cases] tbody tr")).hasSize(1);
        assertThat(shop.read("/customers?q=omnicka").select("tbody tr th a").eachAttr("href"))
                .as("whoever looks for her finds one customer")
                .isEqualTo(List.of("/customers/" + shop.idOf("omni-web", "w-1")));
    }

    private static String daysAgo(int days) {
        return NOW.minus(days, ChronoUnit.DAYS).toString();
    }
}
