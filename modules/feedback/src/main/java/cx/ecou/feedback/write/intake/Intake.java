package cx.ecou.feedback.write.intake;

import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.StoredEvent;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes feedback in: checks each, records the sound ones in one transaction, and answers for every one. A key (source and
 * external id) is recorded once, however often and from wherever it is delivered.
 */
@Component
public class Intake {

    private final Facts facts;
    private final StoredEvents stored;
    private final DataKeys keys;
    private final Clock clock;
    private final IntakeMeters meters;

    Intake(Facts facts, StoredEvents stored, DataKeys keys, Clock clock, IntakeMeters meters) {
        this.facts = facts;
        this.stored = stored;
        this.keys = keys;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Takes in what is delivered. One bad item never spoils the others.
     *
     * @param delivered asked for once, each checked before the next is asked for; nothing is recorded before the last
     * @return a receipt for each, in the order of delivery
     */
    public List<Receipt> receive(Iterable<NewFeedback> delivered) {
        Map<UUID, FeedbackReceived> fresh = new LinkedHashMap<>();
        List<Receipt> receipts = check(delivered, fresh);
        apply(record(fresh), receipts);
        meters.count(receipts);
        return List.copyOf(receipts);
    }

    /**
     * Says what {@link #receive} would answer now, and records nothing.
     *
     * @return a receipt for each, in the order of delivery
     */
    public List<Receipt> examine(Iterable<NewFeedback> delivered) {
        Map<UUID, FeedbackReceived> fresh = new LinkedHashMap<>();
        List<Receipt> receipts = check(delivered, fresh);
        Map<UUID, Receipt> known = new LinkedHashMap<>();
        lookUp(fresh, known);
        apply(known, receipts);
        return List.copyOf(receipts);
    }

    private List<Receipt> check(Iterable<NewFeedback> delivered, Map<UUID, FeedbackReceived> fresh) {
        Instant now = clock.instant();
        List<Receipt> receipts = new ArrayList<>();
        for (NewFeedback one : delivered) {
            receipts.add(Check.of(one, now)
                    .match(feedback -> withinList(fresh, feedback), problems -> new Receipt.Rejected(problems)));
        }
        return receipts;
    }

    private static void apply(Map<UUID, Receipt> known, List<Receipt> receipts) {
        receipts.replaceAll(receipt -> receipt instanceof Receipt.Accepted accepted
                ? known.getOrDefault(accepted.feedbackId(), accepted)
                : receipt);
    }

    private static Receipt withinList(Map<UUID, FeedbackReceived> fresh, FeedbackReceived feedback) {
        FeedbackReceived earlier = fresh.putIfAbsent(feedback.feedbackId(), feedback);
        return earlier == null ? new Receipt.Accepted(feedback.feedbackId()) : repeat(earlier, feedback);
    }

    private static Receipt repeat(Object earlier, FeedbackReceived feedback) {
        return earlier.equals(feedback)
                ? new Receipt.Repeated(feedback.feedbackId())
                : new Receipt.Conflicting(feedback.feedbackId());
    }

    private Receipt repeatOfStored(Object earlier, FeedbackReceived feedback) {
        Receipt receipt = repeat(earlier, feedback);
        return receipt instanceof Receipt.Conflicting && keys.isDestroyed(feedback.subjectId())
                ? repeat(earlier, feedback.erased())
                : receipt;
    }

    /**
     * Records what is new. Most lists are wholly new, so that is tried first; only when PostgreSQL finds a known key are
     * the known ones looked up and left out.
     *
     * @return receipts of those that were known
     */
    private Map<UUID, Receipt> record(Map<UUID, FeedbackReceived> fresh) {
        Map<UUID, Receipt> known = new LinkedHashMap<>();
        return Conflicts.settled(
                () -> {
                    facts.record(fresh.values().stream()
                            .filter(feedback -> !known.containsKey(feedback.feedbackId()))
                            .map(feedback -> new Fact(feedback.feedbackId(), "Feedback", feedback))
                            .toList());
                    return known;
                },
                () -> lookUp(fresh, known));
    }

    private void lookUp(Map<UUID, FeedbackReceived> fresh, Map<UUID, Receipt> known) {
        for (Map.Entry<UUID, StoredEvent> earlier :
                stored.firstOf(fresh.keySet()).entrySet()) {
            FeedbackReceived feedback = Objects.requireNonNull(fresh.get(earlier.getKey()));
            known.put(earlier.getKey(), repeatOfStored(earlier.getValue().event(), feedback));
        }
    }
}
