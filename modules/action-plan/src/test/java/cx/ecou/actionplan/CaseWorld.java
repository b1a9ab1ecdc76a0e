package cx.ecou.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.actionplan.read.workload.Workload;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a test of the whole module says in words: feedback arrives, somebody does something, and everything has settled. */
@Component
public class CaseWorld {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Facts facts;
    private final Positions positions;
    private final StoredEvents stored;
    private final CaseFiles cases;
    private final CommandGateway commands;
    private final JdbcClient database;

    CaseWorld(
            Facts facts,
            Positions positions,
            StoredEvents stored,
            CaseFiles cases,
            CommandGateway commands,
            JdbcClient database) {
        this.facts = facts;
        this.positions = positions;
        this.stored = stored;
        this.cases = cases;
        this.commands = commands;
        this.database = database;
    }

    /** Feedback is recorded in one go, its cases are opened and visible. */
    public void hears(FeedbackReceived... feedback) {
        facts.record(Arrays.stream(feedback)
                .map(said -> new Fact(said.feedbackId(), "Feedback", said))
                .toList());
        settles();
    }

    /** A command is carried out and visible. */
    public void does(Object... orders) {
        for (Object order : orders) {
            commands.sendAndWait(order);
        }
        settles();
    }

    /** Waits until every processor has seen everything, also what the first of them made happen. */
    public void settles() {
        for (String group : List.of(
                OpenCase.PROCESSING_GROUP,
                CaseFiles.PROCESSING_GROUP,
                "action-plan.escalation",
                Workload.PROCESSING_GROUP)) {
            assertThat(positions.await(group, positions.head(), PATIENCE))
                    .as(group)
                    .isTrue();
        }
    }

    /** A newer program has recorded something of a case. */
    public void meetsAnEventOfTheFuture(UUID caseId) {
        database.sql("""
                        insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier,
                          sequence_number, recorded_at, payload_type, payload_revision, payload, metadata)
                        values (gen_random_uuid(), 'Case', ?, 99, clock_timestamp(), 'action-plan.CaseMerged', '1',
                          '{}', '{}')""").param(caseId).update();
        settles();
    }

    public CaseFile caseOf(FeedbackReceived feedback) {
        return cases.find(OpenCase.caseOf(feedback.feedbackId())).orElseThrow();
    }

    public List<ActionPlanEvent> historyOf(UUID caseId) {
        return stored.ofAggregate(caseId).stream()
                .map(event -> (ActionPlanEvent) event.event())
                .toList();
    }
}
