package cx.ecou.actionplan.events;

import cx.ecou.actionplan.CaseExamples;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.EventContract;
import java.util.List;

class CaseContractTests implements EventContract {

    @Override
    public EventRegister register() {
        return new EventRegister("action-plan", ActionPlanEvent.class);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.of(CaseExamples.caseOpened()),
                new Example(CaseExamples.caseOpenedWithCsat(), "anonymous"),
                Example.of(CaseExamples.assignedByTheRule()),
                Example.of(CaseExamples.contacted()),
                Example.of(CaseExamples.noted()),
                Example.of(CaseExamples.resolved()),
                Example.of(CaseExamples.reopened()),
                Example.of(CaseExamples.closed()),
                Example.of(CaseExamples.escalated()));
    }
}
