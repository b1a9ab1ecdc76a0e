package cx.ecou.insight.web.customer;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.insight.read.customer.TimelineEntry;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words what was done in a case. */
@Component
class CaseLines {

    private final CustomerWords words;

    CaseLines(CustomerWords words) {
        this.words = words;
    }

    /** Null for what is no event of a case. */
    @Nullable
    TimelineLine of(TimelineEntry entry, @Nullable Object event) {
        return event instanceof ActionPlanEvent step
                ? Objects.requireNonNull(line(entry, step)).at("/cases/" + step.caseId())
                : null;
    }

    private @Nullable TimelineLine line(TimelineEntry entry, ActionPlanEvent step) {
        if (step instanceof CaseOpened opened) {
            return line(entry, "bolt", opened.touchpoint(), due(opened));
        }
        if (step instanceof CaseAssigned assigned) {
            return line(entry, "user", words.colleague(assigned.owner()));
        }
        if (step instanceof CustomerContacted contacted) {
            return line(entry, "phone", words.text("timeline.by." + contacted.channel()), who(contacted.by()))
                    .saying(contacted.note(), null);
        }
        if (step instanceof CaseNoted noted) {
            return line(entry, "note", who(noted.by())).saying(noted.text(), null);
        }
        if (step instanceof CaseResolved resolved) {
            return line(entry, "circle-check", words.text("timeline.outcome." + resolved.outcome()), who(resolved.by()))
                    .saying(resolved.note(), null);
        }
        if (step instanceof CaseReopened reopened) {
            return line(entry, "arrow-back-up", who(reopened.by())).saying(reopened.reason(), null);
        }
        if (step instanceof CaseClosed closed) {
            return line(entry, "lock", who(closed.by()));
        }
        return step instanceof CaseEscalated escalated ? line(entry, "flag", words.colleague(escalated.to())) : null;
    }

    private TimelineLine line(TimelineEntry entry, String icon, @Nullable String... details) {
        return TimelineLine.of(entry, icon, words.text("timeline." + entry.kind()), details);
    }

    private String due(CaseOpened opened) {
        return words.text("timeline.due", words.dateTime(opened.dueAt()));
    }

    private @Nullable String who(@Nullable UUID by) {
        return words.colleague(by);
    }
}
