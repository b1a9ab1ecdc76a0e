package cx.ecou.platform.access.link;

import cx.ecou.platform.access.account.FormCheck;
import cx.ecou.platform.access.account.NewPassword;
import cx.ecou.platform.access.session.Arrivals;
import cx.ecou.webshell.access.PublicRoute;
import cx.ecou.webshell.components.FormProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the set-up link of the console. */
@Controller
@PublicRoute
@RequestMapping("/set-up/{token}")
class SetUpController {

    private final FirstAdministrator first;
    private final Arrivals arrivals;

    SetUpController(FirstAdministrator first, Arrivals arrivals) {
        this.first = first;
        this.arrivals = arrivals;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token) {
        return first.mayBeSetUpBy(token) ? form(HttpStatus.OK, "", "", FormProblems.NONE) : LinkPages.usedUp();
    }

    @PostMapping
    ModelAndView setUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute NewPassword typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var check = new FormCheck()
                .email("email", email.strip())
                .name("name", name.strip())
                .password(typed, email, name);
        if (!check.passed()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, email, name, check.problems());
        }
        Optional<UUID> account = first.setUp(token, email.strip(), name.strip(), typed.password());
        account.ifPresent(id -> arrivals.letIn(id, request, response));
        return account.isPresent() ? new ModelAndView("redirect:/") : LinkPages.usedUp();
    }

    private static ModelAndView form(HttpStatus status, String email, String name, FormProblems problems) {
        return new ModelAndView("access/set-up", status)
                .addObject("email", email)
                .addObject("name", name)
                .addObject("problems", problems);
    }
}
