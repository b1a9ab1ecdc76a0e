package cx.ecou.insight.read.scorecount;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which answers are asked for: those that lie, in each named dimension, on one of its named members, and whose customers
 * belonged to one of the named segments.
 *
 * @param members by dimension, none of them empty; {@link Dimension#NOT_STATED} names feedback that does not say
 * @param segments none for answers of everybody
 */
public record Filters(Map<Dimension, Set<String>> members, Set<UUID> segments) {

    public static final Filters NONE = new Filters(Map.of(), Set.of());

    public Filters {
        var copy = new EnumMap<Dimension, Set<String>>(Dimension.class);
        members.forEach((dimension, names) -> {
            if (!names.isEmpty()) {
                copy.put(dimension, Collections.unmodifiableSet(new TreeSet<>(names)));
            }
        });
        members = Collections.unmodifiableMap(copy);
        segments = Collections.unmodifiableSet(new TreeSet<>(segments));
    }

    /** Of everybody. */
    public Filters(Map<Dimension, Set<String>> members) {
        this(members, Set.of());
    }

    /** Of whoever belonged to one of some segments. */
    public static Filters onlyOf(UUID... segments) {
        return new Filters(Map.of(), Set.of(segments));
    }

    public static Filters only(Dimension dimension, String... members) {
        return new Filters(Map.of(dimension, Set.of(members)));
    }

    public boolean isEmpty() {
        return members.isEmpty() && segments.isEmpty();
    }

    boolean admit(Circumstances circumstances) {
        return members.entrySet().stream()
                .allMatch(filter -> filter.getValue().contains(circumstances.in(filter.getKey())));
    }
}
