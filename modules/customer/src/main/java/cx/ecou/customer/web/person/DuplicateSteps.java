package cx.ecou.customer.web.person;

import cx.ecou.customer.write.person.Duplicates;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.nextstep.NextStep;
import cx.ecou.webshell.nextstep.NextSteps;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** That somebody may be the same as another customer waits for a colleague. */
@Component
class DuplicateSteps implements NextSteps {

    private final Duplicates duplicates;

    DuplicateSteps(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public String about() {
        return "customer";
    }

    @Override
    public Set<Role> doneBy() {
        return EnumSet.of(Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT);
    }

    @Override
    public List<NextStep> of(UUID customerId) {
        int open = duplicates.of(customerId).size();
        return open == 0
                ? List.of()
                : List.of(new NextStep(
                        NextStep.TO_LOOK_AT,
                        "users",
                        "duplicates.step",
                        List.of(open),
                        "/customers/" + customerId + "/merging"));
    }
}
