package cx.ecou.actionplan.web;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One case: what the customer said, what happened since, and what can be done. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class CasePageController {

    private final CasePages pages;

    CasePageController(CasePages pages) {
        this.pages = pages;
    }

    @GetMapping("/cases/{caseId}")
    ModelAndView one(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String step,
            @AuthenticationPrincipal Colleague me) {
        return pages.show(caseId, step, me);
    }
}
