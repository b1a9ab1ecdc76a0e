package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private final RowBuffer<Counted> buffer = new RowBuffer<>(this::count);
    private final Scopes scopes;
    private final ScoreCountTable table;
    private final Reporting reporting;
    private final Announcements announcements;

    ScoreCountProjection(Scopes scopes, ScoreCountTable table, Reporting reporting, Announcements announcements) {
        this.scopes = scopes;
        this.table = table;
        this.reporting = reporting;
        this.announcements = announcements;
    }

    @EventHandler
    void on(FeedbackReceived feedback, @Timestamp Instant recordedAt) {
        Counted.of(feedback, recordedAt, reporting).forEach(buffer::add);
    }

    private void count(List<Counted> batch) {
        Map<Counted, Long> equal = new HashMap<>();
        batch.forEach(counted -> equal.merge(counted, 1L, Long::sum));
        table.add(rows(equal));
        announcements.announce(ScoreCounts.TOPIC);
    }

    private SortedMap<ScoreCountRow, Long> rows(Map<Counted, Long> counts) {
        Map<Circumstances, List<Scope>> scopesOf = new HashMap<>();
        counts.keySet().forEach(counted -> scopesOf.computeIfAbsent(counted.circumstances(), Scope::of));
        Set<Scope> touched = new HashSet<>();
        scopesOf.values().forEach(touched::addAll);
        Map<Scope, Integer> numbers = scopes.numbersOf(touched);
        Map<ScoreCountRow, Long> rows = new HashMap<>();
        counts.forEach((counted, answers) -> scopesOf.getOrDefault(counted.circumstances(), List.of())
                .forEach(scope ->
                        rows.merge(ScoreCountRow.of(numbers.getOrDefault(scope, 0), counted), answers, Long::sum)));
        return new TreeMap<>(rows);
    }
}
