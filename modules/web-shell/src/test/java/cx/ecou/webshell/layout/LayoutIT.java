package cx.ecou.webshell.layout;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.WebShellTestApplication;
import cx.ecou.webshell.testing.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = WebShellTestApplication.class)
@AutoConfigureMockMvc
class LayoutIT {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({"en,Skip to content", "pl,Przejdź do treści", "cs,Přejít k obsahu", "ro,Salt la conținut"})
    void the_frame_speaks_the_language_of_the_browser(String language, String skip) throws Exception {
        Document page = page("/gallery", language);

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.expectFirst(".ec-skip").text()).isEqualTo(skip);
    }

    private Document page(String path, String language) throws Exception {
        var answer = mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(SignedIn.as(Role.CX_AGENT))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
