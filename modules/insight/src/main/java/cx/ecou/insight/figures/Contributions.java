package cx.ecou.insight.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each group added to the change of a total between two periods: its own change, weighted with its mean share of
 * the answers, and the shift of its share, weighted with how far it lies from the total:
 * {@code (w₁ − w₀) · (mean value of the group − mean value of the total) + mean share · (v₁ − v₀)}.
 * The parts add up to the change exactly.
 */
public final class Contributions {

    private final Kpi kpi;
    private final Answers before;
    private final Answers after;

    private Contributions(Kpi kpi, Answers before, Answers after) {
        this.kpi = kpi;
        this.before = before;
        this.after = after;
    }

    /**
     * By group, in the order of their names; empty when one of the periods has no answers.
     *
     * @param earlier disjoint groups that make up the earlier total
     * @param later the same for the later one; a group may be missing in either
     */
    public static Map<String, Double> of(Kpi kpi, Map<String, Answers> earlier, Map<String, Answers> later) {
        if (total(earlier) == 0 || total(later) == 0) {
            return Map.of();
        }
        var sums = new Contributions(kpi, sum(kpi, earlier), sum(kpi, later));
        var parts = new LinkedHashMap<String, Double>();
        for (String group : groups(earlier, later)) {
            var none = Answers.none(sums.before.series());
            parts.put(group, sums.part(earlier.getOrDefault(group, none), later.getOrDefault(group, none)));
        }
        return parts;
    }

    private double part(Answers earlier, Answers later) {
        double shareBefore = (double) earlier.n() / before.n();
        double shareAfter = (double) later.n() / after.n();
        // A group that is absent from a period has no value there, and none is needed: whatever it is, it cancels out.
        double valueBefore = value(earlier.n() == 0 ? later : earlier);
        double valueAfter = value(later.n() == 0 ? earlier : later);
        double distance = (valueBefore + valueAfter) / 2 - (value(before) + value(after)) / 2;
        return (shareAfter - shareBefore) * distance + (shareAfter + shareBefore) / 2 * (valueAfter - valueBefore);
    }

    private double value(Answers answers) {
        return answers.n() == 0 ? 0 : kpi.value(answers);
    }

    private static Set<String> groups(Map<String, Answers> earlier, Map<String, Answers> later) {
        var groups = new TreeSet<>(earlier.keySet());
        groups.addAll(later.keySet());
        return groups;
    }

    private static long total(Map<String, Answers> groups) {
        return groups.values().stream().mapToLong(Answers::n).sum();
    }

    private static Answers sum(Kpi kpi, Map<String, Answers> groups) {
        return groups.values().stream().reduce(Answers::plus).orElse(Answers.none(kpi.usualSeries()));
    }
}
