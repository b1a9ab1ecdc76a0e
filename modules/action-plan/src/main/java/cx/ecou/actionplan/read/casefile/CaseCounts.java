package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseStatus;
import java.util.Map;

/**
 * How many cases there are.
 *
 * @param byStatus of each status; of the closed ones those of the last seven days
 * @param overdueByStatus how many of them are overdue
 * @param dueToday unresolved ones whose customers must hear from us before the reporting day ends
 */
public record CaseCounts(Map<CaseStatus, Long> byStatus, Map<CaseStatus, Long> overdueByStatus, long dueToday) {

    public CaseCounts {
        byStatus = Map.copyOf(byStatus);
        overdueByStatus = Map.copyOf(overdueByStatus);
    }

    public long of(CaseStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    public long overdue(CaseStatus status) {
        return overdueByStatus.getOrDefault(status, 0L);
    }

    public long unresolved() {
        return CaseStatus.UNRESOLVED.stream().mapToLong(this::of).sum();
    }

    public long overdue() {
        return overdueByStatus.values().stream().mapToLong(Long::longValue).sum();
    }
}
