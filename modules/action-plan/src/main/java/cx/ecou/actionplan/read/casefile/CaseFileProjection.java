package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.RowChanges;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.privacy.ClearText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code action_plan.case_file}: one row for each case, brought up to date by each of its events. */
@Component
@ProcessingGroup(CaseFiles.PROCESSING_GROUP)
class CaseFileProjection {

    static final ModelTable TABLE = new ModelTable("action_plan", "case_file");

    static final ClearText CLEAR_TEXT = ClearText.of(CaseFiles.PROCESSING_GROUP, TABLE, "customer_name", "comment");

    private static final String OPENED = """
            (case_id, feedback_id, subject_id, status, priority, opened_at, due_at, changed_at, kind,
              occurred_at, touchpoint, channel, language, customer_ref, customer_name, reason, scores, comment)""";

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final JsonMapper json;
    private final Announcements announcements;
    private final RowBuffer<CaseOpened> opened = new RowBuffer<>(this::open);
    private final RowBuffer<Change> changes = new RowBuffer<>(this::changeAll);

    CaseFileProjection(JdbcTemplate jdbc, DataSource dataSource, JsonMapper json, Announcements announcements) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.json = json;
        this.announcements = announcements;
    }

    @EventHandler
    void on(CaseOpened event) {
        opened.add(event);
    }

    /** Cases open in bulk, a batch of feedback at a time. */
    private void open(List<CaseOpened> events) {
        var rows = new BinaryRows(TABLE.target() + OPENED, 18);
        for (CaseOpened event : events) {
            rows.row()
                    .uuid(event.caseId())
                    .uuid(event.feedbackId())
                    .uuid(event.subjectId())
                    .text(CaseStatus.OPEN.name())
                    .text(event.priority().name())
                    .instant(event.openedAt())
                    .instant(event.dueAt())
                    .instant(event.openedAt())
                    .text(event.kind().name())
                    .instant(event.occurredAt())
                    .text(event.touchpoint())
                    .text(event.channel())
                    .text(event.language())
                    .text(event.customerRef())
                    .text(event.customerName())
                    .text(json.writeValueAsString(event.reason()))
                    .text(json.writeValueAsString(event.scores()))
                    .text(event.comment());
        }
        rows.copyInto(dataSource);
        announcements.announce(CaseFiles.TOPIC);
    }

    @EventHandler
    void on(CaseAssigned event) {
        change(event.caseId(), event.at(), """
                , owner = ?, status = case status when 'OPEN' then 'ASSIGNED' else status end
                """, event.owner());
    }

    @EventHandler
    void on(CustomerContacted event) {
        change(
                event.caseId(),
                event.at(),
                ", status = 'CONTACTED', contacted_at = coalesce(contacted_at, ?)",
                utc(event.at()));
    }

    @EventHandler
    void on(CaseNoted event) {
        change(event.caseId(), event.at(), "");
    }

    @EventHandler
    void on(CaseEscalated event) {
        change(event.caseId(), event.at(), ", escalated_to = ?, escalated_at = ?", event.to(), utc(event.at()));
    }

    @EventHandler
    void on(CaseResolved event) {
        change(
                event.caseId(),
                event.at(),
                ", status = 'RESOLVED', resolved_at = ?, outcome = ?, root_cause = ?",
                utc(event.at()),
                event.outcome().name(),
                event.rootCause().name());
    }

    @EventHandler
    void on(CaseReopened event) {
        change(event.caseId(), event.at(), """
                , status = 'ASSIGNED', due_at = ?, contacted_at = null, escalated_at = null, escalated_to = null,
                resolved_at = null, closed_at = null, outcome = null, root_cause = null
                """, utc(event.dueAt()));
    }

    @EventHandler
    void on(CaseClosed event) {
        change(event.caseId(), event.at(), ", status = 'CLOSED', closed_at = ?", utc(event.at()));
    }

    @EventHandler
    void on(CustomerErased event) {
        opened.writeNow();
        CLEAR_TEXT.scrub(jdbc, event.subjects(), event.at());
        announcements.announce(CaseFiles.TOPIC);
    }

    private void change(UUID caseId, Instant at, String columns, Object... values) {
        changes.add(new Change(caseId, at, columns, values));
    }

    private void changeAll(List<Change> all) {
        opened.writeNow();
        var changes = new RowChanges();
        String table = TABLE.target();
        all.forEach(change -> changes.add(
                change.caseId(),
                "update " + table + " set changed_at = ?" + change.columns() + " where case_id = ?",
                change.params()));
        changes.write(jdbc);
        announcements.announce(CaseFiles.TOPIC);
    }

    /** What an event says of a case that is there. */
    private record Change(UUID caseId, Instant at, String columns, Object... values) {

        Object[] params() {
            return Stream.of(Stream.of(utc(at)), Stream.of(values), Stream.of(caseId))
                    .flatMap(all -> all)
                    .toArray();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
