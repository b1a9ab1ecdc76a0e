package cx.ecou.platform.access.administration;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.account.FormCheck;
import cx.ecou.platform.access.key.ApiKey;
import cx.ecou.platform.access.key.ApiKeys;
import cx.ecou.platform.access.key.KnownScopes;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys of integrations, for administrators. A new key is shown once, in the answer that made it. */
@Controller
@RequestMapping("/api-keys")
@AllowedFor(Role.ADMIN)
class KeysController {

    private final ApiKeys keys;
    private final KnownScopes scopes;
    private final Clock clock;

    KeysController(ApiKeys keys, KnownScopes scopes, Clock clock) {
        this.keys = keys;
        this.scopes = scopes;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "keys",
                keys.all().stream().map(key -> KeyRow.of(key, clock.instant())).toList());
        return "access/api-keys";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return newForm(new KeyForm(null, null, null), FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView make(@ModelAttribute KeyForm form, @AuthenticationPrincipal Colleague me) {
        FormCheck check = form.check(scopes.all());
        if (!check.passed()) {
            return newForm(form, check.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return shown(form.name(), keys.make(form.name(), form.scopes(), form.expiryFrom(clock.instant()), me.id()));
        } catch (DomainRuleViolation e) {
            check.wrong("name", "key-name-taken", "this name has a key");
            return newForm(form, check.problems(), HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return one(key(id), FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping("/{id}/rotation")
    ModelAndView rotate(@PathVariable UUID id, @AuthenticationPrincipal Colleague me) {
        ApiKey key = key(id);
        try {
            return shown(key.name(), keys.rotate(id, me.id()));
        } catch (DomainRuleViolation e) {
            var problems = new FormCheck()
                    .wrong("", "two-keys-active", "two keys work")
                    .problems();
            return one(key, problems, HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable UUID id, RedirectAttributes flash) {
        keys.revoke(key(id).id());
        flash.addFlashAttribute("done", "key.revoked");
        return "redirect:/api-keys";
    }

    private ApiKey key(UUID id) {
        return keys.find(id).orElseThrow(() -> new NotFound("key"));
    }

    private static ModelAndView shown(String name, String key) {
        return new ModelAndView("access/api-key-made", HttpStatus.CREATED)
                .addObject("name", name)
                .addObject("key", key);
    }

    private ModelAndView one(ApiKey key, FormProblems problems, HttpStatus status) {
        return new ModelAndView("access/api-key", status)
                .addObject("row", KeyRow.of(key, clock.instant()))
                .addObject("problems", problems);
    }

    private ModelAndView newForm(KeyForm form, FormProblems problems, HttpStatus status) {
        return new ModelAndView("access/api-key-new", status)
                .addObject("form", form)
                .addObject("scopes", scopes.all())
                .addObject("problems", problems);
    }
}
