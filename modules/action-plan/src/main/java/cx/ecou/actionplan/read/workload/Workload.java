package cx.ecou.actionplan.read.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has how much to do. Whoever gives work asks here first and then says here whom they chose, within one transaction:
 * so the second case of a batch already sees the first. What people change is learned from their events; both ways lead
 * to the same rows, so nothing is counted twice.
 */
@Repository
public class Workload {

    /** The processing group in which cases are opened; the events that change the load are read in its order. */
    public static final String PROCESSING_GROUP = "action-plan.open-cases";

    private static final String OWNER = "OWNER";
    private static final String ESCALATION = "ESCALATION";

    private final JdbcClient database;

    Workload(JdbcClient database) {
        this.database = database;
    }

    /** How many unresolved cases each colleague owns; without those who own none. */
    public Map<UUID, Integer> ownedCases() {
        return cases(OWNER);
    }

    /** How many unresolved cases escalated to each colleague; without those who have none. */
    public Map<UUID, Integer> escalatedCases() {
        return cases(ESCALATION);
    }

    /** Who owns the case, if somebody does. */
    public Optional<UUID> ownerOf(UUID caseId) {
        return database.sql("select colleague from action_plan.duty where case_id = ? and kind = ?")
                .params(caseId, OWNER)
                .query(UUID.class)
                .optional();
    }

    /** The colleague owns the case from now on. */
    public void own(UUID caseId, UUID owner) {
        give(caseId, OWNER, owner);
    }

    /** The case escalated to the colleague. */
    public void escalate(UUID caseId, UUID to) {
        give(caseId, ESCALATION, to);
    }

    /** Nobody has anything to do for the case any more. */
    void rest(UUID caseId) {
        database.sql("update action_plan.duty set active = false where case_id = ? and active")
                .param(caseId)
                .update();
    }

    /** The owner has to do with the case again. */
    void resume(UUID caseId) {
        database.sql("update action_plan.duty set active = true where case_id = ? and kind = ? and not active")
                .params(caseId, OWNER)
                .update();
    }

    private void give(UUID caseId, String kind, UUID colleague) {
        database.sql("""
                        insert into action_plan.duty (case_id, kind, colleague, active) values (?, ?, ?, true)
                        on conflict (case_id, kind) do update set colleague = excluded.colleague, active = true
                         where duty.colleague <> excluded.colleague or not duty.active
                        """).params(caseId, kind, colleague).update();
    }

    private Map<UUID, Integer> cases(String kind) {
        Map<UUID, Integer> found = new HashMap<>();
        database.sql("select colleague, cases from action_plan.workload where kind = ? and cases > 0")
                .param(kind)
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return found;
    }
}
