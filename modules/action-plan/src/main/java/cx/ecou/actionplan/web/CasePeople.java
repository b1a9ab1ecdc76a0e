package cx.ecou.actionplan.web;

import cx.ecou.actionplan.write.customercase.CaseSteps;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.kernel.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people on the pages of cases. */
@Component
class CasePeople {

    private final Colleagues colleagues;
    private final CaseSteps steps;

    CasePeople(Colleagues colleagues, CaseSteps steps) {
        this.colleagues = colleagues;
        this.steps = steps;
    }

    /** Who works on cases; executives only read. */
    static boolean mayAct(Colleague colleague) {
        return colleague.role() != Role.EXECUTIVE;
    }

    /** Those to whom a case may be given. */
    List<Colleague> whoMayOwn() {
        return steps.possibleOwners();
    }

    /** The name of a colleague, also of a former one; null for nobody and for a program. */
    @Nullable
    String name(@Nullable UUID id) {
        return id == null ? null : colleagues.find(id).map(Colleague::name).orElse(null);
    }
}
