package cx.ecou.customer.web.person;

import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.read.directory.DirectoryFilter;
import cx.ecou.customer.read.directory.DirectoryRow;
import cx.ecou.customer.write.person.Duplicates;
import cx.ecou.customer.write.person.Merges;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merges a customer with another one by hand, and takes merges back. */
@Controller
@RequestMapping("/customers/{customerId}/merging")
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT})
class MergingController {

    private static final int FOUND = 10;

    private final Directory directory;
    private final Duplicates duplicates;
    private final Merges merges;
    private final Merging merging;
    private final Decisions decisions;
    private final AuditTrail audit;

    MergingController(
            Directory directory,
            Duplicates duplicates,
            Merges merges,
            Merging merging,
            Decisions decisions,
            AuditTrail audit) {
        this.directory = directory;
        this.duplicates = duplicates;
        this.merges = merges;
        this.merging = merging;
        this.decisions = decisions;
        this.audit = audit;
    }

    /** @param q beginnings of words by which the other one is looked for */
    @GetMapping
    String page(@PathVariable UUID customerId, @RequestParam(required = false) @Nullable String q, Model model) {
        PersonCard whole = known(customerId);
        audit.viewed("customer", customerId);
        model.addAttribute("whole", whole);
        model.addAttribute("q", q);
        model.addAttribute("found", found(customerId, q));
        model.addAttribute(
                "pairs",
                duplicates.of(customerId).stream()
                        .map(pair -> new PairView(pair, card(pair.customerId()), card(pair.otherId())))
                        .toList());
        model.addAttribute(
                "merges",
                merges.of(customerId).stream()
                        .map(mergeId -> parting(whole, mergeId))
                        .toList());
        return "customer/merging";
    }

    /** The other one becomes a part of this one. */
    @PostMapping
    String merge(
            @PathVariable UUID customerId,
            @RequestParam UUID otherId,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        decisions.carryOut(() -> merging.merge(customerId, otherId, me.id()), "merging.merged", after);
        return here(customerId);
    }

    /** What will come apart, before it does. */
    @GetMapping("/{mergeId}")
    String parting(@PathVariable UUID customerId, @PathVariable UUID mergeId, Model model) {
        PartingView parting = parting(known(customerId), mergeId);
        audit.viewed("customer", customerId);
        model.addAttribute("parting", parting);
        return "customer/parting";
    }

    @PostMapping("/{mergeId}/undoing")
    String undo(
            @PathVariable UUID customerId,
            @PathVariable UUID mergeId,
            @AuthenticationPrincipal Colleague me,
            RedirectAttributes after) {
        decisions.carryOut(
                () -> {
                    merging.undo(mergeId, me.id());
                    return mergeId;
                },
                "merging.undone",
                after);
        return here(customerId);
    }

    private PartingView parting(PersonCard whole, UUID mergeId) {
        var separated = merges.parting(mergeId).orElseThrow(() -> new NotFound("merge"));
        return new PartingView(mergeId, whole.only(separated, false), whole.only(separated, true));
    }

    private PersonCard known(UUID customerId) {
        PersonCard card = card(customerId);
        if (card.known().isEmpty()) {
            throw new NotFound("customer");
        }
        return card;
    }

    private PersonCard card(UUID customerId) {
        return new PersonCard(customerId, directory.acquaintances(customerId));
    }

    private List<DirectoryRow> found(UUID customerId, @Nullable String q) {
        String words = new FieldChecks(List.of()).searched("q", q);
        return words == null
                ? List.of()
                : directory.page(new DirectoryFilter(words, null), null, FOUND).rows().stream()
                        .filter(row -> !row.customerId().equals(customerId))
                        .toList();
    }

    private static String here(UUID customerId) {
        return "redirect:/customers/" + customerId + "/merging";
    }

    /**
     * A merge and what would come apart without it.
     *
     * @param stays what remains this customer's
     * @param leaves what is somebody else's again
     */
    record PartingView(UUID mergeId, PersonCard stays, PersonCard leaves) {}
}
