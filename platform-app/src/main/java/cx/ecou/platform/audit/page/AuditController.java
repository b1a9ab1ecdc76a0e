package cx.ecou.platform.audit.page;

import cx.ecou.kernel.Role;
import cx.ecou.platform.audit.chain.Entry;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.components.PageRows;
import cx.ecou.webshell.csv.Csv;
import cx.ecou.webshell.format.Format;
import cx.ecou.webshell.problems.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit log, newest first, and as a file. Looking into it is recorded, too. */
@Controller
@AllowedFor(Role.ADMIN)
class AuditController {

    private static final int PAGE = 50;
    private static final String KIND = "audit-log";

    private final AuditEntries entries;
    private final Names names;
    private final Format format;
    private final AuditTrail audit;

    AuditController(AuditEntries entries, Names names, Format format, AuditTrail audit) {
        this.entries = entries;
        this.names = names;
        this.format = format;
        this.audit = audit;
    }

    @GetMapping("/audit")
    ModelAndView list(@ModelAttribute AuditForm form, @RequestParam(required = false) @Nullable Long before) {
        try {
            AuditSearch search = form.search(format.zone());
            audit.listed(KIND, form.codes());
            return page(form, FormProblems.NONE, entries.find(search, before, PAGE + 1))
                    .addObject("before", before);
        } catch (InvalidInput e) {
            return page(form, FormProblems.of(e), List.of());
        }
    }

    @GetMapping("/audit.csv")
    void file(@ModelAttribute AuditForm form, HttpServletResponse response) {
        AuditSearch search = form.search(format.zone());
        audit.exported(KIND, form.codes());
        Names.Known known = names.known();
        try (Csv csv = Csv.download("audit-log.csv", response)) {
            csv.row(AuditTable.HEADER);
            entries.forEach(search, entry -> csv.row(AuditTable.cells(entry, known)));
        }
    }

    private ModelAndView page(AuditForm form, FormProblems problems, List<Entry> found) {
        PageRows<Entry> page = PageRows.of(found, PAGE);
        Names.Known known = names.known();
        return new ModelAndView("audit/log", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("everybody", names.everybody())
                .addObject("actions", names.options("action", entries.actions()))
                .addObject("kinds", names.options("kind", entries.kinds()))
                .addObject(
                        "rows",
                        page.shown().stream()
                                .map(entry -> AuditRow.of(entry, known, names))
                                .toList())
                .addObject("older", page.goesOn(last -> form.before(last.id())));
    }
}
