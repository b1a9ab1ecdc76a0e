package cx.ecou.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.write.consent.Consents;
import cx.ecou.customer.write.consent.MessageLimit;
import cx.ecou.customer.write.consent.Preferences;
import cx.ecou.customer.write.consent.Saying;
import cx.ecou.customer.write.link.PreferenceLinks;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Reporting;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class PreferencePagesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Consents consents;

    @Autowired
    PreferenceLinks links;

    @Autowired
    JdbcClient database;

    @Autowired
    Reporting reporting;

    @Autowired
    Clock clock;

    @Test
    void the_page_shows_what_counts_and_nothing_personal() {
        UUID ana = agreeing("w1");
        String path = links.make(ana).path();

        Document page = page(path);

        assertThat(page.select("h1").text()).isEqualTo("Your messages from us");
        assertThat(page.select("[role=status]")).isEmpty();
        assertThat(page.select("input[name=consent][checked]").eachAttr("value"))
                .containsExactly("SURVEY.EMAIL");
        assertThat(page.select("input[name=shown]").eachAttr("value")).containsExactly("SURVEY.EMAIL");
        assertThat(page.text()).doesNotContain("w1", "shop", ana.toString());
        assertThat(path).doesNotContain("w1", "shop", ana.toString());
    }

    @Test
    void every_field_has_a_label_and_every_group_a_name_also_without_a_script() {
        Document page = page(links.make(agreeing("w2")).path());

        assertThat(page.select("input:not([type=hidden]):not([type=checkbox]), select"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(
                                page.select("label[for=" + field.id() + "]").text())
                        .isNotBlank());
        assertThat(page.select("label > input[type=checkbox]"))
                .hasSameSizeAs(page.select("input[type=checkbox]"))
                .hasSize(18);
        assertThat(page.select("fieldset > legend").eachText())
                .containsExactly(
                        "Ask me how it was", "Send me news and offers", "Look at what I do together with who I am");
        assertThat(page.select("form")).allSatisfy(form -> {
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.select("button[type=submit]")).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your messages from us, No more messages",
        "pl, Twoje wiadomości od nas, Żadnych wiadomości",
        "cs, Vaše zprávy od nás, Už žádné zprávy",
        "ro, Mesajele dumneavoastră de la noi, Niciun mesaj"
    })
    void it_speaks_the_language_of_the_customer(String language, String title, String end) {
        Document page = page(links.make(agreeing("w3")).path() + "?lang=" + language);

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.select("form[action$=/end] button").text()).isEqualTo(end);
    }

    @Test
    void looking_changes_nothing() {
        UUID ana = agreeing("w4");
        var before = consents.standing(ana);
        String path = links.make(ana).path();

        page(path);
        assertThat(mvc.get().uri(path + "/end")).hasStatus(405);
        assertThat(mvc.get().uri(path + "?pausedUntil=2030-01-01&atMost=1/DAY")).hasStatusOk();

        assertThat(consents.standing(ana)).isEqualTo(before);
    }

    @Test
    void a_pause_fewer_messages_and_another_channel_are_kept_at_once() {
        UUID ana = agreeing("w5");
        String path = links.make(ana).path();
        LocalDate day = today().plusDays(30);

        MvcTestResult sent =
                post(path, Map.of("pausedUntil", day.toString(), "atMost", "1/WEEK", "preferredChannel", "PHONE"));

        assertThat(sent).hasStatus(302).hasRedirectedUrl(path + "?saved=yes");
        assertThat(consents.standing(ana).preferences())
                .isEqualTo(new Preferences(false, day, new MessageLimit(1, MessagePeriod.WEEK), Channel.PHONE));
        Document page = page(path + "?saved=yes");
        assertThat(page.select("[role=status]").text()).isEqualTo("Saved. It counts from now on.");
        assertThat(page.select("#pausedUntil").attr("value")).isEqualTo(day.toString());
        assertThat(page.select("#atMost option[selected]").text()).isEqualTo("At most 1 a week");
        assertThat(page.select("#preferredChannel option[selected]").text()).isEqualTo("By phone");
    }

    @Test
    void a_limit_that_was_set_elsewhere_can_be_kept() {
        UUID ana = agreeing("w6");
        consents.state(ana, List.of(), Saying.limited(new MessageLimit(7, MessagePeriod.MONTH)), null);

        assertThat(page(links.make(ana).path())
                        .select("#atMost option[selected]")
                        .text())
                .isEqualTo("At most 7 a month");
    }

    @Test
    void no_more_messages_are_ended_at_once_and_begin_again_when_the_customer_says_so() {
        UUID ana = agreeing("w7");
        String path = links.make(ana).path();

        post(path + "/end", Map.of());

        assertThat(consents.standing(ana).preferences().noMessages()).isTrue();
        Document ended = page(path);
        assertThat(ended.select("main").text()).contains("You get no messages from us.");
        assertThat(ended.select("form[action$=/end]")).isEmpty();

        post(path + "/resumption", Map.of());

        assertThat(consents.standing(ana).preferences()).isEqualTo(Preferences.NONE);
    }

    @Test
    void a_page_that_was_opened_before_the_end_does_not_begin_messages_again() {
        UUID ana = agreeing("w13");
        String path = links.make(ana).path();
        post(path + "/end", Map.of());

        post(path, Map.of("atMost", "1/WEEK"));

        assertThat(consents.standing(ana).preferences())
                .isEqualTo(new Preferences(true, null, new MessageLimit(1, MessagePeriod.WEEK), null));
    }

    @Test
    void what_is_unticked_is_withdrawn_and_what_is_ticked_is_given_with_the_version_of_the_page() {
        UUID ana = agreeing("w8");
        String path = links.make(ana).path();

        post(path + "/consents", Map.of("shown", "SURVEY.EMAIL", "consent", "MARKETING.SMS"));

        assertThat(consents.standing(ana).agreesTo(Saying.SURVEYS)).isFalse();
        assertThat(consents.standing(ana).on(Saying.OFFERS).orElseThrow().textVersion())
                .isEqualTo("preference-page/1-en");
    }

    @Test
    void a_page_that_was_opened_before_a_withdrawal_does_not_give_consent_again() {
        UUID ana = agreeing("w9");
        String path = links.make(ana).path();
        consents.state(ana, List.of(Saying.no(Saying.SURVEYS, Saying.TUESDAY)), null, null);

        post(path + "/consents", Map.of("shown", "SURVEY.EMAIL", "consent", "SURVEY.EMAIL"));

        assertThat(consents.standing(ana).agreesTo(Saying.SURVEYS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pausedUntil, 2020-01-01, 'Choose a day after today, within five years.'",
        "pausedUntil, 2999-01-01, 'Choose a day after today, within five years.'",
        "pausedUntil, soon, A date looks like 2026-11-30.",
        "atMost, 0/DAY, Choose one of the values in the list.",
        "preferredChannel, PIGEON, Choose one of the values in the list."
    })
    void what_cannot_be_accepted_is_shown_again_with_the_reason_beside_it(String field, String typed, String reason) {
        UUID ana = agreeing("w10");

        MvcTestResult sent = post(links.make(ana).path(), Map.of(field, typed));

        assertThat(sent).hasStatus(422);
        Element problem = Objects.requireNonNull(document(sent).getElementById(field + "-problem"));
        assertThat(problem.text()).isEqualTo(reason);
        assertThat(consents.standing(ana).preference()).isNull();
    }

    @Test
    void a_box_that_does_not_exist_is_refused() {
        UUID ana = agreeing("w11");

        assertThat(post(links.make(ana).path() + "/consents", Map.of("consent", "FUN.PIGEON")))
                .hasStatus(422);
    }

    @Test
    void a_link_that_somebody_made_up_is_answered_kindly() {
        MvcTestResult answer =
                mvc.get().uri("/preferences/q3pQmVYb0V1Yy7m0Qd2TxA").exchange();

        assertThat(answer).hasStatus(404);
        assertThat(document(answer)
                        .select("[data-problem=preference-link.unknown] h1")
                        .text())
                .isEqualTo("This link opens nothing");
        assertThat(post("/preferences/x", Map.of())).hasStatus(404);
        assertThat(post("/preferences/x/end", Map.of())).hasStatus(404);
    }

    @Test
    void a_link_whose_time_is_over_is_answered_kindly_and_changes_nothing() {
        UUID ana = agreeing("w12");
        String path = links.make(ana).path();
        database.sql("update customer.preference_link set expires_at = now() where customer_id = ?")
                .param(ana)
                .update();

        assertThat(post(path + "/end", Map.of())).hasStatus(410);
        MvcTestResult answer = mvc.get().uri(path).exchange();

        assertThat(answer).hasStatus(410);
        assertThat(document(answer)
                        .select("[data-problem=preference-link.expired] h1")
                        .text())
                .isEqualTo("This link has expired");
        assertThat(consents.standing(ana).preferences().noMessages()).isFalse();
    }

    private UUID agreeing(String ref) {
        UUID ana = world.meets("shop", ref);
        consents.state(ana, List.of(Saying.yes(Saying.SURVEYS, Saying.MONDAY)), null, null);
        return ana;
    }

    private LocalDate today() {
        return reporting.dayOf(clock.instant());
    }

    private Document page(String path) {
        MvcTestResult answer = mvc.get().uri(URI.create(path)).exchange();
        assertThat(answer).hasStatusOk();
        return document(answer);
    }

    private MvcTestResult post(String path, Map<String, String> typed) {
        var request = mvc.post().uri(URI.create(path));
        typed.forEach(request::param);
        return request.exchange();
    }

    private static Document document(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
