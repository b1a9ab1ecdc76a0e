package cx.ecou.insight;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.RecognisedBy;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers by example, as the modules below record them; each test has sources of its own. */
@Component
public class CustomerWorld {

    public static final String MOMENT = "2026-11-09T10:00:00Z";

    private final Facts facts;
    private final Intake intake;
    private final SettableClock clock;

    CustomerWorld(Facts facts, Intake intake, SettableClock clock) {
        this.facts = facts;
        this.intake = intake;
        this.clock = clock;
    }

    /** A source describes somebody of whom nothing was known: a new customer. */
    public UUID isNew(String source, String ref, String name, String email) {
        UUID subject = CustomerSeen.subjectOf(source, ref);
        describes(source, ref, name, email);
        happens(new SubjectRecognised(subject, subject, RecognisedBy.NOTHING_KNOWN, source, ref));
        return subject;
    }

    /** A source describes somebody who turns out to be a customer already, by the address. */
    public UUID isAlso(UUID customerId, String source, String ref, String name, String email) {
        UUID subject = CustomerSeen.subjectOf(source, ref);
        describes(source, ref, name, email);
        happens(new SubjectRecognised(subject, customerId, RecognisedBy.EMAIL, source, ref));
        return subject;
    }

    public void describes(String source, String ref, String name, String email) {
        UUID subject = CustomerSeen.subjectOf(source, ref);
        happens(new CustomerDescribed(
                Ids.next(),
                subject,
                source,
                ref,
                name,
                List.of(email),
                List.of("+48 601 234 567"),
                List.of("8800 1234"),
                List.of("d-1"),
                "pl",
                "Europe/Warsaw",
                "acme-" + source,
                "buyer",
                Map.of("tier", "gold"),
                Instant.parse(MOMENT)));
    }

    /** They say something. */
    public UUID says(String source, String ref, String on, @Nullable String comment, Score... scores) {
        UUID feedbackId = Ids.next();
        happens(new FeedbackReceived(
                feedbackId,
                CustomerSeen.subjectOf(source, ref),
                source,
                feedbackId.toString(),
                FeedbackKind.SURVEY,
                Instant.parse(on),
                "pl",
                ref,
                "Ana K.",
                null,
                "delivery",
                "web",
                null,
                null,
                null,
                List.of(scores),
                comment,
                Map.of()));
        return feedbackId;
    }

    /** A case is opened for what they said. */
    public UUID opensCase(String source, String ref, UUID feedbackId, String openedAt, String dueAt) {
        UUID caseId = Ids.next();
        Score reason = Score.nps(2);
        happens(new CaseOpened(
                caseId,
                feedbackId,
                CustomerSeen.subjectOf(source, ref),
                ref,
                "Ana K.",
                FeedbackKind.SURVEY,
                Instant.parse(openedAt),
                "delivery",
                "web",
                "pl",
                reason,
                List.of(reason),
                null,
                Priority.HIGH,
                Instant.parse(openedAt),
                Instant.parse(dueAt)));
        return caseId;
    }

    public void assigns(UUID caseId, UUID owner, String at) {
        happens(new CaseAssigned(caseId, owner, null, Instant.parse(at)));
    }

    public void contacts(UUID caseId, UUID subject, UUID by, String at, String note) {
        happens(new CustomerContacted(caseId, subject, ContactChannel.PHONE, note, by, Instant.parse(at)));
    }

    /** Two customers become one. */
    public UUID merges(UUID customerId, UUID otherId, UUID... subjects) {
        UUID mergeId = Ids.next();
        happens(new CustomersMerged(mergeId, customerId, otherId, Arrays.asList(subjects), IdentityKind.EMAIL, null));
        return mergeId;
    }

    public void undoes(UUID mergeId, UUID customerId, UUID separatedId, UUID... subjects) {
        happens(new MergeUndone(mergeId, customerId, separatedId, Arrays.asList(subjects), Ids.next()));
    }

    /** Something is recorded at noon, each time as an aggregate of its own, and everybody has seen it. */
    public void happens(Object event) {
        clock.set(Intake.NOON);
        facts.record(List.of(new Fact(Ids.next(), "Story", event)));
        intake.awaitProjection(Customers.PROCESSING_GROUP);
    }
}
