package cx.ecou.webshell.texts;

import cx.ecou.webshell.access.PublicRoute;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Remembers the language somebody chose, in a cookie: from the user menu by {@code POST /language}, on public pages by
 * a link {@code ?lang=pl}.
 */
@Controller
public final class LanguageChoice implements HandlerInterceptor {

    static final String COOKIE = "ecou_lang";
    private static final String PARAMETER = "lang";

    @PublicRoute
    @PostMapping("/language")
    String choose(
            @RequestParam String choice,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language.withTag(choice).ifPresent(language -> remember(language, request, response));
        return "redirect:" + (isOwnPath(back) ? back : "/");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        askedFor(request).ifPresent(language -> remember(language, request, response));
        return true;
    }

    static Optional<Language> askedFor(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Language::withTag);
        } catch (InvalidParameterException e) {
            return Optional.empty(); // the page that says so needs a language too
        }
    }

    /** Answers this browser in that language from now on. */
    public static void remember(Language language, HttpServletRequest request, HttpServletResponse response) {
        write(language.tag(), Duration.ofDays(365), request, response);
    }

    /** Answers this browser as it asks. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    private static void write(String value, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(lasts)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Only a path of ours: neither another site ({@code //host}, {@code /\host}) nor a second header line. */
    private static boolean isOwnPath(String back) {
        return back.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    }
}
