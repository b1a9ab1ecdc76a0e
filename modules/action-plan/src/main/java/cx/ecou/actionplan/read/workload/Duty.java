package cx.ecou.actionplan.read.workload;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has to do for a case.
 *
 * @param kind {@link #OWNER} or {@link #ESCALATION}
 * @param active whether there is something to do, or the case is resolved
 * @param since when it was given, last of all
 */
record Duty(UUID caseId, String kind, UUID colleague, boolean active, Instant since) {

    static final String OWNER = "OWNER";
    static final String ESCALATION = "ESCALATION";

    /** Of one case there is one of each kind. */
    record Key(UUID caseId, String kind) {}

    Key key() {
        return new Key(caseId, kind);
    }

    Duty given(UUID to, Instant at) {
        return new Duty(caseId, kind, to, true, at.isAfter(since) ? at : since);
    }

    Duty active(boolean now) {
        return new Duty(caseId, kind, colleague, now, since);
    }
}
