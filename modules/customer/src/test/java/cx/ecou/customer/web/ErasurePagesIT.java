package cx.ecou.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.read.erasure.ErasureProofs;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class ErasurePagesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    ErasureProofs proofs;

    @Autowired
    RecordedDeeds deeds;

    @Test
    void before_somebody_is_erased_it_is_said_whom_it_concerns_and_what_will_happen() {
        UUID ana = world.meets("shop", "p1");

        Document page = html(get("/customers/" + ana + "/erasure"));

        assertThat(page.select("h1").text()).isEqualTo("Erase a customer");
        assertThat(page.text())
                .contains("shop p1", "cannot be undone", "Scores, counts and figures stay exactly as they are.");
        assertThat(page.select("input[name=reason]").eachAttr("value"))
                .containsExactly("REQUESTED", "NO_LONGER_NEEDED", "LEGAL_DUTY");
        assertThat(page.select("input[name=confirmed]").hasAttr("checked")).isFalse();
        assertThat(deeds.last("customer").id()).isEqualTo(ana.toString());
    }

    @Test
    void who_left_no_name_is_called_by_an_address() {
        UUID ana =
                world.meets("shop", "p4", Identity.email("ana.p4@example.org").orElseThrow());

        Document page = html(get("/customers/" + ana + "/erasure"));

        assertThat(page.select(".ec-context").text()).isEqualTo("ana.p4@example.org");
        assertThat(page.select("#known li").eachText()).containsExactly("shop p4 ana.p4@example.org");
    }

    @Test
    void nobody_is_erased_by_one_click() {
        UUID ana = world.meets("shop", "p2");

        MvcTestResult unconfirmed = post(ana, "reason", "LEGAL_DUTY");

        assertThat(unconfirmed).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Document page = html(unconfirmed);
        assertThat(page.select("#confirmed-problem").text()).contains("cannot be undone");
        assertThat(page.select("input[value=LEGAL_DUTY]").hasAttr("checked")).isTrue();
        assertThat(proofs.of(ana)).isEmpty();
        assertThat(post(ana, "confirmed", "yes")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void who_erases_sees_what_was_done_and_where() {
        UUID ana = world.meets("shop", "p3");

        MvcTestResult done = mvc.post()
                .uri("/customers/" + ana + "/erasure")
                .with(SignedIn.as(Role.CX_MANAGER))
                .param("reason", "REQUESTED")
                .param("confirmed", "yes")
                .exchange();
        world.settles();

        UUID erasureId = proofs.of(ana).orElseThrow();
        assertThat(done).hasStatus3xxRedirection().hasRedirectedUrl("/erasures/" + erasureId);
        assertThat(((CustomerErased) world.recorded(erasureId).get(0)).by())
                .isEqualTo(SignedIn.colleague("Ilinca P.", Role.CX_MANAGER).id());
        Document page = html(get("/erasures/" + erasureId));
        assertThat(page.text())
                .contains("Everything has been done.", "The customer has asked for it", ana.toString())
                .contains(proofs.find(erasureId).orElseThrow().hash());
        assertThat(page.select("tbody th").eachText())
                .contains("Keys under which events were encrypted", "List of customers");
        assertThat(page.select("tbody .ec-tag").eachText()).containsOnly("done");
        assertThat(deeds.last("erasure").id()).isEqualTo(erasureId.toString());
        assertThat(get("/customers/" + ana + "/erasure")).hasRedirectedUrl("/erasures/" + erasureId);
    }

    @Test
    void nobody_is_not_found() {
        assertThat(get("/customers/" + Ids.next() + "/erasure")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/erasures/" + Ids.next())).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignedIn.as(Role.ADMIN)).exchange();
    }

    private MvcTestResult post(UUID customerId, String name, String value) {
        return mvc.post()
                .uri("/customers/" + customerId + "/erasure")
                .with(SignedIn.as(Role.ADMIN))
                .param(name, value)
                .exchange();
    }

    private static Document html(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
