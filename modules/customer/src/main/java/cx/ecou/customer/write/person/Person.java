package cx.ecou.customer.write.person;

import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A customer, as far as it matters for the question whether somebody else is the same. */
final class Person {

    private final UUID customerId;
    private final Instant knownSince;
    private final Map<String, Set<String>> refsBySource = new HashMap<>();
    private final Map<IdentityKind, Set<String>> values = new EnumMap<>(IdentityKind.class);
    private final Set<UUID> apartFrom = new HashSet<>();

    Person(UUID customerId, Instant knownSince) {
        this.customerId = customerId;
        this.knownSince = knownSince;
    }

    UUID customerId() {
        return customerId;
    }

    Instant knownSince() {
        return knownSince;
    }

    void isCalled(String source, String ref) {
        refsBySource.computeIfAbsent(source, first -> new HashSet<>()).add(ref);
    }

    void has(Identity identity) {
        values.computeIfAbsent(identity.kind(), first -> new HashSet<>()).add(identity.value());
    }

    /** What was had is gone; a likeness goes with the address. */
    void hasNot(Mark mark) {
        values.forEach((kind, held) -> {
            if (kind.name().equals(mark.kind())) {
                held.remove(mark.value());
            }
        });
    }

    /** A colleague has said that these are two. */
    void isApartFrom(UUID other) {
        apartFrom.add(other);
    }

    /**
     * Whether something says that these two cannot be one, although they have something in common: a source system that knows
     * them as two, different loyalty cards, a colleague; and, where it is but a telephone, different addresses.
     */
    boolean cannotBe(Person other, IdentityKind common) {
        return isKnownToBeApartFrom(other)
                || refsBySource.keySet().stream().anyMatch(other.refsBySource::containsKey)
                || differIn(IdentityKind.LOYALTY_CARD, other)
                || common == IdentityKind.PHONE && differIn(IdentityKind.EMAIL, other);
    }

    boolean isKnownToBeApartFrom(Person other) {
        return apartFrom.contains(other.customerId) || other.apartFrom.contains(customerId);
    }

    private boolean differIn(IdentityKind kind, Person other) {
        Set<String> ours = values.getOrDefault(kind, Set.of());
        Set<String> theirs = other.values.getOrDefault(kind, Set.of());
        return !ours.isEmpty() && !theirs.isEmpty() && Collections.disjoint(ours, theirs);
    }

    /** Whether nothing but a device is known. */
    boolean isOnlyADevice() {
        return refsBySource.isEmpty() && values.keySet().stream().allMatch(kind -> kind == IdentityKind.DEVICE);
    }

    /** All that is known of the other is known of this one, too. */
    void becomes(Person other) {
        other.refsBySource.forEach((source, refs) ->
                refsBySource.computeIfAbsent(source, first -> new HashSet<>()).addAll(refs));
        other.values.forEach((kind, more) ->
                values.computeIfAbsent(kind, first -> new HashSet<>()).addAll(more));
        apartFrom.addAll(other.apartFrom);
    }
}
