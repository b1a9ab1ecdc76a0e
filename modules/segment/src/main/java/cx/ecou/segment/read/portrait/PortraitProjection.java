package cx.ecou.segment.read.portrait;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.Gathering;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.segment.events.MembershipCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps what rules ask of customers, and notes of whom something new is known. */
@Component
@ProcessingGroup(Portraits.PROCESSING_GROUP)
class PortraitProjection {

    private final Acquaintances acquaintances;
    private final PortraitTable portraits;
    private final VoiceTable voices;
    private final Examinations examinations;
    private final Announcements announcements;
    private final Gathering<News> news = new Gathering<>(News::new, this::write);

    PortraitProjection(
            Acquaintances acquaintances,
            PortraitTable portraits,
            VoiceTable voices,
            Examinations examinations,
            Announcements announcements) {
        this.acquaintances = acquaintances;
        this.portraits = portraits;
        this.voices = voices;
        this.examinations = examinations;
        this.announcements = announcements;
    }

    @EventHandler
    void on(CustomerSeen event, @Timestamp Instant recordedAt) {
        if (event.tellsWho()) {
            news.now().of(event.subjectId()).add(Acquaintances.seen(event, null, recordedAt));
        }
    }

    /** When the customer said it counts, not when we learnt of it: what is delivered late is not news of today. */
    @EventHandler
    void on(FeedbackReceived event) {
        if (event.tellsWho()) {
            news.now().of(event.subjectId()).add(Acquaintances.seen(event, event.customerName(), event.occurredAt()));
            news.now().voices.add(event);
        }
    }

    @EventHandler
    void on(CustomerDescribed event) {
        news.now().of(event.subjectId()).add(Acquaintances.described(event));
    }

    @EventHandler
    void on(SubjectRecognised event, @Timestamp Instant recordedAt) {
        news.now().of(event.subjectId()).add(Acquaintances.recognised(event, recordedAt));
    }

    @EventHandler
    void on(CustomersMerged event) {
        event.subjects()
                .forEach(subject -> news.now().of(subject).add(Acquaintances.moved(subject, event.customerId())));
        news.now().because(MembershipCause.MERGE, event.customerId(), event.mergedId());
    }

    @EventHandler
    void on(MergeUndone event) {
        event.subjects()
                .forEach(subject -> news.now().of(subject).add(Acquaintances.moved(subject, event.separatedId())));
        news.now().because(MembershipCause.SEPARATION, event.customerId(), event.separatedId());
    }

    @EventHandler
    void on(CustomerErased event) {
        event.subjects().forEach(subject -> news.now().of(subject).add(Acquaintances.erased(subject, event)));
        news.now().because(MembershipCause.ERASURE, event.customerId());
    }

    private void write(News gathered) {
        UUID[] subjects = gathered.subjects.toArray(UUID[]::new);
        Set<UUID> customers = new TreeSet<>(acquaintances.customersOf(subjects));
        acquaintances.write(gathered.changes);
        voices.add(gathered.voices);
        voices.forgetErased(subjects);
        customers.addAll(acquaintances.customersOf(subjects));
        customers.addAll(gathered.causes.keySet());
        portraits.putTogether(customers);
        examinations.ask(customers, gathered.causes);
        announcements.announce(Portraits.PROCESSING_GROUP);
    }

    /** What the events of one batch tell. */
    private static final class News {

        private final Set<UUID> subjects = new TreeSet<>();
        private final List<Acquaintances.Change> changes = new ArrayList<>();
        private final List<FeedbackReceived> voices = new ArrayList<>();

        /** Of customers of whom something else is to be said than that something was learnt. */
        private final Map<UUID, MembershipCause> causes = new HashMap<>();

        List<Acquaintances.Change> of(UUID subjectId) {
            subjects.add(subjectId);
            return changes;
        }

        void because(MembershipCause cause, UUID... customers) {
            for (UUID customer : customers) {
                causes.put(customer, cause);
            }
        }
    }
}
