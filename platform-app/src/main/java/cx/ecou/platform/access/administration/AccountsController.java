package cx.ecou.platform.access.administration;

import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.FormCheck;
import cx.ecou.platform.access.link.OneTimeLinks;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.access.PublicAddress;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts, for administrators. There is no mail yet: the link to choose a password is handed over by them. */
@Controller
@RequestMapping("/accounts")
@AllowedFor(Role.ADMIN)
class AccountsController {

    private static final String BACK_TO_LIST = "redirect:/accounts";

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final PublicAddress address;

    AccountsController(Accounts accounts, OneTimeLinks links, PublicAddress address) {
        this.accounts = accounts;
        this.links = links;
        this.address = address;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", accounts.everybody());
        return "access/accounts";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return newForm(AccountForm.NEW, FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(@ModelAttribute AccountForm form, HttpServletRequest request) {
        FormCheck check = form.check().email("email", form.email());
        if (!check.passed()) {
            return newForm(form, check.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            Role role = form.chosenRole().orElseThrow();
            UUID id = accounts.add(form.email(), form.name(), role, form.touchpointSet());
            return link(account(id), request, HttpStatus.CREATED);
        } catch (DuplicateKeyException e) {
            check.wrong("email", "email-taken", "this e-mail has an account");
            return newForm(form, check.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    ModelAndView edit(@PathVariable UUID id) {
        Account account = account(id);
        return editForm(account, AccountForm.of(account), FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, @ModelAttribute AccountForm form, RedirectAttributes flash) {
        Account account = account(id);
        FormCheck check = form.check();
        if (!check.passed()) {
            return editForm(account, form, check.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return unlessLastAdministrator(
                account,
                flash,
                "account.changed",
                () -> accounts.change(
                        id, form.name(), form.chosenRole().orElseThrow(), form.touchpointSet(), form.available()));
    }

    @PostMapping("/{id}/link")
    ModelAndView newLink(@PathVariable UUID id, HttpServletRequest request) {
        return link(account(id), request, HttpStatus.CREATED);
    }

    @PostMapping("/{id}/closing")
    ModelAndView close(@PathVariable UUID id, RedirectAttributes flash) {
        return unlessLastAdministrator(account(id), flash, "account.closed", () -> accounts.close(id));
    }

    @PostMapping("/{id}/reopening")
    String reopen(@PathVariable UUID id, RedirectAttributes flash) {
        accounts.reopen(account(id).id());
        flash.addFlashAttribute("done", "account.reopened");
        return BACK_TO_LIST;
    }

    private ModelAndView unlessLastAdministrator(
            Account account, RedirectAttributes flash, String done, Runnable change) {
        try {
            change.run();
        } catch (DomainRuleViolation e) {
            FormProblems problems = new FormCheck()
                    .wrong("role", "last-admin", "the last administrator")
                    .problems();
            return editForm(account, AccountForm.of(account), problems, HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute("done", done);
        return new ModelAndView(BACK_TO_LIST);
    }

    private Account account(UUID id) {
        Optional<Account> account = accounts.account(id);
        return account.orElseThrow(() -> new NotFound("account"));
    }

    private ModelAndView link(Account account, HttpServletRequest request, HttpStatus status) {
        String link = address.link(request, "/invitation/" + links.forPassword(account.id()));
        return new ModelAndView("access/account-link", status)
                .addObject("account", account)
                .addObject("link", link);
    }

    private static ModelAndView newForm(AccountForm form, FormProblems problems, HttpStatus status) {
        return new ModelAndView("access/account-new", status)
                .addObject("form", form)
                .addObject("problems", problems);
    }

    private static ModelAndView editForm(Account account, AccountForm form, FormProblems problems, HttpStatus status) {
        return new ModelAndView("access/account-edit", status)
                .addObject("account", account)
                .addObject("form", form)
                .addObject("problems", problems);
    }
}
