package cx.ecou.customer.write.person;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.RecognisedBy;
import cx.ecou.customer.events.SubjectRecognised;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who it was, one after the other, in the order in which they were seen. The key of a source decides always; then
 * loyalty card, e-mail address, telephone number, device. Where something speaks against it, a colleague is asked instead.
 */
final class Recognition {

    /** What more customers than these have in common says nothing of any of them: an address of the family, of a shop. */
    private static final int CROWD = 5;

    private final Acquaintances known;
    private final Findings findings;

    Recognition(Acquaintances known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    void see(Sighting sighting) {
        CustomerSeen seen = sighting.seen();
        Instant at = sighting.at();
        if (known.wasErased(seen.subjectId())) {
            findings.seenAfterErasure(seen.subjectId());
            return;
        }
        if (!seen.tellsWho()) {
            return;
        }
        List<Identity> identities = sighting.identities().stream()
                .distinct()
                .sorted(Comparator.comparing(Identity::kind))
                .toList();
        Subject subject = known.subject(seen.subjectId());
        if (subject == null) {
            introduce(seen, identities, at);
        } else {
            meetAgain(subject, seen.namesAllIdentities(), identities, at);
        }
    }

    private void introduce(CustomerSeen seen, List<Identity> identities, Instant at) {
        Person newcomer = new Person(seen.subjectId(), at);
        if (seen.customerSource() != null && seen.customerRef() != null) {
            newcomer.isCalled(seen.customerSource(), seen.customerRef());
        }
        identities.forEach(newcomer::has);
        Identity common = identities.stream()
                .filter(identity -> theOneWhoIs(newcomer, identity) != null)
                .findFirst()
                .orElse(null);
        Person person = common == null ? null : theOneWhoIs(newcomer, common);
        UUID home = newcomer.customerId();
        if (common == null || person == null) {
            person = newcomer;
            known.add(newcomer);
            findings.customer(newcomer);
        } else {
            home = known.homeOf(person, Mark.of(common));
            person.becomes(newcomer);
        }
        Subject subject = new Subject(seen.subjectId(), home, person.customerId());
        known.add(subject);
        findings.recognised(
                subject,
                new SubjectRecognised(
                        seen.subjectId(),
                        person.customerId(),
                        common == null ? RecognisedBy.NOTHING_KNOWN : RecognisedBy.of(common.kind()),
                        seen.customerSource(),
                        seen.customerRef()));
        leaveMarks(subject, identities);
        compare(person, identities, at);
    }

    private void meetAgain(Subject subject, boolean all, List<Identity> identities, Instant at) {
        List<Identity> fresh = identities.stream()
                .filter(identity -> !subject.marks().contains(Mark.of(identity)))
                .toList();
        if (all) {
            forget(subject, identities);
        }
        if (fresh.isEmpty()) {
            return;
        }
        Person person = known.person(subject.customerId());
        fresh.forEach(person::has);
        leaveMarks(subject, fresh);
        compare(person, fresh, at);
    }

    private void forget(Subject subject, List<Identity> identities) {
        Set<Mark> left = identities.stream().flatMap(Mark::left).collect(Collectors.toSet());
        Set<Mark> gone =
                subject.marks().stream().filter(mark -> !left.contains(mark)).collect(Collectors.toSet());
        subject.marks().removeAll(gone);
        for (Mark mark : gone) {
            if (!findings.unmarked(subject, mark)) {
                known.holdsNoMore(subject.customerId(), mark);
            }
        }
    }

    private void leaveMarks(Subject subject, List<Identity> identities) {
        identities.stream().flatMap(Mark::left).filter(subject.marks()::add).forEach(mark -> {
            known.holds(subject.customerId(), subject.homeId(), mark);
            findings.marked(subject, mark);
        });
    }

    /** The only customer with that identity who may be the newcomer; null when there is none, or more than one. */
    private @Nullable Person theOneWhoIs(Person newcomer, Identity common) {
        List<Person> candidates = others(newcomer, Mark.of(common)).stream()
                .filter(candidate -> !candidate.cannotBe(newcomer, common.kind()))
                .filter(candidate ->
                        common.kind() != IdentityKind.DEVICE || candidate.isOnlyADevice() || newcomer.isOnlyADevice())
                .toList();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    /** Looks for others who have the same: they are merged if there is no doubt, else a colleague is asked. */
    private void compare(Person person, List<Identity> fresh, Instant at) {
        Person one = person;
        for (Identity identity : fresh) {
            List<Person> others = others(one, Mark.of(identity));
            if (others.size() == 1 && isProof(identity.kind()) && !one.cannotBe(others.get(0), identity.kind())) {
                one = merge(one, others.get(0), identity.kind());
            } else if (identity.kind() != IdentityKind.DEVICE) {
                suggest(one, others, DuplicateReason.same(identity.kind()), at);
            }
        }
        Person asked = one;
        fresh.stream()
                .flatMap(Mark::left)
                .filter(mark -> mark.kind().equals(Mark.LIKENESS))
                .forEach(likeness -> suggest(asked, others(asked, likeness), DuplicateReason.LOOK_ALIKE_EMAIL, at));
    }

    private static boolean isProof(IdentityKind kind) {
        return kind == IdentityKind.LOYALTY_CARD || kind == IdentityKind.EMAIL;
    }

    private List<Person> others(Person person, Mark mark) {
        List<Person> holders = known.holders(mark);
        return holders.size() > CROWD
                ? List.of()
                : holders.stream().filter(holder -> holder != person).distinct().toList();
    }

    private Person merge(Person one, Person other, IdentityKind because) {
        boolean oneIsOlder = !one.knownSince().isAfter(other.knownSince());
        Person remaining = oneIsOlder ? one : other;
        Person merged = oneIsOlder ? other : one;
        findings.merged(remaining.customerId(), merged.customerId(), because);
        known.merged(remaining, merged);
        return remaining;
    }

    private void suggest(Person person, List<Person> others, DuplicateReason reason, Instant at) {
        others.stream()
                .filter(other -> !person.isKnownToBeApartFrom(other))
                .forEach(other -> findings.duplicate(person.customerId(), other.customerId(), reason, at));
    }
}
