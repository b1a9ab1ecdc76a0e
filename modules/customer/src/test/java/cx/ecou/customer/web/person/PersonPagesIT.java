package cx.ecou.customer.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.write.person.Duplicates;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.customer.write.person.PossibleDuplicate;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each test has addresses of its own; two keys of one shop with one address are what the rules do not decide. */
@EcouTest
@AutoConfigureMockMvc
class PersonPagesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Merging merging;

    @Autowired
    JdbcClient database;

    @Test
    void two_who_may_be_one_stand_side_by_side_with_the_reason() {
        UUID one = described("pp1-a", "Ana Kowalska", "pp1@example.org");
        UUID other = described("pp1-b", "Ania K.", "pp1@example.org");

        Element pair = pair(page("/customers/duplicates"), one);

        assertThat(pair.text())
                .contains("Same e-mail address", "a source that knows them as two")
                .contains("Ana Kowalska", "Ania K.", "shop pp1-a", "shop pp1-b", "pp1@example.org");
        assertThat(pair.select("h3 a").eachAttr("href")).containsExactly("/customers/" + one, "/customers/" + other);
        assertThat(pair(page("/customers/" + other + "/merging"), one).text()).contains("Same e-mail address");
        assertThat(new DuplicateSteps(duplicates).of(other)).singleElement().satisfies(step -> {
            assertThat(step.href()).isEqualTo("/customers/" + other + "/merging");
            assertThat(step.values()).containsExactly(1);
        });
    }

    @Test
    void whom_a_colleague_finds_to_be_one_is_one_and_is_asked_about_no_more() {
        UUID one = described("pp2-a", "Ana", "pp2@example.org");
        UUID other = described("pp2-b", "Ania", "pp2@example.org");

        MvcTestResult answer = send("/customers/duplicates/merging", "customerId", one, "otherId", other);

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/customers/duplicates");
        assertThat(said(answer))
                .containsEntry("done", "duplicates.merged")
                .containsEntry("undo", "/customers/" + one + "/merging");
        assertThat(world.customerOf(other)).isEqualTo(one);
        assertThat(duplicates.of(one)).isEmpty();
    }

    @Test
    void whom_a_colleague_finds_to_be_two_stay_two_and_are_asked_about_no_more() {
        UUID one = described("pp3-a", "Ana", "pp3@example.org");
        UUID other = described("pp3-b", "Ania", "pp3@example.org");

        assertThat(send("/customers/duplicates/dismissal", "customerId", one, "otherId", other))
                .hasStatus(302);

        assertThat(duplicates.of(one)).isEmpty();
        assertThat(world.customerOf(other)).isEqualTo(other);
    }

    @Test
    void what_nobody_knows_yet_is_asked_again_in_a_week() {
        UUID one = described("pp4-a", "Ana", "pp4@example.org");
        UUID other = described("pp4-b", "Ania", "pp4@example.org");

        assertThat(send("/customers/duplicates/postponement", "one", one, "other", other))
                .hasStatus(302);

        assertThat(duplicates.of(one)).isEmpty();
        database.sql("update customer.duplicate set put_off_until = now() where least(?, ?) = one_id")
                .params(one, other)
                .update();
        assertThat(duplicates.of(one)).hasSize(1);
    }

    @Test
    void whoever_has_been_merged_since_is_asked_about_as_who_they_are_now() {
        UUID one = described("pp5-a", "Ana", "pp5@example.org");
        UUID other = described("pp5-b", "Ania", "pp5@example.org");
        UUID whole = described("pp5-c", "Anna", "pp5-c@example.org");
        merging.merge(whole, other, Ids.next());

        assertThat(duplicates.of(whole))
                .singleElement()
                .satisfies(pair ->
                        assertThat(List.of(pair.customerId(), pair.otherId())).containsExactlyInAnyOrder(one, whole));

        merging.dismiss(one, whole, Ids.next());

        assertThat(duplicates.of(whole)).isEmpty();
    }

    @Test
    void of_somebody_who_has_been_erased_nothing_is_asked() {
        UUID one = described("pp6-a", "Ana", "pp6@example.org");
        described("pp6-b", "Ania", "pp6@example.org");
        world.erases(one);

        assertThat(duplicates.of(one)).isEmpty();
        assertThat(duplicates.open(50))
                .extracting(PossibleDuplicate::customerId)
                .doesNotContain(one);
    }

    @Test
    void a_customer_is_merged_with_another_who_is_found_by_words() {
        UUID ana = described("pp7-a", "Ana Zielińska", "pp7@example.org");
        UUID other = described("pp7-b", "Anna Zielinska-Nowak", "pp7-b@example.org");

        Document found = page("/customers/" + ana + "/merging?q=zielin%20pp7");

        assertThat(found.select("input[name=otherId]").eachAttr("value")).containsExactly(other.toString());
        assertThat(send("/customers/" + ana + "/merging", "otherId", other)).hasStatus(302);
        assertThat(world.customerOf(other)).isEqualTo(ana);
        assertThat(page("/customers/" + ana + "/merging?q=nobody-like-this").text())
                .contains("Nobody else is found by that.");
    }

    @Test
    void before_a_merge_is_undone_the_page_shows_what_will_come_apart() {
        UUID ana = described("pp8-a", "Ana", "pp8@example.org");
        UUID other = described("pp8-b", "Bea", "pp8-b@example.org");
        UUID mergeId = merging.merge(ana, other, Ids.next());
        world.settles();

        Document whole = page("/customers/" + ana + "/merging");
        Document parting = page("/customers/" + ana + "/merging/" + mergeId);

        assertThat(whole.select("[aria-labelledby=h-merges] a").attr("href"))
                .isEqualTo("/customers/" + ana + "/merging/" + mergeId);
        assertThat(parting.select("[aria-labelledby=h-stays]").text()).contains("Ana", "shop pp8-a");
        assertThat(parting.select("[aria-labelledby=h-leaves]").text()).contains("Bea", "shop pp8-b");

        assertThat(send("/customers/" + ana + "/merging/" + mergeId + "/undoing"))
                .hasRedirectedUrl("/customers/" + ana + "/merging");
        assertThat(world.customerOf(other)).isEqualTo(other);
        assertThat(asked("/customers/" + ana + "/merging/" + mergeId)).hasStatus(404);
    }

    @Test
    void what_a_rule_speaks_against_is_said_on_the_next_page() {
        UUID ana = described("pp9-a", "Ana", "pp9@example.org");
        UUID other = described("pp9-b", "Bea", "pp9-b@example.org");
        merging.merge(ana, other, Ids.next());

        assertThat(said(send("/customers/" + ana + "/merging", "otherId", other)))
                .containsEntry("refused", "customer.merged-away");
        assertThat(said(send("/customers/" + ana + "/merging", "otherId", ana)))
                .containsEntry("refused", "customer.same");
        assertThat(said(send("/customers/" + ana + "/merging/" + Ids.next() + "/undoing")))
                .containsEntry("refused", "merge.unknown");
    }

    @Test
    void whom_nobody_knows_cannot_be_merged() {
        assertThat(asked("/customers/" + Ids.next() + "/merging")).hasStatus(404);
    }

    private UUID described(String ref, String name, String email) {
        UUID subject = CustomerSeen.subjectOf("shop", ref);
        return world.records(
                subject,
                new CustomerDescribed(
                        Ids.next(),
                        subject,
                        "shop",
                        ref,
                        name,
                        List.of(email),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2026-07-25T21:37:22Z")));
    }

    private static Element pair(Document page, UUID customerId) {
        return page.select("li:has(input[name=customerId][value=" + customerId + "])").stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such pair"));
    }

    private MvcTestResult send(String path, Object... fields) {
        var request = mvc.post().uri(URI.create(path)).with(SignedIn.as(Role.CX_AGENT));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }

    /** What the next page will say. */
    private static Map<String, Object> said(MvcTestResult answer) {
        return Map.copyOf(answer.getMvcResult().getFlashMap());
    }

    private MvcTestResult asked(String path) {
        return mvc.get().uri(URI.create(path)).with(SignedIn.as(Role.CX_AGENT)).exchange();
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
