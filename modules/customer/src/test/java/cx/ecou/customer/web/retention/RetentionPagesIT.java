package cx.ecou.customer.web.retention;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.RetentionKind;
import cx.ecou.customer.write.retention.RetentionRule;
import cx.ecou.customer.write.retention.RetentionRules;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class RetentionPagesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    RetentionRules rules;

    @Autowired
    RecordedDeeds deeds;

    @Autowired
    JdbcClient database;

    @Test
    void a_rule_is_looked_at_before_it_is_switched_on() {
        UUID ana = world.meets("rp1", "ana");
        for (String table : List.of("acquaintance", "last_seen")) {
            database.sql("update customer." + table
                            + " set last_seen_at = '2020-03-15T12:00:00Z' where customer_id = ?")
                    .param(ana)
                    .update();
        }

        MvcTestResult said = post("/retention", "kind", "HEARD", "source", "rp1", "days", "365");

        RetentionRule rule = rule("rp1");
        String address = "/retention/" + rule.ruleId();
        assertThat(said).hasStatus3xxRedirection().hasRedirectedUrl(address);
        Document looked = html(get(address));
        assertThat(looked.select("#total").text()).isEqualTo("1");
        assertThat(looked.select("#counts tbody tr").eachText()).containsExactly("rp1 March 2020 1");
        assertThat(looked.select("#some a").attr("href")).isEqualTo("/customers/" + ana);
        assertThat(deeds.last("customer").codes().toString()).isEqualTo("retention=" + rule.ruleId());
        assertThat(rule.switchedOn()).isFalse();

        MvcTestResult on = post(address + "/switching-on", "revision", String.valueOf(rule.revision()));

        assertThat(on).hasRedirectedUrl(address);
        assertThat(rule("rp1").switchedOn()).isTrue();
        assertThat(html(get(address)).select("#history li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("switched on, 1 customer was due"),
                        second -> assertThat(second).startsWith("set to 365 days"));
        assertThat(post(address + "/switching-off")).hasRedirectedUrl(address);
        assertThat(rule("rp1").switchedOn()).isFalse();
    }

    @Test
    void all_rules_and_what_was_done_by_them_stand_on_one_page() {
        UUID ruleId = rules.set(RetentionKind.DESCRIBED, "rp2", 1_095, Ids.next());
        database.sql("insert into customer.retention_run values (?, '2026-11-02T02:00:00Z', 'MORE_LEFT', 5000)")
                .param(Ids.next())
                .update();

        Document page = html(get("/retention"));

        assertThat(page.select("#rules a[href=/retention/" + ruleId + "]").text())
                .isEqualTo("rp2");
        assertThat(page.select("#rules tr:has(a[href=/retention/" + ruleId + "])")
                        .text())
                .isEqualTo("rp2 whom a source has described 1,095 off");
        assertThat(page.select("#runs tbody tr").eachText())
                .anySatisfy(line -> assertThat(line).endsWith("5,000 more are left for the next night"));
    }

    @Test
    void what_cannot_be_a_rule_is_named_beside_what_was_typed() {
        MvcTestResult refused = post("/retention", "kind", "DESCRIBED", "source", "rp3", "days", "7");

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Document page = html(refused);
        assertThat(page.select("#days-problem").text()).isEqualTo("A whole number from 30 to 10957.");
        assertThat(page.select("#source").attr("value")).isEqualTo("rp3");
        assertThat(page.select("input[value=DESCRIBED]").hasAttr("checked")).isTrue();
        assertThat(rules.all()).noneMatch(rule -> "rp3".equals(rule.source()));
    }

    @Test
    void a_rule_that_changed_meanwhile_is_not_switched_on() {
        UUID ruleId = rules.set(RetentionKind.HEARD, "rp4", 365, Ids.next());
        String revision = String.valueOf(rule("rp4").revision());
        rules.set(RetentionKind.HEARD, "rp4", 30, Ids.next());

        MvcTestResult refused = post("/retention/" + ruleId + "/switching-on", "revision", revision);

        assertThat(refused).hasRedirectedUrl("/retention/" + ruleId);
        assertThat(refused.getMvcResult().getFlashMap().get("refused")).isEqualTo("retention.changed-meanwhile");
        assertThat(rule("rp4").switchedOn()).isFalse();
    }

    @Test
    void an_unknown_rule_is_not_found() {
        assertThat(get("/retention/" + Ids.next())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/retention/" + Ids.next() + "/switching-on", "revision", "1"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/retention/" + Ids.next() + "/switching-off")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private RetentionRule rule(String source) {
        return rules.all().stream()
                .filter(rule -> source.equals(rule.source()))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignedIn.as(Role.ADMIN)).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(SignedIn.as(Role.ADMIN));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Document html(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
