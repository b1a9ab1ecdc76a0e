package cx.ecou.customer.web;

import cx.ecou.customer.read.directory.Acquaintance;
import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.read.erasure.ErasureProof;
import cx.ecou.customer.read.erasure.ErasureProofs;
import cx.ecou.customer.write.erasure.Erasing;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Erasing a customer: first it is said what will happen, afterwards what has happened. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER})
class ErasureController {

    private final Erasing erasing;
    private final ErasureProofs proofs;
    private final Directory directory;
    private final ErasurePages pages;
    private final AuditTrail audit;

    ErasureController(
            Erasing erasing, ErasureProofs proofs, Directory directory, ErasurePages pages, AuditTrail audit) {
        this.erasing = erasing;
        this.proofs = proofs;
        this.directory = directory;
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping("/customers/{customerId}/erasure")
    ModelAndView ask(@PathVariable UUID customerId) {
        Optional<UUID> erased = proofs.of(customerId);
        return erased.isPresent()
                ? proof(erased.get())
                : form(customerId, ErasureForm.BLANK, FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping("/customers/{customerId}/erasure")
    ModelAndView erase(
            @PathVariable UUID customerId, @AuthenticationPrincipal Colleague me, @ModelAttribute ErasureForm form) {
        try {
            return proof(erasing.erase(customerId, form.read(), me.id()));
        } catch (InvalidInput e) {
            return form(customerId, form, FormProblems.of(e), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (DomainRuleViolation e) {
            return refused(customerId, form, e);
        }
    }

    /** What passes by itself is said on the form; the rest is nobody's to mend. */
    private ModelAndView refused(UUID customerId, ErasureForm form, DomainRuleViolation broken) {
        if ("customer.unknown".equals(broken.code())) {
            throw broken;
        }
        var problem = new FieldProblem("", "erasure.too-early", "Nothing has been erased yet. Try again in a moment.");
        return form(customerId, form, new FormProblems(List.of(problem)), HttpStatus.CONFLICT);
    }

    private ModelAndView form(UUID customerId, ErasureForm form, FormProblems problems, HttpStatus status) {
        List<Acquaintance> known = directory.acquaintances(customerId);
        if (known.isEmpty()) {
            throw new NotFound("customer");
        }
        audit.viewed("customer", customerId);
        return pages.ask(customerId, known, form, problems, status);
    }

    private static ModelAndView proof(UUID erasureId) {
        return new ModelAndView("redirect:/erasures/" + erasureId);
    }

    @GetMapping("/erasures/{erasureId}")
    ModelAndView show(@PathVariable UUID erasureId) {
        ErasureProof proof = proofs.find(erasureId).orElseThrow(() -> new NotFound("erasure"));
        audit.viewed("erasure", erasureId);
        return pages.show(proof);
    }
}
