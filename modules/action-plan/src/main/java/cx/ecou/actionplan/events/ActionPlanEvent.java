package cx.ecou.actionplan.events;

import java.util.UUID;

/** The register of everything that the action-plan module records. */
public sealed interface ActionPlanEvent
        permits CaseOpened,
                CaseAssigned,
                CustomerContacted,
                CaseNoted,
                CaseResolved,
                CaseReopened,
                CaseClosed,
                CaseEscalated {

    UUID caseId();
}
