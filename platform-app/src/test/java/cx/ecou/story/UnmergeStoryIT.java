package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.platform.access.People;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two people who share an address were taken for one: separated, each has their own history again. */
@WholePlatform
@Import(People.class)
class UnmergeStoryIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    Program program;

    @Autowired
    People people;

    @Test
    void a_couple_with_one_address_was_taken_for_one_and_both_histories_stand_again() throws Exception {
        var shop = new Shop(program, people);
        shop.describes("couple-web", "eva", "{\"name\":\"Eva Nowak\"}");
        shop.describes("couple-app", "jan", "{\"name\":\"Jan Nowak\",\"emails\":[\"home.nowak@example.org\"]}");
        shop.hears("couple-web", "eva", "u-1", daysAgo(3), 10, "Said by Eva.");
        shop.hears("couple-app", "jan", "u-2", daysAgo(2), 9, "Said by Jan.");
        String jan = shop.idOf("couple-app", "jan");

        shop.describes("couple-web", "eva", "{\"name\":\"Eva Nowak\",\"emails\":[\"home.nowak@example.org\"]}");
        shop.hears("couple-app", "jan", "u-3", daysAgo(1), 8, "Said by Jan when they were one.");
        Document one = shop.readsOf(
                "couple-web",
                "eva",
                page -> assertThat(page.select("#story .ec-words").eachText())
                        .containsExactly("Said by Jan when they were one.", "Said by Jan.", "Said by Eva."));
        String eva = shop.idOf("couple-web", "eva");
        assertThat(one.select("#story").text()).contains("Two customers became one same e-mail address");
        assertThat(shop.leadsTo("/customers/" + jan))
                .as("the old address of his page leads on")
                .endsWith("/customers/" + eva);

        String merging = "/customers/" + eva + "/merging";
        String undo = shop.read(merging).select("[aria-labelledby=h-merges] a").attr("href");
        assertThat(shop.read(undo).select("[aria-labelledby=h-leaves]").text()).contains("Jan Nowak", "couple-app jan");
        shop.presses(undo, undo + "/undoing");

        shop.readsOf(
                "couple-app",
                "jan",
                page -> assertThat(page.select("#story .ec-words").eachText())
                        .containsExactly("Said by Jan when they were one.", "Said by Jan."));
        shop.readsOf(
                "couple-web",
                "eva",
                page -> assertThat(page.select("#story .ec-words").eachText()).containsExactly("Said by Eva."));
        assertThat(shop.idOf("couple-app", "jan")).isEqualTo(jan).isNotEqualTo(eva);
        shop.hears("couple-app", "jan", "u-4", NOW.toString(), 7, "Said by Jan again.");
        shop.readsOf(
                "couple-app",
                "jan",
                page -> assertThat(page.select("#story").text()).contains("Said by Jan again."));
        assertThat(shop.idOf("couple-web", "eva")).isEqualTo(eva);
    }

    private static String daysAgo(int days) {
        return NOW.minus(days, ChronoUnit.DAYS).toString();
    }
}
