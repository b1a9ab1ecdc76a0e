package cx.ecou.customer.web.person;

import cx.ecou.customer.read.directory.Directory;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.DomainRuleViolation;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Carries out what a colleague has decided, and says on the next page what became of it. */
@Component
class Decisions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Positions positions;

    Decisions(Positions positions) {
        this.positions = positions;
    }

    /** @param done key of the text that says that it was done; a rule that speaks against it is named instead */
    <T> void carryOut(Supplier<T> decision, String done, RedirectAttributes after) {
        try {
            Conflicts.settled(decision);
            positions.await(Directory.PROCESSING_GROUP, positions.head(), PATIENCE);
            after.addFlashAttribute("done", done);
        } catch (DomainRuleViolation e) {
            after.addFlashAttribute("refused", e.code());
        }
    }
}
