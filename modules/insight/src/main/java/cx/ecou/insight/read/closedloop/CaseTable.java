package cx.ecou.insight.read.closedloop;

import static java.time.ZoneOffset.UTC;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.kernel.Reporting;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

    private final JdbcClient database;
    private final Reporting reporting;

    CaseTable(JdbcClient database, Reporting reporting) {
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

    /** What happened to a case that is in the table; what changes no figure is passed over. */
    void apply(ActionPlanEvent event) {
        if (event instanceof CaseAssigned assigned) {
            update("set status = 'ASSIGNED' where case_id = ? and status = 'OPEN'", assigned.caseId());
        } else if (event instanceof CustomerContacted contacted) {
            contacted(contacted);
        } else if (event instanceof CaseResolved resolved) {
            status(resolved.caseId(), CaseStatus.RESOLVED);
        } else if (event instanceof CaseReopened reopened) {
            reopened(reopened);
        } else if (event instanceof CaseClosed closed) {
            status(closed.caseId(), CaseStatus.CLOSED);
        }
    }

    private void contacted(CustomerContacted event) {
        update(
                "set status = 'CONTACTED', contacted_at = coalesce(contacted_at, ?) where case_id = ?",
                event.at().atOffset(UTC),
                event.caseId());
    }

    private void reopened(CaseReopened event) {
        update(
                "set status = 'ASSIGNED', due_at = ? where case_id = ?",
                event.dueAt().atOffset(UTC),
                event.caseId());
    }

    private void status(UUID caseId, CaseStatus status) {
        update("set status = ? where case_id = ?", status.name(), caseId);
    }

    private void update(String change, Object... params) {
        database.sql("update " + TABLE.target() + " " + change).params(params).update();
    }
}
