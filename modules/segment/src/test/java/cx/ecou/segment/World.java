package cx.ecou.segment;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.RecognisedBy;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.segment.read.portrait.Portraits;
import cx.ecou.segment.read.segments.Segments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a test says in words: customers are described, say something, turn out to be one; and everything has settled. */
@Component
public class World {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UUID MARTA = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private final Facts facts;
    private final Positions positions;
    private final Set<UUID> recognised = new HashSet<>();

    World(Facts facts, Positions positions) {
        this.facts = facts;
        this.positions = positions;
    }

    /** These things are recorded; whoever is new becomes a customer of their own. */
    public void hears(Object... events) {
        List<Object> all = new ArrayList<>();
        for (Object event : events) {
            all.add(event);
            if (event instanceof CustomerSeen seen && seen.tellsWho() && recognised.add(seen.subjectId())) {
                all.add(new SubjectRecognised(
                        seen.subjectId(),
                        seen.subjectId(),
                        RecognisedBy.NOTHING_KNOWN,
                        seen.customerSource(),
                        seen.customerRef()));
            }
        }
        facts.record(all.stream().map(World::fact).toList());
        settles();
    }

    private static Fact fact(Object event) {
        return event instanceof FeedbackReceived said
                ? new Fact(said.feedbackId(), "Feedback", said)
                : new Fact(Ids.next(), "Customer", event);
    }

    /** Two customers, each of one subject, turn out to be one. */
    public void merges(Person remaining, Person other) {
        hears(new CustomersMerged(
                Ids.next(), remaining.subjectId(), other.subjectId(), List.of(other.subjectId()), null, MARTA));
    }

    /** And are two again. */
    public void separates(Person remaining, Person other) {
        hears(new MergeUndone(Ids.next(), remaining.subjectId(), other.subjectId(), List.of(other.subjectId()), MARTA));
    }

    /** A customer of these subjects is erased. */
    public void erases(Person customer, Person... others) {
        List<UUID> subjects = new ArrayList<>(List.of(customer.subjectId()));
        for (Person other : others) {
            subjects.add(other.subjectId());
        }
        hears(new CustomerErased(
                Ids.next(), customer.subjectId(), subjects, ErasureReason.values()[0], MARTA, Person.SAID));
    }

    public void settles() {
        for (String group : List.of(Portraits.PROCESSING_GROUP, Segments.PROCESSING_GROUP)) {
            assertThat(positions.await(group, positions.head(), PATIENCE))
                    .as(group)
                    .isTrue();
        }
    }
}
