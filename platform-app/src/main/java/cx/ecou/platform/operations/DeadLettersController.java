package cx.ecou.platform.operations;

import cx.ecou.eventstore.deadletter.DeadLetter;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.components.PageRows;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What processors have put aside: to be read, tried again or parked. */
@Controller
@RequestMapping("/operations/dead-letters")
@AllowedFor(Role.ADMIN)
class DeadLettersController {

    private static final int PAGE = 50;
    private static final String KIND = "dead-letter";
    private static final String BACK = "redirect:/operations/dead-letters";

    private final DeadLetters letters;
    private final AuditTrail audit;

    DeadLettersController(DeadLetters letters, AuditTrail audit) {
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String processor,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        List<DeadLetters.Count> counts = letters.counts();
        String chosen = chosen(processor, counts);
        PageRows<DeadLetter> rows =
                PageRows.of(chosen.isEmpty() ? List.of() : letters.of(chosen, after, PAGE + 1), PAGE);
        model.addAttribute("counts", counts);
        model.addAttribute("processor", chosen);
        model.addAttribute("letters", rows.shown());
        model.addAttribute("after", after);
        model.addAttribute("next", rows.goesOn(DeadLetter::position));
        return "operations/dead-letters";
    }

    @PostMapping("/retry")
    String retry(@RequestParam String processor, @RequestParam UUID sequence, RedirectAttributes redirect) {
        return done(letters.retryNow(processor, sequence), "retried", processor, sequence, redirect);
    }

    @PostMapping("/park")
    String park(@RequestParam String processor, @RequestParam UUID sequence, RedirectAttributes redirect) {
        return done(letters.park(processor, sequence), "parked", processor, sequence, redirect);
    }

    @PostMapping("/retry-all")
    String retryAll(@RequestParam String processor, RedirectAttributes redirect) {
        boolean done = letters.retryAllNow(processor) > 0;
        if (done) {
            audit.changed(KIND, processor, "all-retried");
        }
        return back(done ? "letters.retried" : "letter.gone", processor, redirect);
    }

    /** A processor that has put nothing aside is none to choose: its letters were handled meanwhile. */
    private static String chosen(String asked, List<DeadLetters.Count> counts) {
        return counts.stream()
                .map(DeadLetters.Count::processor)
                .filter(asked::equals)
                .findFirst()
                .orElseGet(() -> counts.isEmpty() ? "" : counts.get(0).processor());
    }

    private String done(boolean done, String action, String processor, UUID sequence, RedirectAttributes redirect) {
        if (done) {
            audit.record(Deed.of(action, KIND, processor).with(Codes.NONE.with("sequence", sequence)));
        }
        return back(done ? "letter." + action : "letter.gone", processor, redirect);
    }

    private static String back(String done, String processor, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", done);
        redirect.addAttribute("processor", processor);
        return BACK;
    }
}
