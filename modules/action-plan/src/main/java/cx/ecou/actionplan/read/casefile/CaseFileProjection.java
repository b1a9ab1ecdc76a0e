package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.announce.Announcements;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code action_plan.case_file}: one row for each case, brought up to date by each of its events. */
@Component
@ProcessingGroup(CaseFiles.PROCESSING_GROUP)
class CaseFileProjection {

    private final JdbcClient database;
    private final JsonMapper json;
    private final RowBuffer<UUID> changed;

    CaseFileProjection(JdbcClient database, JsonMapper json, Announcements announcements) {
        this.database = database;
        this.json = json;
        this.changed = new RowBuffer<>(cases -> announcements.announce(CaseFiles.TOPIC));
    }

    @EventHandler
    void on(CaseOpened event) {
        database.sql("""
                        insert into action_plan.case_file (case_id, feedback_id, status, priority, opened_at, due_at,
                          changed_at, kind, occurred_at, touchpoint, channel, language, customer_ref, customer_name,
                          reason, scores, comment)
                        values (:caseId, :feedbackId, 'OPEN', :priority, :openedAt, :dueAt, :openedAt, :kind,
                          :occurredAt, :touchpoint, :channel, :language, :customerRef, :customerName, :reason, :scores,
                          :comment)
                        on conflict (case_id) do nothing
                        """)
                .param("caseId", event.caseId())
                .param("feedbackId", event.feedbackId())
                .param("priority", event.priority().name())
                .param("openedAt", utc(event.openedAt()))
                .param("dueAt", utc(event.dueAt()))
                .param("kind", event.kind().name())
                .param("occurredAt", utc(event.occurredAt()))
                .param("touchpoint", event.touchpoint())
                .param("channel", event.channel())
                .param("language", event.language())
                .param("customerRef", event.customerRef())
                .param("customerName", event.customerName())
                .param("reason", json.writeValueAsString(event.reason()))
                .param("scores", json.writeValueAsString(event.scores()))
                .param("comment", event.comment())
                .update();
        changed.add(event.caseId());
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
        database.sql("update action_plan.case_file set " + columns + " where case_id = :caseId")
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
