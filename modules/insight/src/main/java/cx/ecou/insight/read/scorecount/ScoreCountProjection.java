package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.Gathering;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/**
 * Counts the scores of all feedback. The counts of a batch are gathered in memory, then each touched row is written
 * once; together with the processor's token, so that every answer counts exactly once.
 */
@Component
@ProcessingGroup(ScoreCounts.PROCESSING_GROUP)
class ScoreCountProjection {

    private final Gathering<Counts> counts;
    private final ScoreCountTable table;
    private final Reporting reporting;
    private final Announcements announcements;

    ScoreCountProjection(Scopes scopes, ScoreCountTable table, Reporting reporting, Announcements announcements) {
        this.counts = new Gathering<>(() -> new Counts(scopes), this::write);
        this.table = table;
        this.reporting = reporting;
        this.announcements = announcements;
    }

    @EventHandler
    void on(FeedbackReceived feedback, @Timestamp Instant recordedAt) {
        counts.now().add(Counted.of(feedback, recordedAt, reporting));
    }

    private void write(Counts gathered) {
        table.add(gathered.rows());
        announcements.announce(ScoreCounts.TOPIC);
    }
}
