package cx.ecou.insight.web.customer;

import cx.ecou.insight.read.customer.CustomerFilter;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.csv.Csv;
import cx.ecou.webshell.problems.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers. All of its state stands in the address. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class CustomerListController {

    private static final int PAGE = 50;

    private final Customers customers;
    private final AuditTrail audit;

    CustomerListController(Customers customers, AuditTrail audit) {
        this.customers = customers;
        this.audit = audit;
    }

    @GetMapping("/customers")
    String list(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Colleague me, Model model) {
        CustomerFilter filter = filter(parameters, model);
        audit.listed("customer", filter.codes());
        String cursor = parameters.get("cursor");
        Place after = cursor == null ? null : Place.parse(cursor).orElse(null);
        Customers.Page page = customers.page(filter, after, PAGE);
        model.addAttribute("me", me);
        model.addAttribute("page", page);
        model.addAttribute("count", page.count());
        model.addAttribute("most", Customers.COUNTED);
        model.addAttribute("view", CustomersView.of(parameters, page.next(), customers));
        return "insight/customers";
    }

    @GetMapping("/customers.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        CustomerFilter filter = CustomerParameters.read(parameters);
        audit.exported("customer", filter.codes());
        try (Csv csv = Csv.download("customers.csv", response)) {
            csv.row(CustomerTable.HEADER);
            customers.forEach(filter, row -> csv.row(CustomerTable.cells(row)));
        }
    }

    /** A filter that cannot be read shows everything, and says so; a link is old more often than evil. */
    private static CustomerFilter filter(Map<String, String> parameters, Model model) {
        try {
            return CustomerParameters.read(parameters);
        } catch (InvalidInput e) {
            model.addAttribute("problems", e.problems());
            return CustomerFilter.NONE;
        }
    }
}
