package cx.ecou.actionplan.automation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.eventstore.RowBuffer;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * For each due time there is one appointment with {@link WhenCaseIsOverdueThenEscalate}, kept in PostgreSQL: it is made
 * in the transaction that stores how far this reaction has come, and survives every restart.
 */
@Component
@ProcessingGroup(WhenCaseOpensThenWatchItsDueTime.PROCESSING_GROUP)
class WhenCaseOpensThenWatchItsDueTime {

    static final String PROCESSING_GROUP = "action-plan.escalation";

    private final SchedulerClient scheduler;
    private final RowBuffer<CaseOpened> opened = new RowBuffer<>(this::watchAll);

    WhenCaseOpensThenWatchItsDueTime(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventHandler
    void on(CaseOpened event) {
        opened.add(event);
    }

    private void watchAll(List<CaseOpened> events) {
        scheduler.scheduleBatch(events.stream()
                .map(event -> WhenCaseIsOverdueThenEscalate.TASK
                        .instance(event.caseId().toString())
                        .scheduledTo(event.dueAt())));
    }

    @EventHandler
    void on(CaseReopened event) {
        opened.writeNow();
        var appointment =
                WhenCaseIsOverdueThenEscalate.TASK.instance(event.caseId().toString());
        scheduler.schedule(appointment.build(), event.dueAt(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }
}
