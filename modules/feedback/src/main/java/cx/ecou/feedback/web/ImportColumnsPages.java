package cx.ecou.feedback.web;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.write.imports.FeedbackImport;
import cx.ecou.feedback.write.imports.Imports;
import cx.ecou.feedback.write.imports.Previews;
import cx.ecou.feedback.write.imports.SavedMappings;
import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.ColumnGuess;
import cx.ecou.feedback.write.imports.mapping.MappedField;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.MappingCheck;
import cx.ecou.feedback.write.imports.mapping.Target;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Reporting;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.FieldProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The step of an import at which somebody says what its columns mean, and sees what the first rows become. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER})
class ImportColumnsPages {

    private static final int ROWS_LOOKED_AT = 200;
    private static final int ROWS_SHOWN = 6;
    private static final int EARLIER_SHOWN = 8;

    private final Imports imports;
    private final Previews previews;
    private final SavedMappings mappings;
    private final ImportSteps steps;
    private final Reporting reporting;

    ImportColumnsPages(
            Imports imports, Previews previews, SavedMappings mappings, ImportSteps steps, Reporting reporting) {
        this.imports = imports;
        this.previews = previews;
        this.mappings = mappings;
        this.steps = steps;
        this.reporting = reporting;
    }

    @GetMapping("/imports/{importId}/columns")
    String columns(@PathVariable UUID importId, @RequestParam(required = false) @Nullable String mapping, Model model) {
        FeedbackImport imported = imports.get(importId);
        if (!isOpen(imported)) {
            return "redirect:/imports/" + importId;
        }
        List<Row> rows = imports.firstRows(imported, ROWS_LOOKED_AT);
        return page(imported, rows, first(imported, mapping, rows), FormProblems.NONE, model);
    }

    /** The page again, with what was chosen: nothing is checked and nothing recorded. */
    @PostMapping("/imports/{importId}/columns")
    String preview(@PathVariable UUID importId, @RequestParam Map<String, String> sent, Model model) {
        FeedbackImport imported = imports.get(importId);
        return page(
                imported,
                imports.firstRows(imported, ROWS_LOOKED_AT),
                ColumnsForm.read(imported.header(), sent),
                FormProblems.NONE,
                model);
    }

    @PostMapping("/imports/{importId}/check")
    String check(
            @PathVariable UUID importId,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Colleague me,
            Model model,
            HttpServletResponse response) {
        FeedbackImport imported = imports.get(importId);
        ColumnsForm form = ColumnsForm.read(imported.header(), sent);
        Mapping mapping = form.mapping(imported.mapping());
        List<FieldProblem> problems = MappingCheck.problems(mapping, imported.header());
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            List<Row> rows = imports.firstRows(imported, ROWS_LOOKED_AT);
            return page(imported, rows, form, ColumnProblems.on(form, problems), model);
        }
        imports.check(importId, mapping);
        mappings.keep(mapping, imported.header(), me);
        return "redirect:/imports/" + importId;
    }

    /** As it was chosen before; else as kept, by name or for just these columns; else as guessed. */
    private ColumnsForm first(FeedbackImport imported, @Nullable String name, List<Row> rows) {
        String zone = reporting.timeZone().getId();
        Mapping chosen = name == null
                ? imported.mapping()
                : mappings.find(name).map(SavedMappings.Saved::mapping).orElse(null);
        if (chosen == null && name == null) {
            chosen = mappings.fitting(imported.header()).stream()
                    .filter(saved -> saved.header().equals(imported.header()))
                    .findFirst()
                    .map(SavedMappings.Saved::mapping)
                    .orElse(null);
        }
        return chosen != null
                ? ColumnsForm.of(imported.header(), chosen, zone)
                : ColumnsForm.of(ColumnGuess.of(imported.header(), rows), source(imported), zone);
    }

    private String page(FeedbackImport imported, List<Row> rows, ColumnsForm form, FormProblems problems, Model model) {
        Mapping mapping = form.mapping(imported.mapping());
        List<FieldProblem> incomplete = MappingCheck.problems(mapping, imported.header());
        List<MappedField> others = PreviewLine.OTHERS.stream()
                .filter(field -> mapping.origin(field) != null)
                .toList();
        model.addAttribute("imported", imported);
        model.addAttribute("steps", steps.columns());
        model.addAttribute("form", form);
        model.addAttribute("lines", ColumnLine.of(form, ColumnGuess.of(imported.header(), rows), rows));
        model.addAttribute("targets", Target.offered());
        model.addAttribute("kinds", FeedbackKind.values());
        model.addAttribute("asked", ColumnsForm.ASKED);
        model.addAttribute("problems", problems);
        model.addAttribute("incomplete", ColumnProblems.on(form, incomplete));
        model.addAttribute("others", others);
        model.addAttribute("preview", incomplete.isEmpty() ? preview(imported, mapping, rows, others) : List.of());
        model.addAttribute("mappings", mappings.fitting(imported.header()));
        model.addAttribute(
                "earlier",
                imports.newest(null, EARLIER_SHOWN).stream()
                        .filter(one ->
                                one.startedAt() != null && !one.importId().equals(imported.importId()))
                        .toList());
        return "feedback/import-columns";
    }

    private List<PreviewLine> preview(
            FeedbackImport imported, Mapping mapping, List<Row> rows, List<MappedField> others) {
        List<Row> shown = rows.subList(0, Math.min(ROWS_SHOWN, rows.size()));
        return previews.of(imported.header(), mapping, shown).stream()
                .map(preview -> PreviewLine.of(preview, others))
                .toList();
    }

    private static boolean isOpen(FeedbackImport imported) {
        return switch (imported.status()) {
            case UPLOADED, CHECKING, CHECKED -> true;
            default -> false;
        };
    }

    /** The file's name without its ending and numbers: what the next delivery will be called, too. */
    private static String source(FeedbackImport imported) {
        String name = imported.fileName().replaceAll("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[-_ ]*\\d+[-_\\d]*", "");
        return name.isBlank() ? "file" : name.substring(0, Math.min(name.length(), 60));
    }
}
