package cx.ecou.customer.web;

import cx.ecou.customer.write.consent.OwnChoices;
import cx.ecou.customer.write.link.LinkProblem;
import cx.ecou.customer.write.link.OpenedLink;
import cx.ecou.customer.write.link.PreferenceLinks;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.webshell.access.PublicRoute;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A customer's own page, behind a link that was sent to them. Looking at it changes nothing. */
@Controller
@PublicRoute
@RequestMapping("/preferences/{token}")
class PreferencesController {

    /** To be counted up whenever the words on the page change what is agreed to; the language follows. */
    private static final String TEXT_VERSION = "preference-page/1-";

    private final PreferenceLinks links;
    private final OwnChoices choices;
    private final PreferencePages pages;

    PreferencesController(PreferenceLinks links, OwnChoices choices, PreferencePages pages) {
        this.links = links;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token, @RequestParam(required = false) @Nullable String saved) {
        OpenedLink link = links.open(token);
        return link.customerId() == null
                ? closed(link)
                : pages.page(token, link.customerId(), null, FormProblems.NONE).addObject("saved", saved != null);
    }

    @PostMapping
    ModelAndView prefer(@PathVariable String token, @ModelAttribute PreferenceForm form) {
        return change(
                token, form, customerId -> choices.prefer(customerId, before -> form.read(before, pages.today())));
    }

    @PostMapping("/consents")
    ModelAndView choose(@PathVariable String token, @ModelAttribute ConsentForm form) {
        String version = TEXT_VERSION + LocaleContextHolder.getLocale().getLanguage();
        return change(token, null, customerId -> choices.choose(customerId, form.given(), form.withdrawn(), version));
    }

    @PostMapping("/end")
    ModelAndView end(@PathVariable String token) {
        return change(token, null, customerId -> choices.prefer(customerId, before -> before.withMessages(false)));
    }

    @PostMapping("/resumption")
    ModelAndView resume(@PathVariable String token) {
        return change(token, null, customerId -> choices.prefer(customerId, before -> before.withMessages(true)));
    }

    private ModelAndView change(String token, @Nullable PreferenceForm typed, Consumer<UUID> change) {
        OpenedLink link = links.open(token);
        UUID customerId = link.customerId();
        if (customerId == null) {
            return closed(link);
        }
        try {
            Conflicts.settled(() -> {
                change.accept(customerId);
                return customerId;
            });
        } catch (InvalidInput e) {
            return pages.page(token, customerId, typed, FormProblems.of(e));
        }
        return new ModelAndView("redirect:/preferences/" + token + "?saved=yes");
    }

    private static ModelAndView closed(OpenedLink link) {
        return PreferencePages.closed(link.problem() == null ? LinkProblem.UNKNOWN : link.problem());
    }
}
