package cx.ecou.webshell.assets;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.WebShellTestApplication;
import cx.ecou.webshell.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = WebShellTestApplication.class)
@AutoConfigureMockMvc
class AssetsIT {

    private static final String FOR_A_YEAR = "max-age=31536000, public, immutable";

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatever_a_page_loads_is_there_and_may_be_kept_for_a_year() throws Exception {
        List<String> loaded = loadedBy(page());

        assertThat(loaded)
                .hasSizeGreaterThan(15)
                .allSatisfy(path ->
                        assertThat(mvc.get().uri(path)).as(path).hasStatusOk().hasHeader("Cache-Control", FOR_A_YEAR));
    }

    @Test
    void our_own_files_carry_a_fingerprint_in_front_so_that_they_find_each_other() throws Exception {
        assertThat(loadedBy(page()))
                .filteredOn(path -> path.startsWith("/assets"))
                .isNotEmpty()
                .allMatch(path -> path.matches("/assets/[0-9a-f]{12}/ecou/.*"));
    }

    @Test
    void without_the_fingerprint_a_file_is_asked_for_anew() {
        assertThat(mvc.get().uri("/assets/ecou/css/tokens.css")).hasStatusOk().hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void the_font_has_every_file_that_the_style_sheet_names() throws Exception {
        String root = loadedBy(page()).stream()
                .filter(path -> path.endsWith("/ecou/css/fonts.css"))
                .findFirst()
                .orElseThrow()
                .replace("/ecou/css/fonts.css", "");
        String sheet = read(new ClassPathResource("static/assets/ecou/css/fonts.css"));

        assertThat(matches(sheet, "url\\(\"\\.\\./\\.\\.(/fonts/[^\"]+)\""))
                .hasSize(6)
                .allSatisfy(font -> assertThat(mvc.get().uri(root + font))
                        .as(font)
                        .hasStatusOk()
                        .hasHeader("Content-Type", "font/woff2"));
    }

    @Test
    void every_icon_that_a_component_names_is_in_the_sprite() throws Exception {
        String sprite = read(new ClassPathResource("static/assets/ecou/icons.svg"));

        assertThat(templates()
                        .flatMap(template -> matches(template, "(?:icon|smallIcon)\\('([a-z0-9-]+)'\\)").stream()))
                .isNotEmpty()
                .allSatisfy(icon -> assertThat(sprite).contains("id=\"i-" + icon + "\""));
    }

    @Test
    void no_template_has_anything_inline_that_the_policy_would_block() {
        assertThat(templates())
                .isNotEmpty()
                .allSatisfy(template -> assertThat(template)
                        .doesNotContain("style=", "<style", "javascript:")
                        .doesNotContainPattern("\\son[a-z]+=")
                        .doesNotContainPattern("<script(?![^>]*src)"));
    }

    private Document page() throws Exception {
        return Jsoup.parse(mvc.get()
                .uri("/gallery")
                .with(SignedIn.as(Role.CX_AGENT))
                .exchange()
                .getResponse()
                .getContentAsString());
    }

    private static List<String> loadedBy(Document page) {
        return Stream.of(
                        page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"),
                        page.select("script[src]").eachAttr("src"),
                        page.select("meta[name=ecou-charts], meta[name=ecou-sortable]")
                                .eachAttr("content"))
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<String> templates() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:templates/web-shell/*.html"))
                    .map(AssetsIT::read);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
