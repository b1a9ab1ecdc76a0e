package cx.ecou.customer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.customer.World;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@EcouTest
@AutoConfigureMockMvc
class ExportPagesIT {

    private static final RequestPostProcessor ILINCA = SignedIn.as(Role.CX_MANAGER);
    private static final RequestPostProcessor KEY = SignedIn.withScopes("customer:export");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    RecordedDeeds deeds;

    @Autowired
    JdbcClient database;

    @Test
    void a_colleague_asks_for_it_and_is_shown_the_link_once() throws UnsupportedEncodingException {
        UUID ana = world.meets("shop", "ep-1");
        String page = "/customers/" + ana + "/exports";

        Document made = document(mvc.post().uri(page).with(ILINCA).exchange(), 201);

        String link = made.select("#hand-over").text();
        assertThat(link).matches("http://.*/exports/[\\w-]{22}");
        Document again = document(mvc.get().uri(page).with(ILINCA).exchange(), 200);
        assertThat(again.select("#hand-over")).isEmpty();
        assertThat(again.select("tbody tr")).hasSize(1);
        assertThat(again.html()).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
        assertThat(deeds.last("customer-export").action()).isEqualTo("made");
    }

    @Test
    void whoever_has_the_link_fetches_the_file_without_an_account() throws UnsupportedEncodingException {
        String path = link(world.meets("shop", "ep-2"));
        awaitReady(path);

        MvcTestResult file = mvc.get().uri(path + "/archive").exchange();

        assertThat(file)
                .hasStatusOk()
                .hasContentType("application/zip")
                .headers()
                .hasValue(
                        "Content-Disposition",
                        "attachment; filename=\"personal-data.zip\"; filename*=UTF-8''personal-data.zip")
                .hasValue("Cache-Control", "no-store");
        assertThat(file.getResponse().getContentAsByteArray()).startsWith('P', 'K');
        assertThat(deeds.last("customer-export").action()).isEqualTo("exported");
    }

    @Test
    void a_link_that_is_over_or_was_never_made_says_so() throws UnsupportedEncodingException {
        UUID ana = world.meets("shop", "ep-3");
        String path = link(ana);
        awaitReady(path);
        database.sql("update customer.export set expires_at = now() - interval '1 minute' where customer_id = ?")
                .param(ana)
                .update();

        assertThat(document(mvc.get().uri(path).exchange(), 410).select("h1").text())
                .isEqualTo("This link has expired");
        document(mvc.get().uri(path + "/archive").exchange(), 410);
        assertThat(document(mvc.get().uri("/exports/nonsense").exchange(), 404)
                        .select("h1")
                        .text())
                .isEqualTo("This link opens nothing");
        document(mvc.get().uri("/exports/nonsense/archive").exchange(), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "en, This link opens nothing",
        "pl, Ten link nic nie otwiera",
        "cs, Tento odkaz nic neotevírá",
        "ro, Acest link nu deschide nimic"
    })
    void it_speaks_the_language_of_the_customer(String language, String title) throws UnsupportedEncodingException {
        assertThat(document(mvc.get().uri("/exports/nonsense?lang=" + language).exchange(), 404)
                        .select("h1")
                        .text())
                .isEqualTo(title);
    }

    @Test
    void a_program_asks_and_looks_how_far_it_is() {
        world.meets("shop", "ep-5");

        MvcTestResult asked =
                mvc.post().uri("/api/v1/customers/shop/ep-5/exports").with(KEY).exchange();

        assertThat(asked)
                .hasStatus(202)
                .bodyJson()
                .extractingPath("address")
                .asString()
                .contains("/exports/");
        String location = String.valueOf(asked.getResponse().getHeader("Location"));
        assertThat(location).startsWith("/api/v1/customers/shop/ep-5/exports/");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mvc.get().uri(location).with(KEY))
                        .hasStatusOk()
                        .bodyJson()
                        .extractingPath("state")
                        .isEqualTo("READY"));
        assertThat(mvc.get().uri(location)).hasStatus(401);
    }

    @Test
    void what_does_not_fit_is_named() {
        world.meets("shop", "ep-6");
        UUID erased = world.meets("shop", "ep-7");
        world.erases(erased);

        assertThat(mvc.post().uri("/api/v1/customers/shop/ep-nobody/exports").with(KEY))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/api/v1/customers/shop/ep-6/exports/" + Ids.next())
                        .with(KEY))
                .hasStatus(404);
        assertThat(mvc.post().uri("/api/v1/customers/shop/ep-7/exports").with(KEY))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/customer.erased");
        assertThat(mvc.get().uri("/customers/" + Ids.next() + "/exports").with(ILINCA))
                .hasStatus(404);
        assertThat(mvc.get().uri("/customers/" + erased + "/exports").with(SignedIn.as(Role.CX_AGENT)))
                .hasStatus(403);
    }

    @Test
    void an_export_of_somebody_else_is_not_found_under_this_key() {
        world.meets("shop", "ep-8");
        world.meets("shop", "ep-9");
        MvcTestResult asked =
                mvc.post().uri("/api/v1/customers/shop/ep-8/exports").with(KEY).exchange();
        String location = String.valueOf(asked.getResponse().getHeader("Location"));

        assertThat(mvc.get().uri(location.replace("ep-8", "ep-9")).with(KEY)).hasStatus(404);
    }

    private void awaitReady(String path) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> document(mvc.get().uri(path).exchange(), 200)
                        .select("#export")
                        .attr("data-state")
                        .equals("READY"));
    }

    private String link(UUID customerId) throws UnsupportedEncodingException {
        Document made = document(
                mvc.post()
                        .uri("/customers/" + customerId + "/exports")
                        .with(ILINCA)
                        .exchange(),
                201);
        return URI.create(made.select("#hand-over").text()).getPath();
    }

    private static Document document(MvcTestResult answer, int status) throws UnsupportedEncodingException {
        assertThat(answer).hasStatus(status);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
