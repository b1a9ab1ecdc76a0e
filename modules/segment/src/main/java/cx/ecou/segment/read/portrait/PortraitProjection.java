package cx.ecou.segment.read.portrait;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.FoldedChanges;
import cx.ecou.eventstore.Gathering;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.read.portrait.Acquaintances.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
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
    private final Gathering<News> news;

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
        this.news = new Gathering<>(() -> new News(acquaintances.changes()), this::write);
    }

    @EventHandler
    void on(CustomerSeen event, @Timestamp Instant recordedAt) {
        if (event.tellsWho()) {
            news.now().seen(Seen.of(event, null, recordedAt));
        }
    }

    /** When the customer said it counts, not when we learnt of it: what is delivered late is not news of today. */
    @EventHandler
    void on(FeedbackReceived event) {
        if (event.tellsWho()) {
            news.now().seen(Seen.of(event, event.customerName(), event.occurredAt()));
            news.now().voices.add(event);
        }
    }

    @EventHandler
    void on(CustomerDescribed event) {
        news.now().happened(Acquaintances.described(event));
    }

    @EventHandler
    void on(SubjectRecognised event, @Timestamp Instant recordedAt) {
        news.now().happened(Acquaintances.recognised(event, recordedAt));
    }

    @EventHandler
    void on(CustomersMerged event) {
        event.subjects().forEach(subject -> news.now().happened(Acquaintances.moved(subject, event.customerId())));
        news.now().because(MembershipCause.MERGE, event.customerId(), event.mergedId());
    }

    @EventHandler
    void on(MergeUndone event) {
        event.subjects().forEach(subject -> news.now().happened(Acquaintances.moved(subject, event.separatedId())));
        news.now().because(MembershipCause.SEPARATION, event.customerId(), event.separatedId());
    }

    @EventHandler
    void on(CustomerErased event) {
        event.subjects().forEach(subject -> news.now().happened(Acquaintances.erased(subject, event)));
        news.now().because(MembershipCause.ERASURE, event.customerId());
    }

    private void write(News gathered) {
        UUID[] subjects = gathered.subjects.toArray(UUID[]::new);
        Map<UUID, Look> before = acquaintances.looks(subjects);
        acquaintances.write(gathered.changes);
        Map<UUID, Look> after = acquaintances.looks(subjects);
        voices.add(gathered.voices);
        voices.forgetErased(erased(after));
        Set<UUID> customers = customersOf(Stream.of(before, after).flatMap(looks -> looks.values().stream()));
        customers.addAll(gathered.causes.keySet());
        putTogether(gathered, before, after, customers);
        examinations.ask(customers, gathered.causes);
        announcements.announce(Portraits.PROCESSING_GROUP);
    }

    /** Of most nothing is new but when they were seen last. */
    private void putTogether(News gathered, Map<UUID, Look> before, Map<UUID, Look> after, Set<UUID> customers) {
        Set<UUID> changed = customersOf(gathered.subjects.stream()
                .filter(subject -> !Objects.equals(before.get(subject), after.get(subject)))
                .flatMap(subject -> Stream.of(before, after).map(looks -> looks.get(subject))));
        changed.addAll(gathered.causes.keySet());
        portraits.putTogether(changed);
        Set<UUID> same = new TreeSet<>(customers);
        same.removeAll(changed);
        portraits.date(same);
    }

    private static UUID[] erased(Map<UUID, Look> looks) {
        return looks.entrySet().stream()
                .filter(look -> look.getValue().erased())
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
    }

    private static Set<UUID> customersOf(Stream<@Nullable Look> looks) {
        return looks.filter(Objects::nonNull)
                .map(Look::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the events of one batch tell. */
    private static final class News {

        private final Set<UUID> subjects = new TreeSet<>();
        private final FoldedChanges<UUID, Seen> changes;
        private final List<FeedbackReceived> voices = new ArrayList<>();

        /** Of customers of whom something else is to be said than that something was learnt. */
        private final Map<UUID, MembershipCause> causes = new HashMap<>();

        News(FoldedChanges<UUID, Seen> changes) {
            this.changes = changes;
        }

        void seen(Seen seen) {
            subjects.add(seen.subjectId());
            changes.fold(seen.subjectId(), seen);
        }

        void happened(Acquaintances.Change change) {
            subjects.add(change.subjectId());
            Acquaintances.add(changes, change);
        }

        void because(MembershipCause cause, UUID... customers) {
            for (UUID customer : customers) {
                causes.put(customer, cause);
            }
        }
    }
}
