package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.FeedbackImport;
import cx.ecou.feedback.write.imports.ImportStatus;
import cx.ecou.feedback.write.imports.Imports;
import cx.ecou.feedback.write.imports.RejectedCsv;
import cx.ecou.feedback.write.imports.RejectedRow;
import cx.ecou.feedback.write.imports.RejectedRows;
import cx.ecou.feedback.write.imports.SavedMappings;
import cx.ecou.feedback.write.imports.Uploads;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.csv.Csv;
import cx.ecou.webshell.problems.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports for people: all of them, a new one, and one on its way. The step between, its columns, has pages of its own. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER})
class ImportPages {

    private static final String KIND = "import";
    private static final int SHOWN = 50;
    private static final int REJECTED_SHOWN = 20;

    private final Imports imports;
    private final Uploads uploads;
    private final RejectedRows rejectedRows;
    private final RejectedCsv rejectedCsv;
    private final AuditTrail audit;
    private final SavedMappings mappings;
    private final ImportSteps steps;
    private final Clock clock;

    ImportPages(
            Imports imports,
            Uploads uploads,
            RejectedRows rejectedRows,
            RejectedCsv rejectedCsv,
            SavedMappings mappings,
            ImportSteps steps,
            Clock clock,
            AuditTrail audit) {
        this.imports = imports;
        this.uploads = uploads;
        this.rejectedRows = rejectedRows;
        this.rejectedCsv = rejectedCsv;
        this.audit = audit;
        this.mappings = mappings;
        this.steps = steps;
        this.clock = clock;
    }

    @GetMapping("/imports")
    String list(Model model) {
        model.addAttribute("imports", imports.newest(null, SHOWN));
        model.addAttribute("mappings", mappings.all());
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.NONE);
        }
        return "feedback/imports";
    }

    @PostMapping("/imports")
    String upload(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Colleague me,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            UUID importId = uploads.store(name, content, null, me);
            audit.changed(KIND, importId, "uploaded");
            return "redirect:/imports/" + importId + "/columns";
        } catch (InvalidInput e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", FormProblems.of(e));
            return list(model);
        }
    }

    @GetMapping("/imports/{importId}")
    String one(@PathVariable UUID importId, Model model) {
        FeedbackImport imported = imports.get(importId);
        if (imported.status() == ImportStatus.UPLOADED) {
            return "redirect:/imports/" + importId + "/columns";
        }
        model.addAttribute("imported", imported);
        model.addAttribute("steps", steps.of(imported));
        List<RejectedRow> rejected = rejectedRows.first(importId, REJECTED_SHOWN);
        model.addAttribute("rejectedLines", RejectedLine.of(imported, rejected));
        model.addAttribute("rejectedShown", rejected.size());
        model.addAttribute("left", ImportProgress.left(imported, clock.instant()));
        return "feedback/import";
    }

    /** The same again while it goes on, asked for by the page itself. */
    @GetMapping("/imports/{importId}/progress")
    String progress(@PathVariable UUID importId, Model model, HttpServletResponse response) {
        String page = one(importId, model);
        if (!page.startsWith("feedback/")) {
            response.setHeader("HX-Redirect", "/imports/" + importId + "/columns");
            return "feedback/import :: nothing";
        }
        return page + " :: state";
    }

    @PostMapping("/imports/{importId}/start")
    String start(@PathVariable UUID importId) {
        Mapping mapping = imports.get(importId).mapping();
        if (mapping == null) {
            throw new DomainRuleViolation("import.not-checked");
        }
        imports.start(importId, mapping);
        audit.changed(KIND, importId, "started");
        return "redirect:/imports/" + importId;
    }

    @PostMapping("/imports/{importId}/pausing")
    String pause(@PathVariable UUID importId) {
        imports.pause(importId);
        audit.changed(KIND, importId, "paused");
        return "redirect:/imports/" + importId;
    }

    @PostMapping("/imports/{importId}/resuming")
    String resume(@PathVariable UUID importId) {
        imports.resume(importId);
        audit.changed(KIND, importId, "resumed");
        return "redirect:/imports/" + importId;
    }

    @PostMapping("/imports/{importId}/removal")
    String discard(@PathVariable UUID importId) {
        imports.discard(importId);
        audit.changed(KIND, importId, "discarded");
        return "redirect:/imports";
    }

    @GetMapping("/imports/{importId}/rejected.csv")
    void rejected(@PathVariable UUID importId, HttpServletResponse response) {
        FeedbackImport imported = imports.get(importId);
        audit.exported(KIND, importId);
        try (Csv csv = Csv.download("rejected-" + importId + ".csv", response)) {
            rejectedCsv.write(imported, csv);
        }
    }

    @PostMapping("/imports/mappings/removal")
    String forgetMapping(@RequestParam String name) {
        mappings.remove(name);
        return "redirect:/imports";
    }
}
