package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.Shadow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a batch of feedback adds to the roll-up: each answer counts once in every scope it belongs to. */
final class Counts {

    /** 50 MB; a rebuild writes them then, and begins anew. */
    private static final int MOST_ROWS = 1_500_000;

    private static final int MOST_WAITING = 4_096;
    private static final int MOST_CIRCUMSTANCES = 50_000;

    private final Scopes scopes;
    private final List<Counted> waiting = new ArrayList<>();
    private final Map<Circumstances, int[]> numbersOf = new HashMap<>();
    private final RowCounts rows = new RowCounts();

    Counts(Scopes scopes) {
        this.scopes = scopes;
    }

    /** @param scores of one feedback, under the same circumstances */
    void add(List<Counted> scores) {
        if (scores.isEmpty()) {
            return;
        }
        int[] numbers = numbersOf.get(scores.get(0).circumstances());
        if (numbers == null) {
            await(scores);
        } else {
            scores.forEach(counted -> count(counted, numbers));
        }
        if (rows.size() >= MOST_ROWS) {
            Shadow.writeSoon();
        }
    }

    private void await(List<Counted> scores) {
        waiting.addAll(scores);
        if (waiting.size() >= MOST_WAITING) {
            countWaiting();
        }
    }

    /** The rows of all that was added. */
    RowCounts rows() {
        countWaiting();
        return rows;
    }

    private void countWaiting() {
        if (numbersOf.size() > MOST_CIRCUMSTANCES) {
            numbersOf.clear();
        }
        numberCircumstances();
        waiting.forEach(counted -> count(counted, Objects.requireNonNull(numbersOf.get(counted.circumstances()))));
        waiting.clear();
    }

    private void count(Counted counted, int[] scopesOfIt) {
        long answer = PackedRow.answer(counted.series(), counted.value());
        long days = PackedRow.second(counted.occurredOn(), counted.recordedOn());
        for (int scope : scopesOfIt) {
            rows.add(PackedRow.first(scope, answer), days);
        }
    }

    /** Many at a time: numbers that nobody knows yet are asked of the database. */
    private void numberCircumstances() {
        Map<Circumstances, List<Scope>> found = new HashMap<>();
        waiting.forEach(counted -> found.computeIfAbsent(counted.circumstances(), Scope::of));
        Set<Scope> touched = new HashSet<>();
        found.values().forEach(touched::addAll);
        Map<Scope, Integer> numbers = scopes.numbersOf(touched);
        found.forEach((circumstances, all) -> numbersOf.put(
                circumstances,
                all.stream().mapToInt(scope -> numbers.getOrDefault(scope, 0)).toArray()));
    }
}
