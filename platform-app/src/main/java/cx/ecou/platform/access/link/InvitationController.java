package cx.ecou.platform.access.link;

import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.FormCheck;
import cx.ecou.platform.access.account.NewPassword;
import cx.ecou.platform.access.session.Arrivals;
import cx.ecou.webshell.access.PublicRoute;
import cx.ecou.webshell.components.FormProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which somebody chooses a password, behind the link an administrator has handed over. */
@Controller
@PublicRoute
@RequestMapping("/invitation/{token}")
class InvitationController {

    private final OneTimeLinks links;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Arrivals arrivals;

    InvitationController(OneTimeLinks links, Accounts accounts, Invitations invitations, Arrivals arrivals) {
        this.links = links;
        this.accounts = accounts;
        this.invitations = invitations;
        this.arrivals = arrivals;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token) {
        return invited(token)
                .map(account -> form(HttpStatus.OK, account, FormProblems.NONE))
                .orElseGet(LinkPages::usedUp);
    }

    @PostMapping
    ModelAndView accept(
            @PathVariable String token,
            @ModelAttribute NewPassword typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> invited = invited(token);
        if (invited.isEmpty()) {
            return LinkPages.usedUp();
        }
        Account account = invited.get();
        var check = new FormCheck().password(typed, account.email(), account.name());
        if (!check.passed()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, account, check.problems());
        }
        if (!invitations.accept(token, account.id(), typed.password())) {
            return LinkPages.usedUp();
        }
        arrivals.letIn(account.id(), request, response);
        return new ModelAndView("redirect:/");
    }

    private Optional<Account> invited(String token) {
        return links.accountOf(token).flatMap(accounts::account);
    }

    private static ModelAndView form(HttpStatus status, Account account, FormProblems problems) {
        return new ModelAndView("access/invitation", status)
                .addObject("account", account)
                .addObject("problems", problems);
    }
}
