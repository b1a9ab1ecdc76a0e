package cx.ecou.actionplan.read.workload;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learns from the events who has what to do, and how much that is. */
@Component
@ProcessingGroup(Workload.PROCESSING_GROUP)
class WorkloadProjection {

    static final ModelTable DUTIES = new ModelTable("action_plan", "duty");
    static final ModelTable BURDENS = new ModelTable("action_plan", "workload");

    private final JdbcClient database;
    private final RowBuffer<ActionPlanEvent> events = new RowBuffer<>(this::write);

    WorkloadProjection(JdbcClient database) {
        this.database = database;
    }

    @EventHandler
    void on(CaseAssigned event) {
        events.add(event);
    }

    @EventHandler
    void on(CaseEscalated event) {
        events.add(event);
    }

    @EventHandler
    void on(CaseResolved event) {
        events.add(event);
    }

    @EventHandler
    void on(CaseReopened event) {
        events.add(event);
    }

    private void write(List<ActionPlanEvent> batch) {
        var duties = new Duties(known(batch));
        batch.forEach(duties::apply);
        store(duties.changed());
        count(duties.differences());
    }

    private List<Duty> known(List<ActionPlanEvent> batch) {
        return database.sql("select case_id, kind, colleague, active, since from " + DUTIES.target()
                        + " where case_id = any (?)")
                .param(batch.stream().map(ActionPlanEvent::caseId).distinct().toArray(UUID[]::new))
                .query((row, n) -> new Duty(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getBoolean(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    private void store(List<Duty> changed) {
        database.sql("insert into " + DUTIES.target() + """
                         (case_id, kind, colleague, active, since)
                        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::boolean[], ?::timestamptz[])
                        on conflict (case_id, kind) do update
                          set colleague = excluded.colleague, active = excluded.active, since = excluded.since""")
                .param(changed.stream().map(Duty::caseId).toArray(UUID[]::new))
                .param(changed.stream().map(Duty::kind).toArray(String[]::new))
                .param(changed.stream().map(Duty::colleague).toArray(UUID[]::new))
                .param(changed.stream().map(Duty::active).toArray(Boolean[]::new))
                .param(changed.stream()
                        .map(duty -> duty.since().atOffset(ZoneOffset.UTC).toString())
                        .toArray(String[]::new))
                .update();
    }

    private void count(SortedMap<Duties.Burden, Integer> differences) {
        UUID[] colleagues =
                differences.keySet().stream().map(Duties.Burden::colleague).toArray(UUID[]::new);
        database.sql("insert into " + BURDENS.target() + """
                         as burden (colleague, kind, cases) select * from unnest(?::uuid[], ?::text[], ?::int[])
                        on conflict (colleague, kind) do update set cases = burden.cases + excluded.cases""")
                .param(colleagues)
                .param(differences.keySet().stream().map(Duties.Burden::kind).toArray(String[]::new))
                .param(differences.values().toArray(Integer[]::new))
                .update();
        database.sql("delete from " + BURDENS.target() + " where cases = 0 and colleague = any (?)")
                .param(colleagues)
                .update();
    }
}
