package cx.ecou.webshell.texts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * For whom an answer is written. Language: the one asked for in the address, else the chosen one, else the browser's.
 * Time zone: the browser's, which {@code zone.js} keeps in a cookie; until then none, and times show in the reporting
 * zone.
 */
final class ReaderResolver implements LocaleContextResolver {

    private static final String ZONE_COOKIE = "ecou_zone";

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(
                resolveLocale(request),
                cookie(request, ZONE_COOKIE).flatMap(ReaderResolver::zone).orElse(null));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return LanguageChoice.askedFor(request)
                .or(() -> cookie(request, LanguageChoice.COOKIE).flatMap(Language::withTag))
                .orElseGet(() -> Language.firstOf(Collections.list(request.getLocales())))
                .locale();
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("a language is chosen with POST /language");
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
    }

    private static Optional<TimeZone> zone(String name) {
        try {
            return Optional.of(TimeZone.getTimeZone(ZoneId.of(name.replace("%2F", "/"))));
        } catch (DateTimeException e) {
            return Optional.empty(); // a cookie somebody has changed: as if there were none
        }
    }
}
