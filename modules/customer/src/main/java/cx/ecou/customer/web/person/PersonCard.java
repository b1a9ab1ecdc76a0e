package cx.ecou.customer.web.person;

import cx.ecou.customer.read.directory.Acquaintance;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer, or a part of one, as it stands beside another to be compared.
 *
 * @param known as their sources know them, the newest description first
 */
record PersonCard(UUID customerId, @Personal List<Acquaintance> known) {

    PersonCard {
        known = List.copyOf(known);
    }

    public @Nullable String name() {
        return values(one -> Stream.ofNullable(one.name())).stream().findFirst().orElse(null);
    }

    /** All spellings under which they are known. */
    public List<String> names() {
        return values(one -> Stream.ofNullable(one.name()));
    }

    public List<String> emails() {
        return values(one -> one.emails().stream());
    }

    public List<String> phones() {
        return values(one -> one.phones().stream());
    }

    public List<String> loyaltyCards() {
        return values(one -> one.loyaltyCards().stream());
    }

    public List<String> accounts() {
        return values(one -> Stream.ofNullable(one.account()));
    }

    /** Their keys: {@code shop c-77}. */
    public List<String> keys() {
        return values(one -> one.source() == null ? Stream.of() : Stream.of(one.source() + " " + one.ref()));
    }

    public @Nullable Instant firstSeenAt() {
        return known.stream()
                .map(Acquaintance::firstSeenAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public @Nullable Instant lastSeenAt() {
        return known.stream()
                .map(Acquaintance::lastSeenAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Only these subjects, or all but these. */
    PersonCard only(Collection<UUID> subjects, boolean these) {
        return new PersonCard(
                customerId,
                known.stream()
                        .filter(one -> subjects.contains(one.subjectId()) == these)
                        .toList());
    }

    private List<String> values(Function<Acquaintance, Stream<String>> of) {
        return known.stream().flatMap(of).filter(Objects::nonNull).distinct().toList();
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
