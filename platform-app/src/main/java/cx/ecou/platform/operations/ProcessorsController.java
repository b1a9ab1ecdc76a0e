package cx.ecou.platform.operations;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.processing.Processors;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How each processor stands. The page asks again by itself. */
@Controller
@AllowedFor(Role.ADMIN)
class ProcessorsController {

    private final Processors processors;
    private final Positions positions;

    ProcessorsController(Processors processors, Positions positions) {
        this.processors = processors;
        this.positions = positions;
    }

    @GetMapping("/operations")
    String processors(Model model) {
        model.addAttribute("processors", processors.all());
        model.addAttribute("head", positions.head());
        return "operations/processors";
    }
}
