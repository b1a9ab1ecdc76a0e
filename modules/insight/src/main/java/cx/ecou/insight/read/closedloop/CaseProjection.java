package cx.ecou.insight.read.closedloop;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.announce.Announcements;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Follows every case through its life. A batch is written in two steps: its new cases, then what happened to cases. */
@Component
@ProcessingGroup(ClosedLoop.PROCESSING_GROUP)
class CaseProjection {

    private final RowBuffer<ActionPlanEvent> buffer = new RowBuffer<>(this::write);
    private final CaseTable table;
    private final Announcements announcements;

    CaseProjection(CaseTable table, Announcements announcements) {
        this.table = table;
        this.announcements = announcements;
    }

    @EventHandler
    void on(ActionPlanEvent event) {
        buffer.add(event);
    }

    private void write(List<ActionPlanEvent> events) {
        table.add(events.stream()
                .filter(CaseOpened.class::isInstance)
                .map(CaseOpened.class::cast)
                .toList());
        table.apply(events);
        announcements.announce(ClosedLoop.TOPIC);
    }
}
