package cx.ecou.insight.web.customer;

import cx.ecou.insight.read.customer.Customers;
import cx.ecou.insight.read.customer.TimelinePlace;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.NotFound;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything about one customer in one place. The id of somebody who was merged leads to who they are now. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class CustomerPageController {

    private final Customers customers;
    private final CustomerPages pages;
    private final AuditTrail audit;

    CustomerPageController(Customers customers, CustomerPages pages, AuditTrail audit) {
        this.customers = customers;
        this.pages = pages;
        this.audit = audit;
    }

    /**
     * @param before the place from which the story is told on; without it, or when it is none of ours, from now
     * @param metric whose scores are drawn; without it the one that was asked for most
     */
    @GetMapping("/customers/{customerId}")
    String one(
            @PathVariable UUID customerId,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String metric,
            @AuthenticationPrincipal Colleague me,
            Model model) {
        UUID whole = customers.whoseIs(customerId).orElseThrow(() -> new NotFound("customer"));
        if (!whole.equals(customerId)) {
            return "redirect:/customers/" + whole;
        }
        audit.viewed("customer", customerId);
        TimelinePlace after =
                before == null ? null : TimelinePlace.parse(before).orElse(null);
        model.addAttribute("view", pages.of(customerId, me.role(), after, metric(metric)));
        model.addAttribute("me", me);
        return "insight/customer";
    }

    @GetMapping("/customers/by-case/{caseId}")
    String ofCase(@PathVariable UUID caseId) {
        return "redirect:/customers/" + customers.whoseIsCase(caseId).orElseThrow(() -> new NotFound("customer"));
    }

    private static @Nullable Metric metric(@Nullable String name) {
        return Arrays.stream(Metric.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
