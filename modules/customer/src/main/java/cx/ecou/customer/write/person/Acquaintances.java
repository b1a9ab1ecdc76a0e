package cx.ecou.customer.write.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a batch may concern: the subjects that are seen in it, and all customers who have something in common with them. */
final class Acquaintances {

    private final Map<UUID, Subject> subjects = new HashMap<>();
    private final Map<UUID, Person> persons = new HashMap<>();
    private final Map<Mark, Map<UUID, UUID>> holders = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();

    @Nullable
    Subject subject(UUID subjectId) {
        return subjects.get(subjectId);
    }

    void add(Subject subject) {
        subjects.put(subject.subjectId(), subject);
    }

    /** The subject has left a mark before. */
    void marked(UUID subjectId, Mark mark) {
        Objects.requireNonNull(subjects.get(subjectId), "marks are left by subjects")
                .marks()
                .add(mark);
    }

    /** Everything that was personal is gone, and nothing is to come back. */
    void isErased(UUID subjectId) {
        erased.add(subjectId);
    }

    boolean wasErased(UUID subjectId) {
        return erased.contains(subjectId);
    }

    Person person(UUID customerId) {
        return Objects.requireNonNull(persons.get(customerId), "a subject belongs to a customer");
    }

    void add(Person person) {
        persons.put(person.customerId(), person);
    }

    /** @param homeId as whom the subject was recognised that has left the mark; the first one counts */
    void holds(UUID customerId, UUID homeId, Mark mark) {
        holders.computeIfAbsent(mark, first -> new LinkedHashMap<>()).putIfAbsent(customerId, homeId);
    }

    /** None of the customer's subjects can be recognised by this any more. */
    void holdsNoMore(UUID customerId, Mark mark) {
        holders.getOrDefault(mark, new HashMap<>()).remove(customerId);
        person(customerId).hasNot(mark);
    }

    /** The customers of whom a subject has left a mark. */
    List<Person> holders(Mark mark) {
        return holders.getOrDefault(mark, Map.of()).keySet().stream()
                .map(this::person)
                .toList();
    }

    /** As whom the subject was recognised that left a mark of a customer. */
    UUID homeOf(Person person, Mark mark) {
        return Objects.requireNonNull(holders.getOrDefault(mark, Map.of()).get(person.customerId()));
    }

    /** The one is part of the other from now on. */
    void merged(Person remaining, Person merged) {
        remaining.becomes(merged);
        for (Map<UUID, UUID> holding : holders.values()) {
            UUID home = holding.remove(merged.customerId());
            if (home != null) {
                holding.putIfAbsent(remaining.customerId(), home);
            }
        }
        subjects.values().stream()
                .filter(subject -> subject.customerId().equals(merged.customerId()))
                .forEach(subject -> subject.belongsTo(remaining.customerId()));
        persons.put(merged.customerId(), remaining);
    }
}
