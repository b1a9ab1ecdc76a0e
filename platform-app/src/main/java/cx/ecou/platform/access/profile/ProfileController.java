package cx.ecou.platform.access.profile;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.FormCheck;
import cx.ecou.platform.access.account.NewPassword;
import cx.ecou.platform.access.session.Arrivals;
import cx.ecou.platform.access.session.SignedIn;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.texts.Language;
import cx.ecou.webshell.texts.LanguageChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account. A new password ends one's sessions everywhere else. */
@Controller
@RequestMapping("/profile")
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class ProfileController {

    private static final String AGAIN = "redirect:/profile";

    private final Accounts accounts;
    private final OwnPassword password;
    private final Arrivals arrivals;

    ProfileController(Accounts accounts, OwnPassword password, Arrivals arrivals) {
        this.accounts = accounts;
        this.password = password;
        this.arrivals = arrivals;
    }

    @GetMapping
    ModelAndView page(SignedIn me) {
        return page(me.account(), FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView change(
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean available,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var check = new FormCheck().name("name", name.strip());
        if (!check.passed()) {
            return page(me.account(), check.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<Language> spoken = Language.withTag(language);
        Locale locale = spoken.map(Language::locale).orElse(null);
        accounts.changeProfile(me.account().id(), name.strip(), locale, available);
        spoken.ifPresentOrElse(
                chosen -> LanguageChoice.remember(chosen, request, response),
                () -> LanguageChoice.forget(request, response));
        return again(flash, "profile.changed");
    }

    @PostMapping("/password")
    ModelAndView changePassword(
            SignedIn me,
            @RequestParam(defaultValue = "") String current,
            @ModelAttribute NewPassword typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Account account = me.account();
        FormCheck check = password.change(account, current, typed, request.getRemoteAddr());
        if (!check.passed()) {
            return page(account, check.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        arrivals.letIn(account.id(), request, response);
        return again(flash, "profile.password-changed");
    }

    private static ModelAndView again(RedirectAttributes flash, String done) {
        flash.addFlashAttribute("done", done);
        return new ModelAndView(AGAIN);
    }

    private static ModelAndView page(Account account, FormProblems problems, HttpStatus status) {
        Locale language = account.language();
        return new ModelAndView("access/profile", status)
                .addObject("account", account)
                .addObject("language", language == null ? "" : language.getLanguage())
                .addObject("problems", problems);
    }
}
