package cx.ecou.webshell.layout;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.WebShellTestApplication;
import cx.ecou.webshell.testing.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = {WebShellTestApplication.class, LayoutIT.ADemonstration.class})
@AutoConfigureMockMvc
class LayoutIT {

    @TestConfiguration
    static class ADemonstration {

        @Bean
        Banner demonstration() {
            return new Banner("sample.banner");
        }
    }

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({"en,Skip to content", "pl,Przejdź do treści", "cs,Přejít k obsahu", "ro,Salt la conținut"})
    void the_frame_speaks_the_language_of_the_browser(String language, String skip) throws Exception {
        Document page = page("/gallery", language, Role.CX_AGENT);

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.expectFirst(".ec-skip").text()).isEqualTo(skip);
    }

    @Test
    void the_title_names_the_page_first() throws Exception {
        assertThat(page("/gallery", "en", Role.CX_AGENT).title()).isEqualTo("States · Ecou");
    }

    @Test
    void the_page_one_is_on_is_marked_in_the_menu_and_in_the_bottom_bar() throws Exception {
        Document page = page("/gallery", "en", Role.CX_AGENT);

        assertThat(page.select(".ec-nav [aria-current=page]").text()).startsWith("Inbox");
        assertThat(page.select(".ec-bottombar [aria-current=page]").text()).isEqualTo("Inbox");
    }

    @Test
    void work_that_waits_is_counted_beside_its_entry_and_said_in_words() throws Exception {
        Document page = page("/gallery", "pl", Role.CX_AGENT);

        assertThat(page.select(".ec-nav [data-go=inbox] .ec-count").text()).isEqualTo("38 38 czeka");
        assertThat(page.select(".ec-nav [data-go=dashboard] .ec-count")).isEmpty();
    }

    @Test
    void an_entry_for_administrators_is_not_shown_to_an_agent() throws Exception {
        assertThat(page("/gallery", "en", Role.CX_AGENT).select(".ec-nav [data-go=settings]"))
                .isEmpty();
        assertThat(page("/gallery", "en", Role.ADMIN).select(".ec-nav [data-go=settings]"))
                .hasSize(1);
    }

    @Test
    void the_readers_own_menu_has_name_role_languages_and_the_way_out() throws Exception {
        Document page = page("/gallery", "cs", Role.CX_AGENT);

        assertThat(page.select("#ec-me .ec-pop-who").text()).isEqualTo("Ilinca P. Pracovník CX");
        assertThat(page.select("#ec-me button[name=choice]").eachAttr("value")).containsExactly("en", "pl", "cs", "ro");
        assertThat(page.select("#ec-me button[aria-current]").attr("value")).isEqualTo("cs");
        assertThat(page.select("#ec-me form[action=/sign-out]").attr("method")).isEqualTo("post");
    }

    @Test
    void a_banner_stands_on_every_page_before_and_behind_the_door() throws Exception {
        assertThat(page("/gallery", "en", Role.CX_AGENT).select(".ec-banner").text())
                .isEqualTo("This is a demonstration.");
        assertThat(page("/gallery/gate", "en", Role.CX_AGENT)
                        .select(".ec-banner")
                        .text())
                .isEqualTo("This is a demonstration.");
    }

    @Test
    void the_gate_offers_every_language_in_its_own_words() throws Exception {
        Document gate = page("/gallery/gate", "en", Role.CX_AGENT);

        assertThat(gate.select(".ec-langs a").eachText()).containsExactly("English", "Polski", "Čeština", "Română");
        assertThat(gate.select(".ec-langs a").eachAttr("lang")).containsExactly("en", "pl", "cs", "ro");
        assertThat(gate.select(".ec-nav")).isEmpty();
    }

    @Test
    void htmx_may_not_run_code_that_comes_with_an_answer() throws Exception {
        assertThat(page("/gallery", "en", Role.CX_AGENT)
                        .expectFirst("meta[name=htmx-config]")
                        .attr("content"))
                .contains(
                        "\"allowEval\":false",
                        "\"allowScriptTags\":false",
                        "\"includeIndicatorStyles\":false",
                        "\"selfRequestsOnly\":true",
                        "{\"code\":\"422\",\"swap\":true}");
    }

    private Document page(String path, String language, Role role) throws Exception {
        var answer = mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(SignedIn.as(role))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
