package cx.ecou.actionplan.read.workload;

import cx.ecou.eventstore.Gathering;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has how much to do. It is learned from the events. But whoever gives work asks here first and then says here whom they
 * chose, within one transaction: so the second case of a batch already sees the first, and the next batch this one. What was
 * said here counts until the event that says the same has been read; so nothing is counted twice.
 */
@Repository
public class Workload {

    /** The processing group that learns from the events. */
    public static final String PROCESSING_GROUP = "action-plan.workload";

    private static final String CASES = """
            select colleague, sum(cases) as cases
              from (select colleague, cases from action_plan.workload where kind = :kind
                    union all
                    select colleague, 1 from action_plan.given
                     where kind = :kind and not exists (select from action_plan.duty
                       where duty.case_id = given.case_id and duty.kind = given.kind and duty.since >= given.since)) work
             group by colleague""";

    private static final String OWNER_OF = """
            select colleague
              from (select colleague, since from action_plan.duty where case_id = :case and kind = :kind
                    union all
                    select colleague, since from action_plan.given where case_id = :case and kind = :kind) work
             order by since desc limit 1""";

    private final JdbcClient database;
    private final Gathering<GivenWork> given = new Gathering<>(GivenWork::new, this::write);

    Workload(JdbcClient database) {
        this.database = database;
    }

    /** How many unresolved cases each colleague owns; without those who own none. */
    public Map<UUID, Integer> ownedCases() {
        return cases(Duty.OWNER);
    }

    /** How many unresolved cases escalated to each colleague; without those who have none. */
    public Map<UUID, Integer> escalatedCases() {
        return cases(Duty.ESCALATION);
    }

    /** Who owns the case, if somebody does. */
    public Optional<UUID> ownerOf(UUID caseId) {
        return database.sql(OWNER_OF)
                .param("case", caseId)
                .param("kind", Duty.OWNER)
                .query(UUID.class)
                .optional();
    }

    /** The colleague owns the case from now on, as its event will say. */
    public void own(UUID caseId, UUID owner, Instant at) {
        give(new Duty(caseId, Duty.OWNER, owner, true, at));
    }

    /** The case escalated to the colleague, as its event will say. */
    public void escalate(UUID caseId, UUID to, Instant at) {
        give(new Duty(caseId, Duty.ESCALATION, to, true, at));
    }

    private void give(Duty duty) {
        if (given.isOpen()) {
            given.now().add(duty);
        } else {
            insert(List.of(duty));
        }
    }

    /** In a batch they are read once, and counted on. */
    private Map<UUID, Integer> cases(String kind) {
        return given.isOpen() ? Map.copyOf(given.now().cases(kind, () -> read(kind))) : read(kind);
    }

    private Map<UUID, Integer> read(String kind) {
        Map<UUID, Integer> found = new HashMap<>();
        database.sql(CASES).param("kind", kind).query(row -> {
            found.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return found;
    }

    private void write(GivenWork work) {
        if (!work.duties().isEmpty()) {
            forgetWhatIsKnown();
            insert(work.duties());
        }
    }

    private void forgetWhatIsKnown() {
        database.sql("""
                        delete from action_plan.given using action_plan.duty
                         where duty.case_id = given.case_id and duty.kind = given.kind and duty.since >= given.since""").update();
    }

    private void insert(List<Duty> duties) {
        database.sql("""
                        insert into action_plan.given (case_id, kind, colleague, since)
                        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[])
                        on conflict (case_id, kind) do update set colleague = excluded.colleague, since = excluded.since""")
                .param(duties.stream().map(Duty::caseId).toArray(UUID[]::new))
                .param(duties.stream().map(Duty::kind).toArray(String[]::new))
                .param(duties.stream().map(Duty::colleague).toArray(UUID[]::new))
                .param(duties.stream()
                        .map(duty -> duty.since().atOffset(ZoneOffset.UTC).toString())
                        .toArray(String[]::new))
                .update();
    }
}
