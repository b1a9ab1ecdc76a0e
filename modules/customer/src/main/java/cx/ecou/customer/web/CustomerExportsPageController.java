package cx.ecou.customer.web;

import cx.ecou.customer.write.export.ExportLink;
import cx.ecou.customer.write.export.Exports;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.access.PublicAddress;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a colleague asks for all that is known of one person, and gets the link to hand over. */
@Controller
@RequestMapping("/customers/{customerId}/exports")
@AllowedFor({Role.ADMIN, Role.CX_MANAGER})
class CustomerExportsPageController {

    private final Exports exports;
    private final PublicAddress address;
    private final AuditTrail audit;

    CustomerExportsPageController(Exports exports, PublicAddress address, AuditTrail audit) {
        this.exports = exports;
        this.address = address;
        this.audit = audit;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID customerId) {
        return page(customerId, null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView request(@PathVariable UUID customerId, HttpServletRequest request) {
        ExportLink made = exports.request(customerId);
        audit.changed("customer-export", made.export().exportId(), "made");
        return page(customerId, address.link(request, made.path()), HttpStatus.CREATED);
    }

    /** @param link of an export that was asked for just now; it is shown once */
    private ModelAndView page(UUID customerId, @Nullable String link, HttpStatus status) {
        try {
            return new ModelAndView("customer/exports", status)
                    .addObject("customerId", customerId)
                    .addObject("exports", exports.of(customerId))
                    .addObject("link", link);
        } catch (DomainRuleViolation e) {
            throw e.code().equals("customer.unknown") ? new NotFound("customer") : e;
        }
    }
}
