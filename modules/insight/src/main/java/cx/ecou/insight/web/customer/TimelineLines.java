package cx.ecou.insight.web.customer;

import cx.ecou.eventstore.StoredEvent;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.read.customer.TimelineEntry;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words what happened with a customer. */
@Component
class TimelineLines {

    private final CustomerWords words;
    private final CaseLines cases;
    private final RecordLines records;
    private final SegmentLines segments;

    TimelineLines(CustomerWords words, CaseLines cases, RecordLines records, SegmentLines segments) {
        this.words = words;
        this.cases = cases;
        this.records = records;
        this.segments = segments;
    }

    /** @param stored null, or something else than the event itself, when this program cannot read it */
    TimelineLine of(TimelineEntry entry, @Nullable StoredEvent stored) {
        Object event = stored == null ? null : stored.event();
        if (event instanceof FeedbackReceived said) {
            return feedback(entry, said);
        }
        return Stream.of(cases.of(entry, event), records.of(entry, event), segments.of(entry, event))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> TimelineLine.of(entry, "alert-triangle", words.text("timeline.unreadable")));
    }

    private TimelineLine feedback(TimelineEntry entry, FeedbackReceived said) {
        return TimelineLine.of(
                        entry,
                        "message-2",
                        words.text("timeline.FEEDBACK." + said.kind()),
                        said.touchpoint(),
                        said.channel(),
                        said.source())
                .scoring(said.scores())
                .saying(said.comment(), said.language())
                .at("/inbox/" + said.feedbackId());
    }
}
