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
import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.announce.Announcements;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code action_plan.case_file}: one row for each case, brought up to date by each of its events. */
@Component
@ProcessingGroup(CaseFiles.PROCESSING_GROUP)
class CaseFileProjection {

    static final ModelTable TABLE = new ModelTable("action_plan", "case_file");

    private static final String OPENED = """
            (case_id, feedback_id, status, priority, opened_at, due_at, changed_at, kind,
              occurred_at, touchpoint, channel, language, customer_ref, customer_name, reason, scores, comment)""";

    private final JdbcClient database;
    private final DataSource dataSource;
    private final JsonMapper json;
    private final RowBuffer<CaseOpened> opened = new RowBuffer<>(this::open);
    private final RowBuffer<UUID> changed;

    CaseFileProjection(JdbcClient database, DataSource dataSource, JsonMapper json, Announcements announcements) {
        this.database = database;
        this.dataSource = dataSource;
        this.json = json;
        this.changed = new RowBuffer<>(cases -> announcements.announce(CaseFiles.TOPIC));
    }

    @EventHandler
    void on(CaseOpened event) {
        opened.add(event);
        changed.add(event.caseId());
    }

    /** Cases open in bulk, a batch of feedback at a time. */
    private void open(List<CaseOpened> events) {
        var rows = new BinaryRows(TABLE.target() + OPENED, 17);
        for (CaseOpened event : events) {
            rows.row()
                    .uuid(event.caseId())
                    .uuid(event.feedbackId())
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
    }

    @EventHandler
    void on(CaseAssigned event) {
        change(event.caseId(), event.at(), Map.of("owner", event.owner()), """
                owner = :owner, status = case status when 'OPEN' then 'ASSIGNED' else status end, changed_at = :at
                """);
    }

    @EventHandler
    void on(CustomerContacted event) {
        change(event.caseId(), event.at(), Map.of(), """
                status = 'CONTACTED', contacted_at = coalesce(contacted_at, :at), changed_at = :at
                """);
    }

    @EventHandler
    void on(CaseNoted event) {
        change(event.caseId(), event.at(), Map.of(), "changed_at = :at");
    }

    @EventHandler
    void on(CaseEscalated event) {
        change(event.caseId(), event.at(), Map.of("to", event.to()), """
                escalated_to = :to, escalated_at = :at, changed_at = :at
                """);
    }

    @EventHandler
    void on(CaseResolved event) {
        var values = Map.<String, Object>of(
                "outcome",
                event.outcome().name(),
                "rootCause",
                event.rootCause().name());
        change(event.caseId(), event.at(), values, """
                status = 'RESOLVED', resolved_at = :at, outcome = :outcome, root_cause = :rootCause, changed_at = :at
                """);
    }

    @EventHandler
    void on(CaseReopened event) {
        change(event.caseId(), event.at(), Map.of("dueAt", utc(event.dueAt())), """
                status = 'ASSIGNED', due_at = :dueAt, contacted_at = null, escalated_at = null, escalated_to = null,
                resolved_at = null, closed_at = null, outcome = null, root_cause = null, changed_at = :at
                """);
    }

    @EventHandler
    void on(CaseClosed event) {
        change(event.caseId(), event.at(), Map.of(), "status = 'CLOSED', closed_at = :at, changed_at = :at");
    }

    private void change(UUID caseId, Instant at, Map<String, Object> values, String columns) {
        opened.writeNow();
        database.sql("update " + TABLE.target() + " set " + columns + " where case_id = :caseId")
                .param("caseId", caseId)
                .param("at", utc(at))
                .params(values)
                .update();
        changed.add(caseId);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
