package cx.ecou.segment.web;

import static cx.ecou.segment.Rules.all;
import static cx.ecou.segment.Rules.any;
import static cx.ecou.segment.Rules.none;
import static cx.ecou.segment.Rules.nps;
import static cx.ecou.segment.Rules.profile;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Score;
import cx.ecou.segment.Person;
import cx.ecou.segment.World;
import cx.ecou.segment.automation.KeptUp;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Pick;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.read.segments.Segments;
import cx.ecou.segment.write.segment.CloseSegment;
import cx.ecou.segment.write.segment.DefineSegment;
import cx.ecou.segment.write.segment.RedefineSegment;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class SegmentPagesIT {

    private static final Instant NOW = Instant.parse("2036-11-03T12:00:00Z");
    private static final UUID OLGA = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    KeptUp keptUp;

    @Autowired
    SettableClock clock;

    @Autowired
    CommandGateway commands;

    @Autowired
    Segments segments;

    @Autowired
    RecordedDeeds deeds;

    @BeforeEach
    void it_is_noon() {
        clock.set(NOW);
    }

    @Test
    void the_list_says_what_each_segment_is_and_how_many_belong_to_it() {
        world.hears(new Person("web", "list-1").described("pl", "web-list", null, Map.of()));
        UUID segment = defined("Poles of the list", ofAccount("web-list", nps(Pick.LATEST, Operator.AT_MOST, "6", 90)));
        UUID everybody = defined("All of the list", profile(ProfileField.ACCOUNT, Operator.IS, "web-list"));

        Document page = page("/segments");

        assertThat(page.select("tr:has(a[href=/segments/" + segment + "])").text())
                .contains(
                        "Poles of the list",
                        "All of these: Company: is web-list Latest NPS: 6 or less, in the last 90 days");
        assertThat(page.select("tr:has(a[href=/segments/" + everybody + "]) td.ec-num")
                        .text())
                .isEqualTo("1");
        assertThat(page.select("a[href=/segments/new]")).hasSize(1);
    }

    @Test
    void the_page_of_a_segment_says_who_belongs_to_it_since_when_and_why() {
        var ana = new Person("web", "why-ana");
        world.hears(
                ana.described("pl", "web-why", null, Map.of()), ana.says(NOW.minus(Duration.ofDays(1)), Score.nps(3)));
        UUID segment = defined("Unhappy", ofAccount("web-why", nps(Pick.LATEST, Operator.AT_MOST, "6", 90)));

        Document page = page("/segments/" + segment);

        assertThat(page.select("#members tbody tr")).hasSize(1);
        assertThat(page.select("#members tbody th a").attr("href")).isEqualTo("/customers/" + ana.subjectId());
        assertThat(page.select("[data-customer=" + ana.subjectId() + "]").text())
                .contains(
                        "Somebody Called why-ana",
                        "met the rule when it was made",
                        "Company: is web-why",
                        "Latest NPS: 3");
        assertThat(page.select("#members time").attr("datetime")).isEqualTo("2036-11-03T12:00:00Z");
        assertThat(deeds.last("segment-member").codes()).hasToString("segment=" + segment + " past=false limit=50");
    }

    @Test
    void the_page_of_a_segment_says_who_belonged_to_it_at_a_past_moment() {
        var ana = new Person("web", "past-ana");
        world.hears(ana.described("pl", "web-past", null, Map.of()));
        UUID segment = defined("Of the past", profile(ProfileField.ACCOUNT, Operator.IS, "web-past"));
        clock.set(NOW.plus(Duration.ofDays(2)));
        world.hears(ana.described("pl", "elsewhere", null, Map.of()));
        keptUp.now();

        assertThat(page("/segments/" + segment).text()).contains("Nobody belongs to this segment");
        Document then = page("/segments/" + segment + "?at=2036-11-04T12:00");
        assertThat(then.select("[data-customer=" + ana.subjectId() + "]").text())
                .contains("something was learnt of them");
        assertThat(then.select("#at").attr("value")).isEqualTo("2036-11-04T12:00");
        assertThat(page("/segments/" + segment + "?at=soon").text()).contains("Nobody belongs to this segment");
    }

    @Test
    void a_rule_is_put_together_by_buttons_of_a_plain_form_and_counted() {
        world.hears(
                new Person("web", "form-1").described("pl", "web-form", null, Map.of()),
                new Person("web", "form-2").described("cs", "web-form", null, Map.of()));

        Document fresh = page("/segments/new");
        assertThat(fresh.select("#matching").text()).isEqualTo("Add a condition to see how many customers meet it.");
        Document added =
                html(post("/segments/draft", "name", "Poles", "g0.match", "ALL", "g0.add", "ACCOUNT", "do", "add:0"));
        assertThat(added.select("#name").attr("value")).isEqualTo("Poles");
        assertThat(added.select("input[name=g0.c0.about]").attr("value")).isEqualTo("ACCOUNT");
        assertThat(added.select("#matching").text())
                .isEqualTo("Complete the conditions to see how many customers meet them.");
        assertThat(added.select(".is-invalid")).isEmpty();

        Document counted = html(post(
                "/segments/draft",
                "g0.match",
                "ALL",
                "g0.c0.about",
                "ACCOUNT",
                "g0.c0.operator",
                "IS",
                "g0.c0.value",
                "web-form"));
        assertThat(counted.select("#matching .ec-figure-md").text()).isEqualTo("2");

        MvcTestResult saved = post(
                "/segments",
                "name",
                "Poles",
                "g0.match",
                "ALL",
                "g0.c0.about",
                "ACCOUNT",
                "g0.c0.operator",
                "IS",
                "g0.c0.value",
                "web-form",
                "g0.c1.about",
                "LANGUAGE",
                "g0.c1.operator",
                "IS",
                "g0.c1.value",
                "pl, ro");
        assertThat(saved).hasStatus(302);
        String address = String.valueOf(saved.getResponse().getRedirectedUrl());
        keptUp.now();
        assertThat(page(address).select("#members tbody tr")).hasSize(1);
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
        MvcTestResult refused = post(
                "/segments",
                "name",
                " ",
                "g0.match",
                "ANY",
                "g0.c0.about",
                "NPS",
                "g0.c0.operator",
                "AT_MOST",
                "g0.c0.value",
                "eleven",
                "g0.c0.days",
                "0",
                "g1.match",
                "ALL");

        assertThat(refused).hasStatus(422);
        Document page = html(refused);
        assertThat(page.select(".is-invalid").eachAttr("name")).containsExactly("name", "g0.c0.value", "g0.c0.days");
        assertThat(page.select("[name=g0.c0.value]").attr("value")).isEqualTo("eleven");
        assertThat(page.select("[name=g0.match] [selected]").attr("value")).isEqualTo("ANY");
        assertThat(page.select("[role=alert] li")).hasSize(4);
    }

    @Test
    void a_segment_is_changed_and_a_colleague_is_not_overwritten() {
        UUID segment = defined("Before", profile(ProfileField.ACCOUNT, Operator.IS, "web-change"));
        Document form = page("/segments/" + segment + "/edit");
        assertThat(form.select("[name=g0.c0.value]").attr("value")).isEqualTo("web-change");

        String[] change = {
            "name", "After", "revision", "1", "g0.match", "ALL", "g0.c0.about", "ROLE", "g0.c0.operator", "KNOWN"
        };
        assertThat(post("/segments/" + segment, change)).hasStatus(302);
        assertThat(segments.find(segment).orElseThrow().name()).isEqualTo("After");
        change[1] = "Mine";
        MvcTestResult late = post("/segments/" + segment, change);
        assertThat(late).hasStatus(422);
        assertThat(html(late).text()).contains("A colleague has changed this segment meanwhile.");
        assertThat(html(late).select("#name").attr("value")).isEqualTo("Mine");
    }

    @Test
    void a_segment_is_closed_and_can_be_looked_at() {
        UUID segment = defined("To be closed", profile(ProfileField.ACCOUNT, Operator.IS, "web-close"));

        assertThat(post("/segments/" + segment + "/closing")).hasStatus(302);

        assertThat(page("/segments").text()).doesNotContain("To be closed");
        assertThat(page("/segments?closed=true").text()).contains("To be closed");
        assertThat(page("/segments/" + segment).select("a[href$=/edit], form[action$=/closing]"))
                .isEmpty();
        assertThat(get("/segments/" + segment + "/edit", Role.CX_MANAGER)).hasStatus(409);
    }

    @Test
    void who_may_only_read_is_offered_no_change() {
        UUID segment = defined("Read only", profile(ProfileField.ACCOUNT, Operator.IS, "web-read"));

        for (Role role : List.of(Role.CX_AGENT, Role.EXECUTIVE)) {
            assertThat(html(get("/segments", role)).select("a[href=/segments/new]"))
                    .isEmpty();
            assertThat(html(get("/segments/" + segment, role)).select("a[href$=/edit], form[action$=/closing]"))
                    .isEmpty();
        }
    }

    @Test
    void a_rule_that_the_form_cannot_show_is_read_and_not_changed_there() {
        UUID segment = defined("Deep", all(any(none(profile(ProfileField.ACCOUNT, Operator.IS, "web-deep")))));

        assertThat(page("/segments/" + segment).text())
                .contains("None of these:", "This rule is put together in a way that only programs can change.");
        assertThat(get("/segments/" + segment + "/edit", Role.CX_MANAGER)).hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "cs", "ro"})
    void every_page_can_be_read_in_the_other_languages(String language) {
        UUID segment = defined("Languages", ofAccount("web-language", nps(Pick.WORST, Operator.AT_LEAST, "2.5", 30)));
        commands.sendAndWait(new RedefineSegment(
                segment, 1, "Languages", none(profile(ProfileField.ROLE, Operator.KNOWN)), OLGA, NOW));
        commands.sendAndWait(new CloseSegment(segment, OLGA, NOW));
        world.settles();

        for (String address : List.of("/segments?closed=true", "/segments/" + segment, "/segments/new")) {
            assertThat(html(mvc.get()
                                    .uri(address)
                                    .header("Accept-Language", language)
                                    .with(SignedIn.as(Role.CX_MANAGER))
                                    .exchange())
                            .text())
                    .as(address)
                    .isNotBlank()
                    .doesNotContain("segment.", "??");
        }
    }

    @Test
    void what_is_no_segment_is_not_found() {
        for (String address : List.of("/segments/" + Ids.next(), "/segments/" + Ids.next() + "/edit")) {
            assertThat(get(address, Role.CX_MANAGER)).hasStatus(404);
        }
        assertThat(post("/segments/" + Ids.next() + "/closing")).hasStatus(404);
    }

    private static Rule ofAccount(String account, Rule rule) {
        return all(profile(ProfileField.ACCOUNT, Operator.IS, account), rule);
    }

    private UUID defined(String name, Rule rule) {
        UUID segmentId = Ids.next();
        commands.sendAndWait(new DefineSegment(segmentId, name, rule, OLGA, clock.instant()));
        keptUp.now();
        return segmentId;
    }

    private Document page(String address) {
        MvcTestResult found = get(address, Role.CX_MANAGER);
        assertThat(found).as(address).hasStatusOk();
        return html(found);
    }

    private MvcTestResult get(String address, Role role) {
        return mvc.get().uri(address).with(SignedIn.as(role)).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(SignedIn.as(Role.CX_MANAGER));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
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
