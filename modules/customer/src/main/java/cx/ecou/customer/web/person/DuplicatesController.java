package cx.ecou.customer.web.person;

import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.write.person.Duplicates;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.customer.write.person.PossibleDuplicate;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pairs of customers who may be one, with the reason: a colleague says whether they are. */
@Controller
@RequestMapping("/customers/duplicates")
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT})
class DuplicatesController {

    private static final int SHOWN = 20;
    private static final String HERE = "redirect:/customers/duplicates";

    private final Duplicates duplicates;
    private final Merging merging;
    private final Directory directory;
    private final Decisions decisions;
    private final AuditTrail audit;

    DuplicatesController(
            Duplicates duplicates, Merging merging, Directory directory, Decisions decisions, AuditTrail audit) {
        this.duplicates = duplicates;
        this.merging = merging;
        this.directory = directory;
        this.decisions = decisions;
        this.audit = audit;
    }

    @GetMapping
    String list(Model model) {
        audit.listed("customer", Codes.NONE.with("duplicates", 1));
        List<PossibleDuplicate> open = duplicates.open(SHOWN + 1);
        model.addAttribute("more", open.size() > SHOWN);
        model.addAttribute(
                "pairs", open.stream().limit(SHOWN).map(this::sideBySide).toList());
        return "customer/duplicates";
    }

    private PairView sideBySide(PossibleDuplicate pair) {
        return new PairView(pair, card(pair.customerId()), card(pair.otherId()));
    }

    private PersonCard card(UUID customerId) {
        return new PersonCard(customerId, directory.acquaintances(customerId));
    }

    /** They are one: the second becomes a part of the first. */
    @PostMapping("/merging")
    String merge(
            @RequestParam UUID customerId,
            @RequestParam UUID otherId,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        decisions.carryOut(() -> merging.merge(customerId, otherId, me.id()), "duplicates.merged", after);
        after.addFlashAttribute("undo", "/customers/" + customerId + "/merging");
        return HERE;
    }

    /** They are two: nobody is asked again. */
    @PostMapping("/dismissal")
    String dismiss(
            @RequestParam UUID customerId,
            @RequestParam UUID otherId,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        decisions.carryOut(() -> merging.dismiss(customerId, otherId, me.id()), "duplicates.dismissed", after);
        return HERE;
    }

    /** Nobody knows yet: asked again in a week. */
    @PostMapping("/postponement")
    String putOff(@RequestParam UUID one, @RequestParam UUID other, RedirectAttributes after) {
        duplicates.putOff(one, other);
        after.addFlashAttribute("done", "duplicates.put-off");
        return HERE;
    }
}
