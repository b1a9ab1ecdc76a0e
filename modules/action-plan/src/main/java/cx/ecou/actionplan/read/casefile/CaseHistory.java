package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.actionplan.read.casefile.CaseStep.What;
import cx.ecou.eventstore.StoredEvent;
import cx.ecou.eventstore.StoredEvents;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What happened to a case, read from its events: always complete, also before a read model has caught up. */
@Repository
public class CaseHistory {

    private final StoredEvents stored;

    CaseHistory(StoredEvents stored) {
        this.stored = stored;
    }

    /** Every step, oldest first; empty for an id that is no case. */
    public List<CaseStep> of(UUID caseId) {
        return stored.ofAggregate(caseId).stream().map(CaseHistory::step).toList();
    }

    static CaseStep step(StoredEvent stored) {
        Object event = stored.event();
        long position = stored.position();
        if (event instanceof CaseOpened e) {
            return new CaseStep(position, What.OPENED, e.openedAt(), null, null, null, null, null, e.dueAt(), null);
        }
        if (event instanceof CaseAssigned e) {
            return new CaseStep(position, What.ASSIGNED, e.at(), e.by(), e.owner(), null, null, null, null, null);
        }
        if (event instanceof CustomerContacted e) {
            return new CaseStep(
                    position, What.CONTACTED, e.at(), e.by(), null, e.channel(), null, null, null, e.note());
        }
        if (event instanceof CaseResolved e) {
            return new CaseStep(
                    position, What.RESOLVED, e.at(), e.by(), null, null, e.outcome(), e.rootCause(), null, e.note());
        }
        if (event instanceof CaseEscalated e) {
            return new CaseStep(position, What.ESCALATED, e.at(), null, e.to(), null, null, null, null, null);
        }
        if (event instanceof CaseReopened e) {
            return words(position, What.REOPENED, e.at(), e.by(), e.dueAt(), e.reason());
        }
        if (event instanceof CaseNoted e) {
            return words(position, What.NOTED, e.at(), e.by(), null, e.text());
        }
        if (event instanceof CaseClosed e) {
            return words(position, What.CLOSED, e.at(), e.by(), null, null);
        }
        return words(position, What.UNREADABLE, stored.recordedAt(), null, null, null);
    }

    private static CaseStep words(
            long position, What what, Instant at, @Nullable UUID by, @Nullable Instant dueAt, @Nullable String words) {
        return new CaseStep(position, what, at, by, null, null, null, null, dueAt, words);
    }
}
