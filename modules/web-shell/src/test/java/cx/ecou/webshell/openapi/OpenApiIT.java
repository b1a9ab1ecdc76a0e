package cx.ecou.webshell.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.WebShellTestApplication;
import cx.ecou.webshell.testing.SignedIn;
import cx.ecou.webshell.testing.TextCompleteness;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = WebShellTestApplication.class)
@AutoConfigureMockMvc
class OpenApiIT {

    @Autowired
    MockMvcTester mvc;

    @Test
    void anybody_can_read_the_document() {
        var answer = mvc.get().uri("/api/v1/openapi.json").exchange();

        assertThat(answer).hasStatusOk().hasContentType("application/json");
        assertThat(answer).bodyJson().extractingPath("openapi").isEqualTo("3.1.0");
        assertThat(answer)
                .bodyJson()
                .extractingPath("paths['/api/v1/openapi.json'].get.operationId")
                .isEqualTo("describe");
    }

    @Test
    void the_page_shows_every_operation_in_its_chapter() throws Exception {
        var answer = mvc.get()
                .uri("/developers")
                .header("Accept-Language", "pl")
                .with(SignedIn.as(Role.ADMIN))
                .exchange();

        assertThat(answer).hasStatusOk();
        Document page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.expectFirst("h1").text()).isEqualTo("Dla programistów");
        assertThat(page.expectFirst("#describe .ec-developers-route").text()).isEqualTo("GET /api/v1/openapi.json");
        assertThat(page.expectFirst("#describe").text()).contains("Nie wymaga klucza.");
        assertThat(page.expectFirst("a[aria-current=page]").attr("href")).isEqualTo("/developers");
    }

    @Test
    void a_stranger_may_read_the_page_too() {
        assertThat(mvc.get().uri("/developers").exchange()).hasStatusOk();
    }

    @Test
    void the_texts_are_complete_in_every_language() {
        TextCompleteness.of("texts/openapi/messages").check();
    }
}
