package cx.ecou.insight.web;

import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Base;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Contributions;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The answers of two periods by the members of a dimension, and what they tell. Small members are put together. */
final class Members {

    /** More rows than fit beside each other are more than anybody compares. */
    private static final int ROWS = 12;

    private static final int PARTS = 4;

    private final Kpi kpi;
    private final Series series;
    private final BaseRule rule;
    private final boolean overlapping;
    private final Map<String, Answers> before;
    private final Map<String, Answers> now;

    /** @param overlapping whether an answer may stand at several members: then they do not add up to anything */
    Members(
            Kpi kpi,
            Series series,
            BaseRule rule,
            boolean overlapping,
            Map<String, Answers> before,
            Map<String, Answers> now) {
        this.kpi = kpi;
        this.series = series;
        this.rule = rule;
        this.overlapping = overlapping;
        this.before = before;
        this.now = now;
    }

    /** Worst first; the hidden ones last. Beyond the members with most answers all others are one row, or none if they overlap. */
    List<MemberRow> rows() {
        List<String> byAnswers = now.keySet().stream()
                .sorted(Comparator.comparingLong((String member) -> -now(member).n())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int single = byAnswers.size() <= ROWS ? byAnswers.size() : overlapping ? ROWS : ROWS - 1;
        List<MemberRow> rows = new ArrayList<>();
        for (String member : byAnswers.subList(0, single)) {
            rows.add(new MemberRow(member, 0, compared(List.of(member)), Bands.of(now(member))));
        }
        List<String> others = byAnswers.subList(single, byAnswers.size());
        if (!others.isEmpty() && !overlapping) {
            rows.add(new MemberRow(null, others.size(), compared(others), Bands.of(sum(now, others))));
        }
        rows.sort(Comparator.comparing(
                (MemberRow row) -> row.compared().now().value(), Comparator.nullsLast(Comparator.naturalOrder())));
        return rows;
    }

    /** The largest parts of the change, then all others together; those with hidden figures are never told apart. */
    List<Part> parts() {
        if (overlapping) {
            return List.of();
        }
        Map<String, Double> contributions = Contributions.of(kpi, before, now);
        List<String> largest = contributions.keySet().stream()
                .filter(member -> rule.of(now(member).n()) != Base.HIDDEN
                        || rule.of(before(member).n()) != Base.HIDDEN)
                .sorted(Comparator.comparingDouble(member -> -Math.abs(contributions.getOrDefault(member, 0.0))))
                .limit(PARTS)
                .toList();
        List<Part> parts = new ArrayList<>();
        largest.forEach(member ->
                parts.add(new Part(member, 0, contributions.getOrDefault(member, 0.0), Bands.of(now(member)))));
        Set<String> others = new TreeSet<>(contributions.keySet());
        others.removeAll(Set.copyOf(largest));
        if (!others.isEmpty()) {
            double together = others.stream()
                    .mapToDouble(member -> contributions.getOrDefault(member, 0.0))
                    .sum();
            parts.add(new Part(null, others.size(), together, Bands.of(sum(now, others))));
        }
        return parts;
    }

    private Compared compared(Collection<String> members) {
        return new Compared(kpi.of(sum(now, members), rule), kpi.of(sum(before, members), rule));
    }

    private Answers sum(Map<String, Answers> period, Collection<String> members) {
        return members.stream()
                .map(member -> period.getOrDefault(member, Answers.none(series)))
                .reduce(Answers.none(series), Answers::plus);
    }

    private Answers now(String member) {
        return now.getOrDefault(member, Answers.none(series));
    }

    private Answers before(String member) {
        return before.getOrDefault(member, Answers.none(series));
    }
}
