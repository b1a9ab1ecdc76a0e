package cx.ecou.customer.web.company;

import cx.ecou.customer.read.account.AccountDirectory;
import cx.ecou.customer.read.account.AccountPeople;
import cx.ecou.customer.read.account.AccountRow;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.components.PageAddress;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Companies and their people. A cursor that is none of ours shows the beginning: a link is old more often than evil. */
@Controller
@RequestMapping("/companies")
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class CompaniesController {

    private static final String KIND = "company";
    private static final int SHOWN = 50;

    private final AccountDirectory companies;
    private final AccountPeople people;
    private final AuditTrail audit;

    CompaniesController(AccountDirectory companies, AccountPeople people, AuditTrail audit) {
        this.companies = companies;
        this.people = people;
        this.audit = audit;
    }

    /** @param q beginnings of words in name and key */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String words = new FieldChecks(List.of()).searched("q", q);
        audit.listed(KIND, Codes.NONE.typed("q", words));
        UUID after = cursor == null ? null : companies.place(cursor).orElse(null);
        AccountDirectory.Page page = companies.page(words, after, SHOWN);
        model.addAttribute("companies", page.rows());
        model.addAttribute("q", words);
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : next("/companies", words, page.next().toString()));
        return "customer/companies";
    }

    @GetMapping("/{accountId}")
    String one(@PathVariable UUID accountId, @RequestParam(required = false) @Nullable String cursor, Model model) {
        AccountRow company = companies.find(accountId).orElseThrow(() -> new NotFound(KIND));
        audit.viewed(KIND, accountId);
        Place after = cursor == null ? null : Place.parse(cursor).orElse(null);
        AccountPeople.Page page = people.page(company, after, SHOWN);
        model.addAttribute("company", company);
        model.addAttribute("people", page.people());
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : next("/companies/" + accountId, null, page.next().cursor()));
        return "customer/company";
    }

    private static String next(String path, @Nullable String words, String cursor) {
        return PageAddress.of(path).with("q", words).with("cursor", cursor).toString();
    }
}
