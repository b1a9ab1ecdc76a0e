package cx.ecou.actionplan.read.workload;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What a batch gives out, and how much everybody has to do with it. */
final class GivenWork {

    private final Map<Duty.Key, Duty> duties = new LinkedHashMap<>();
    private final Map<String, Map<UUID, Integer>> cases = new HashMap<>();

    /** @param before how much it was, asked for once */
    Map<UUID, Integer> cases(String kind, Supplier<Map<UUID, Integer>> before) {
        return cases.computeIfAbsent(kind, asked -> {
            Map<UUID, Integer> now = new HashMap<>(before.get());
            duties.values().stream()
                    .filter(duty -> duty.kind().equals(kind))
                    .forEach(duty -> now.merge(duty.colleague(), 1, Integer::sum));
            return now;
        });
    }

    void add(Duty duty) {
        duties.put(duty.key(), duty);
        cases.computeIfPresent(duty.kind(), (kind, known) -> {
            known.merge(duty.colleague(), 1, Integer::sum);
            return known;
        });
    }

    List<Duty> duties() {
        return List.copyOf(duties.values());
    }
}
