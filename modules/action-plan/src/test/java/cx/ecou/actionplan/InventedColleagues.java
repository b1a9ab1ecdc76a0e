package cx.ecou.actionplan;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who works here, as a test says. */
public final class InventedColleagues implements Colleagues {

    /** An agent who answers for the delivery. */
    public static final Colleague ILINCA =
            new Colleague(CaseExamples.ILINCA, "Ilinca Popa", Role.CX_AGENT, Set.of("delivery"), true);

    /** An agent for everything else. */
    public static final Colleague MAREK =
            new Colleague(CaseExamples.MAREK, "Marek Wójcik", Role.CX_AGENT, Set.of(), true);

    /** The manager, who is not there for daily work. */
    public static final Colleague OLGA =
            new Colleague(CaseExamples.OLGA, "Olga Brown", Role.CX_MANAGER, Set.of(), false);

    private volatile List<Colleague> all = List.of();

    public void are(Colleague... everybody) {
        all = List.of(everybody);
    }

    @Override
    public List<Colleague> all() {
        return all;
    }

    @Override
    public Optional<Colleague> find(UUID id) {
        return all.stream().filter(colleague -> colleague.id().equals(id)).findFirst();
    }

    public static Colleague with(Colleague colleague, boolean available) {
        return new Colleague(colleague.id(), colleague.name(), colleague.role(), colleague.touchpoints(), available);
    }
}
