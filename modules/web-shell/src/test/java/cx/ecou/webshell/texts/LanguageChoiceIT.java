package cx.ecou.webshell.texts;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.webshell.WebShellTestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = WebShellTestApplication.class)
@AutoConfigureMockMvc
class LanguageChoiceIT {

    @Autowired
    MockMvcTester mvc;

    @Test
    void the_choice_is_kept_for_a_year_and_leads_back_where_it_was_made() {
        MvcTestResult answer = choose("cs", "/inbox?kind=SURVEY");

        assertThat(answer).hasRedirectedUrl("/inbox?kind=SURVEY");
        assertThat(answer.getResponse().getHeader("Set-Cookie"))
                .startsWith("ecou_lang=cs; Path=/; Max-Age=31536000;")
                .endsWith("HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""})
    void it_never_leads_to_another_site(String back) {
        assertThat(choose("cs", back)).hasRedirectedUrl("/");
    }

    @Test
    void a_language_that_ecou_does_not_speak_changes_nothing() {
        assertThat(choose("xx", "/").getResponse().getHeader("Set-Cookie")).isNull();
    }

    @Test
    void a_link_on_a_public_page_is_remembered() {
        assertThat(mvc.get().uri("/gallery/gate?lang=ro"))
                .hasStatusOk()
                .hasHeader("Content-Language", "ro")
                .cookies()
                .hasValue("ecou_lang", "ro");
    }

    private MvcTestResult choose(String language, String back) {
        return mvc.post()
                .uri("/language")
                .param("choice", language)
                .param("back", back)
                .exchange();
    }
}
