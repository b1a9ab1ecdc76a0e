package cx.ecou.insight.web.customer;

import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a customer through time, of one metric on one scale.
 *
 * @param metrics those for which there are scores
 * @param rows newest first
 */
record ScoresView(Metric metric, Scale scale, List<Metric> metrics, List<Row> rows, String summary) {

    /**
     * One answer.
     *
     * @param shortDay as the axis wants it
     */
    record Row(
            UUID feedbackId,
            String day,
            String shortDay,
            Score score,
            @Nullable String touchpoint) {}

    /**
     * @param feedback newest first; what is none is passed over
     * @param wanted null, or one that was never given: the metric with most answers
     * @return null when there is no score at all
     */
    static @Nullable ScoresView of(List<Object> feedback, @Nullable Metric wanted, CustomerWords words) {
        List<Row> all = feedback.stream()
                .filter(FeedbackReceived.class::isInstance)
                .map(FeedbackReceived.class::cast)
                .flatMap(said -> said.scores().stream()
                        .map(score -> new Row(
                                said.feedbackId(),
                                words.date(said.occurredAt()),
                                words.shortDay(said.occurredAt()),
                                score,
                                said.touchpoint())))
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        Map<Metric, Long> metrics = all.stream()
                .collect(Collectors.groupingBy(row -> row.score().metric(), TreeMap::new, Collectors.counting()));
        Metric metric = wanted != null && metrics.containsKey(wanted) ? wanted : most(metrics);
        List<Row> ofMetric =
                all.stream().filter(row -> row.score().metric() == metric).toList();
        Scale scale = most(ofMetric.stream()
                .map(row -> row.score().scale())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        List<Row> rows = ofMetric.stream()
                .filter(row -> row.score().scale().equals(scale))
                .toList();
        return new ScoresView(metric, scale, List.copyOf(metrics.keySet()), rows, summary(metric, rows, words));
    }

    private static <K> K most(Map<K, Long> counts) {
        return counts.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private static String summary(Metric metric, List<Row> rows, CustomerWords words) {
        return words.text(
                "customer.scores.summary",
                metric.name(),
                rows.size(),
                rows.get(0).score().value(),
                rows.get(0).day());
    }
}
