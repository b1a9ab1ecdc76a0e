package cx.ecou.actionplan.automation;

import cx.ecou.actionplan.read.workload.Workload;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.kernel.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * To whom the platform gives work. Of several candidates the one with the least of it; of equals always the same one, so
 * that the choice can be foretold.
 */
@Component
class Owners {

    private static final Set<Role> WORK_ON_CASES = Set.of(Role.CX_AGENT, Role.CX_MANAGER);

    private final Colleagues colleagues;
    private final Workload workload;

    Owners(Colleagues colleagues, Workload workload) {
        this.colleagues = colleagues;
        this.workload = workload;
    }

    /**
     * Who is to own a case: somebody available who answers for the touchpoint, else the available agent or manager with
     * the fewest open cases. Empty when nobody is available.
     */
    Optional<UUID> forTouchpoint(@Nullable String touchpoint) {
        List<Colleague> available = colleagues.all().stream()
                .filter(colleague -> colleague.available() && WORK_ON_CASES.contains(colleague.role()))
                .toList();
        List<Colleague> answering = available.stream()
                .filter(colleague ->
                        touchpoint != null && colleague.touchpoints().contains(touchpoint))
                .toList();
        return leastBurdened(answering.isEmpty() ? available : answering, workload::ownedCases);
    }

    /**
     * Who is told of an overdue case: the available manager with the fewest escalations, else an administrator, else a
     * manager who is away; its owner only when there is nobody else. Empty when there is none of them at all.
     */
    Optional<UUID> forEscalation(UUID caseId) {
        UUID owner = workload.ownerOf(caseId).orElse(null);
        return above(colleague -> !colleague.id().equals(owner)).or(() -> above(colleague -> true));
    }

    private Optional<UUID> above(Predicate<Colleague> among) {
        List<Colleague> everybody = colleagues.all().stream().filter(among).toList();
        Predicate<Colleague> manager = colleague -> colleague.role() == Role.CX_MANAGER;
        Predicate<Colleague> administrator = colleague -> colleague.role() == Role.ADMIN;
        return Stream.of(manager.and(Colleague::available), administrator, manager)
                .map(told -> everybody.stream().filter(told).toList())
                .filter(candidates -> !candidates.isEmpty())
                .findFirst()
                .flatMap(candidates -> leastBurdened(candidates, workload::escalatedCases));
    }

    private static Optional<UUID> leastBurdened(List<Colleague> candidates, Supplier<Map<UUID, Integer>> burdens) {
        if (candidates.size() < 2) {
            return candidates.stream().map(Colleague::id).findFirst();
        }
        Map<UUID, Integer> burden = burdens.get();
        return candidates.stream()
                .map(Colleague::id)
                .min(Comparator.comparing((UUID id) -> burden.getOrDefault(id, 0))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
