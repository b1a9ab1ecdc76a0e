package cx.ecou.platform.operations;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.ledger.Check;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.rebuild.Rebuilds;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.NotFound;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether every processor has met each event that there is for it, once. */
@Controller
@RequestMapping("/operations/ledger")
@AllowedFor(Role.ADMIN)
class LedgerController {

    private final Ledger ledger;
    private final Rebuilds rebuilds;
    private final AuditTrail audit;

    LedgerController(Ledger ledger, Rebuilds rebuilds, AuditTrail audit) {
        this.ledger = ledger;
        this.rebuilds = rebuilds;
        this.audit = audit;
    }

    @GetMapping
    String entries(Model model) {
        Map<String, Check> checks =
                ledger.checks().stream().collect(Collectors.toMap(Check::processor, Function.identity()));
        Set<String> rebuildable =
                rebuilds.readModels().stream().map(ReadModel::processingGroup).collect(Collectors.toSet());
        model.addAttribute(
                "rows",
                ledger.entries().stream()
                        .map(entry -> new LedgerRow(
                                entry, checks.get(entry.processor()), rebuildable.contains(entry.processor())))
                        .toList());
        return "operations/ledger";
    }

    @PostMapping("/new-count")
    String beginAnew(@RequestParam String processor, RedirectAttributes flash) {
        if (!ledger.beginAnew(processor)) {
            throw new NotFound("processor");
        }
        audit.changed("ledger", processor, "begun-anew");
        flash.addFlashAttribute("done", "ledger.begun-anew");
        return "redirect:/operations/ledger";
    }
}
