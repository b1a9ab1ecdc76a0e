package cx.ecou.actionplan.read.workload;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Learns from the events what people do with their work. */
@Component
@ProcessingGroup(Workload.PROCESSING_GROUP)
class WorkloadProjection {

    private final Workload workload;

    WorkloadProjection(Workload workload) {
        this.workload = workload;
    }

    @EventHandler
    void on(CaseAssigned event) {
        workload.own(event.caseId(), event.owner());
    }

    @EventHandler
    void on(CaseEscalated event) {
        workload.escalate(event.caseId(), event.to());
    }

    @EventHandler
    void on(CaseResolved event) {
        workload.rest(event.caseId());
    }

    @EventHandler
    void on(CaseReopened event) {
        workload.resume(event.caseId());
    }
}
