package cx.ecou.platform.operations;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.seal.DaySeal;
import cx.ecou.eventstore.seal.Seals;
import cx.ecou.eventstore.seal.Verification;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.components.PageRows;
import cx.ecou.webshell.format.Format;
import java.time.LocalDate;
import java.util.Comparator;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The seals of the days: their hashes, and whether the events of a day are still as they were. */
@Controller
@RequestMapping("/operations/sealed-days")
@AllowedFor(Role.ADMIN)
class SealsController {

    private static final int PAGE = 31;

    private final Seals seals;
    private final Positions positions;
    private final Format format;
    private final AuditTrail audit;

    SealsController(Seals seals, Positions positions, Format format, AuditTrail audit) {
        this.seals = seals;
        this.positions = positions;
        this.format = format;
        this.audit = audit;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        PageRows<DaySeal> rows = PageRows.of(
                seals.days().stream()
                        .filter(seal -> seal.number() < before)
                        .sorted(Comparator.comparing(DaySeal::number).reversed())
                        .toList(),
                PAGE);
        long sealedUpTo = seals.sealedUpTo();
        model.addAttribute("seals", rows.shown());
        model.addAttribute("older", rows.goesOn(DaySeal::number));
        model.addAttribute("sealedUpTo", sealedUpTo);
        model.addAttribute("unsealed", Math.max(0, positions.head() - sealedUpTo));
        return "operations/sealed-days";
    }

    @PostMapping("/{day}/verification")
    String verify(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, RedirectAttributes flash) {
        audit.changed("sealed-day", day.toString(), "verified");
        Verification result = seals.verify(day);
        flash.addFlashAttribute("verifiedDay", format.date(day));
        flash.addFlashAttribute("verified", result.sealed());
        flash.addFlashAttribute("findings", result.findings());
        result.first().values().stream().findFirst().ifPresent(finding -> {
            flash.addFlashAttribute("finding", finding.kind().name());
            flash.addFlashAttribute("findingAt", finding.position());
        });
        return "redirect:/operations/sealed-days";
    }
}
