package cx.ecou.insight.read.scorecount;

import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Series;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answers to one question, on every scale on which it was asked; scales stay apart. */
public final class GroupedAnswers {

    private final ScoreQuestion question;
    private final Map<Scale, Map<String, Map<BigDecimal, Long>>> counts = new HashMap<>();

    private final @Nullable GroupedAnswers together;

    GroupedAnswers(ScoreQuestion question) {
        this.question = question;
        this.together = null;
    }

    /**
     * Groups that overlap, and do not add up.
     *
     * @param together the same answers, with nothing told apart
     */
    GroupedAnswers(ScoreQuestion question, GroupedAnswers together) {
        this.question = question;
        this.together = together;
    }

    void add(Scale scale, String group, BigDecimal value, long answers) {
        counts.computeIfAbsent(scale, s -> new HashMap<>())
                .computeIfAbsent(group, g -> new TreeMap<>())
                .merge(value, answers, Long::sum);
    }

    public Set<Scale> scales() {
        return together == null ? counts.keySet() : together.scales();
    }

    /** The scale with most answers; of two equals the shorter one. */
    public Optional<Scale> mostAnswered() {
        return scales().stream()
                .max(Comparator.comparingLong((Scale scale) -> total(scale).n())
                        .thenComparing(Scale::size, Comparator.reverseOrder())
                        .thenComparing(Scale::low, Comparator.reverseOrder()));
    }

    public Answers total(Scale scale) {
        if (together != null) {
            return together.total(scale);
        }
        Map<BigDecimal, Long> sum = new HashMap<>();
        of(scale).values().forEach(group -> group.forEach((value, answers) -> sum.merge(value, answers, Long::sum)));
        return Answers.of(series(scale), sum);
    }

    /** By key: through time every span of the period in its order; of a dimension the members that answered, by name. */
    public Map<String, Answers> groups(Scale scale) {
        Map<String, Answers> groups = new LinkedHashMap<>();
        if (question.grouping() instanceof Grouping.BySpan by) {
            by.span().startsIn(question.from(), question.to()).forEach(start -> {
                String key = by.span().keyOf(start);
                groups.put(key, Answers.of(series(scale), of(scale).getOrDefault(key, Map.of())));
            });
        } else {
            new TreeMap<>(of(scale)).forEach((key, group) -> groups.put(key, Answers.of(series(scale), group)));
        }
        return groups;
    }

    private Map<String, Map<BigDecimal, Long>> of(Scale scale) {
        return counts.getOrDefault(scale, Map.of());
    }

    private Series series(Scale scale) {
        Metric metric = question.metric();
        return new Series(metric, scale);
    }
}
