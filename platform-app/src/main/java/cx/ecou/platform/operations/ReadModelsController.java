package cx.ecou.platform.operations;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.rebuild.Rebuilds;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The read models: to be rebuilt from the events, watched on the way, and called off. */
@Controller
@RequestMapping("/operations/read-models")
@AllowedFor(Role.ADMIN)
class ReadModelsController {

    private static final String KIND = "read-model";
    private static final String BACK = "redirect:/operations/read-models";

    private final Rebuilds rebuilds;
    private final AuditTrail audit;

    ReadModelsController(Rebuilds rebuilds, AuditTrail audit) {
        this.rebuilds = rebuilds;
        this.audit = audit;
    }

    @GetMapping
    String list(Model model) {
        List<ModelRow> rows = rebuilds.readModels().stream()
                .map(ReadModel::processingGroup)
                .map(name -> new ModelRow(name, rebuilds.progress(name).orElse(null)))
                .toList();
        model.addAttribute("models", rows);
        model.addAttribute("rebuilding", rows.stream().anyMatch(ModelRow::active));
        return "operations/read-models";
    }

    @PostMapping("/{name}/rebuild")
    String rebuild(@PathVariable String name, @AuthenticationPrincipal Colleague me, RedirectAttributes flash) {
        rebuilds.start(name, me.name());
        audit.changed(KIND, name, "rebuild-begun");
        flash.addFlashAttribute("done", "rebuild.begun");
        return BACK;
    }

    @PostMapping("/{name}/cancellation")
    String cancel(@PathVariable String name, RedirectAttributes flash) {
        rebuilds.cancel(name);
        audit.changed(KIND, name, "rebuild-cancelled");
        flash.addFlashAttribute("done", "rebuild.cancelled");
        return BACK;
    }
}
