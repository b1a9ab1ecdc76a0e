package cx.ecou.insight.read.scorecount;

import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.figures.Series;
import cx.ecou.kernel.Reporting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What one answer is counted as: equal answers under equal circumstances on equal days are one row. */
record Counted(
        Circumstances circumstances, Series series, LocalDate occurredOn, LocalDate recordedOn, BigDecimal value) {

    /** One for each score of the feedback. */
    static List<Counted> of(FeedbackReceived feedback, Instant recordedAt, Reporting reporting) {
        var circumstances = Circumstances.of(feedback);
        var occurredOn = reporting.dayOf(feedback.occurredAt());
        var recordedOn = reporting.dayOf(recordedAt);
        return feedback.scores().stream()
                .map(score -> new Counted(
                        circumstances,
                        new Series(score.metric(), score.scale()),
                        occurredOn,
                        recordedOn,
                        score.value()))
                .toList();
    }
}
