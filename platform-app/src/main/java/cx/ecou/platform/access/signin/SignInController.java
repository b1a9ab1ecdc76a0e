package cx.ecou.platform.access.signin;

import cx.ecou.platform.access.session.Arrivals;
import cx.ecou.platform.access.session.NextPage;
import cx.ecou.platform.access.session.SignedIn;
import cx.ecou.webshell.access.PublicRoute;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page and the way out. */
@Controller
@PublicRoute
class SignInController {

    private static final int A_MINUTE = 60;

    private final SignIn signIn;
    private final Arrivals arrivals;
    private final TurnedAway turnedAway;

    SignInController(SignIn signIn, Arrivals arrivals, TurnedAway turnedAway) {
        this.signIn = signIn;
        this.arrivals = arrivals;
        this.turnedAway = turnedAway;
    }

    @GetMapping("/sign-in")
    ModelAndView page(@RequestParam(required = false) @Nullable String next) {
        return SignedIn.current().isPresent()
                ? new ModelAndView("redirect:" + NextPage.of(next))
                : page(HttpStatus.OK, "", next);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String email = username.strip();
        SignIn.Answer answer = signIn.attempt(email, password, request.getRemoteAddr());
        if (answer instanceof SignIn.Welcome welcome) {
            arrivals.letIn(welcome.accountId(), request, response);
            return new ModelAndView("redirect:" + NextPage.of(next));
        }
        turnedAway.record(answer, email, request.getRemoteAddr());
        if (answer instanceof SignIn.Paused paused) {
            long seconds = Math.max(1, paused.pause().toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return page(HttpStatus.TOO_MANY_REQUESTS, email, next)
                    .addObject("minutes", (seconds + A_MINUTE - 1) / A_MINUTE);
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, email, next).addObject("left", ((SignIn.Wrong) answer).left());
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        arrivals.seeOff(request, response);
        return "redirect:/sign-in";
    }

    private static ModelAndView page(HttpStatus status, String email, @Nullable String next) {
        return new ModelAndView("access/sign-in", status)
                .addObject("email", email)
                .addObject("next", NextPage.of(next));
    }
}
