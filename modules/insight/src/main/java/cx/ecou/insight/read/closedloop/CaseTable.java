package cx.ecou.insight.read.closedloop;

import static java.time.ZoneOffset.UTC;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowChanges;
import cx.ecou.kernel.Reporting;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the state of the cases. */
@Component
class CaseTable {

    static final ModelTable TABLE = new ModelTable("insight", "case_state");

    private static final String ADD = """
            insert into %s (case_id, occurred_on, touchpoint, channel, status, due_at, promised_at)
            select case_id, occurred_on::date, touchpoint, channel, 'OPEN', due_at::timestamptz, due_at::timestamptz
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                as opened (case_id, occurred_on, touchpoint, channel, due_at)
            on conflict (case_id) do nothing
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final Reporting reporting;

    CaseTable(JdbcTemplate jdbc, JdbcClient database, Reporting reporting) {
        this.jdbc = jdbc;
        this.database = database;
        this.reporting = reporting;
    }

    void add(List<CaseOpened> opened) {
        if (opened.isEmpty()) {
            return;
        }
        database.sql(ADD.formatted(TABLE.target()))
                .param(opened.stream().map(CaseOpened::caseId).toArray(UUID[]::new))
                .param(opened.stream()
                        .map(event -> reporting.dayOf(event.occurredAt()).toString())
                        .toArray(String[]::new))
                .param(opened.stream()
                        .map(event -> Objects.requireNonNullElse(event.touchpoint(), ""))
                        .toArray(String[]::new))
                .param(opened.stream()
                        .map(event -> Objects.requireNonNullElse(event.channel(), ""))
                        .toArray(String[]::new))
                .param(opened.stream().map(event -> event.dueAt().toString()).toArray(String[]::new))
                .update();
    }

    /** What happened to cases that are in the table, in its order; what changes no figure is passed over. */
    void apply(List<ActionPlanEvent> events) {
        var changes = new RowChanges();
        events.forEach(event -> add(changes, event));
        changes.write(jdbc);
    }

    private static void add(RowChanges changes, ActionPlanEvent event) {
        if (event instanceof CaseAssigned assigned) {
            change(changes, assigned.caseId(), "status = case status when 'OPEN' then 'ASSIGNED' else status end");
        } else if (event instanceof CustomerContacted contacted) {
            change(
                    changes,
                    contacted.caseId(),
                    "status = 'CONTACTED', contacted_at = coalesce(contacted_at, ?)",
                    contacted.at().atOffset(UTC));
        } else if (event instanceof CaseResolved resolved) {
            change(changes, resolved.caseId(), "status = 'RESOLVED'");
        } else if (event instanceof CaseReopened reopened) {
            change(
                    changes,
                    reopened.caseId(),
                    "status = 'ASSIGNED', due_at = ?",
                    reopened.dueAt().atOffset(UTC));
        } else if (event instanceof CaseClosed closed) {
            change(changes, closed.caseId(), "status = 'CLOSED'");
        }
    }

    private static void change(RowChanges changes, UUID caseId, String columns, Object... values) {
        changes.add(
                caseId,
                "update " + TABLE.target() + " set " + columns + " where case_id = ?",
                Stream.concat(Stream.of(values), Stream.of(caseId)).toArray());
    }
}
