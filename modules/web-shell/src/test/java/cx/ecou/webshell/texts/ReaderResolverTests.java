package cx.ecou.webshell.texts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.mock.web.MockHttpServletRequest;

class ReaderResolverTests {

    private final ReaderResolver resolver = new ReaderResolver();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/inbox");

    @ParameterizedTest(name = "asked {0}, chosen {1}, browser {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ro, pl, cs, ro",
                "-, pl, cs, pl",
                "-, -, cs, cs",
                "-, -, de, en",
                "xx, yy, cs, cs",
                "-, -, -, en",
            })
    void the_address_goes_before_the_choice_and_the_choice_before_the_browser(
            @Nullable String asked, @Nullable String chosen, @Nullable String browser, String language) {
        if (asked != null) {
            request.setParameter("lang", asked);
        }
        if (chosen != null) {
            request.setCookies(new Cookie("ecou_lang", chosen));
        }
        if (browser != null) {
            request.addPreferredLocale(Locale.forLanguageTag(browser));
        }

        assertThat(resolver.resolveLocale(request).toLanguageTag()).isEqualTo(language);
    }

    @Test
    void of_the_wishes_of_a_browser_the_first_that_can_be_met_counts() {
        request.addPreferredLocale(Locale.forLanguageTag("cs-CZ"));
        request.addPreferredLocale(Locale.GERMAN);

        assertThat(resolver.resolveLocale(request)).isEqualTo(Locale.forLanguageTag("cs"));
    }

    @Test
    void the_time_zone_is_the_one_the_browser_left() {
        request.setCookies(new Cookie("ecou_zone", "America/New_York"));

        assertThat(zone()).isEqualTo(TimeZone.getTimeZone("America/New_York"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "../../etc", "GMT+99"})
    void a_time_zone_that_is_none_counts_as_unknown(String written) {
        request.setCookies(new Cookie("ecou_zone", written));

        assertThat(zone()).isNull();
    }

    private @Nullable TimeZone zone() {
        return ((TimeZoneAwareLocaleContext) resolver.resolveLocaleContext(request)).getTimeZone();
    }
}
