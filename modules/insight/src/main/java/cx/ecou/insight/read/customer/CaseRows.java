package cx.ecou.insight.read.customer;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps whose each case is and where it stands. */
@Component
class CaseRows {

    static final ModelTable TABLE = new ModelTable("insight", "customer_case");

    private static final String OPENED = """
            insert into %s (case_id, subject_id, feedback_id, occurred_at, touchpoint, priority, status, opened_at, due_at)
            values (?, ?, ?, ?, nullif(?, ''), ?, 'OPEN', ?, ?) on conflict (case_id) do nothing
            """;

    private final JdbcTemplate jdbc;

    CaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** To whom the cases of a batch belong. */
    List<UUID> subjectsTouchedBy(List<Recorded> batch) {
        UUID[] cases = batch.stream()
                .map(Recorded::event)
                .filter(ActionPlanEvent.class::isInstance)
                .map(event -> ((ActionPlanEvent) event).caseId())
                .distinct()
                .toArray(UUID[]::new);
        return cases.length == 0
                ? List.of()
                : jdbc.queryForList(
                        "select distinct subject_id from " + TABLE.target() + " where case_id = any (?)",
                        UUID.class,
                        (Object) cases);
    }

    void apply(List<Recorded> batch) {
        var changes = new RowChanges();
        batch.forEach(one -> add(changes, one.event()));
        changes.write(jdbc);
    }

    private static void add(RowChanges changes, Object event) {
        if (event instanceof CaseOpened opened) {
            open(changes, opened);
        } else if (event instanceof CaseAssigned assigned) {
            change(
                    changes,
                    assigned.caseId(),
                    "status = case status when 'OPEN' then 'ASSIGNED' else status end, owner = ?",
                    assigned.owner());
        } else if (event instanceof CustomerContacted contacted) {
            change(changes, contacted.caseId(), "status = 'CONTACTED'");
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

    private static void open(RowChanges changes, CaseOpened opened) {
        changes.add(
                opened.caseId(),
                OPENED.formatted(TABLE.target()),
                opened.caseId(),
                opened.subjectId(),
                opened.feedbackId(),
                opened.occurredAt().atOffset(UTC),
                Objects.requireNonNullElse(opened.touchpoint(), ""),
                opened.priority().name(),
                opened.openedAt().atOffset(UTC),
                opened.dueAt().atOffset(UTC));
    }

    private static void change(RowChanges changes, UUID caseId, String columns, Object... values) {
        changes.add(
                caseId,
                "update " + TABLE.target() + " set " + columns + " where case_id = ?",
                Stream.concat(Stream.of(values), Stream.of(caseId)).toArray());
    }
}
