package cx.ecou.insight.read.customer;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.customer.events.CustomerEvent;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.read.customer.SubjectRows.Look;
import cx.ecou.insight.read.scorecount.AnswerTable;
import java.time.Instant;
import java.util.HashSet;
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
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows everybody through all modules. A batch is written in the order in which one thing needs the other: subjects, cases,
 * what happened with them, and at last the customers whom any of it concerns.
 */
@Component
@ProcessingGroup(Customers.PROCESSING_GROUP)
class CustomersProjection {

    private final SubjectRows subjects;
    private final CaseRows cases;
    private final TimelineRows timeline;
    private final CustomerRows customers;
    private final AnswerTable answers;
    private final Announcements announcements;
    private final RowBuffer<Recorded> buffer = new RowBuffer<>(this::write);

    CustomersProjection(
            SubjectRows subjects,
            CaseRows cases,
            TimelineRows timeline,
            CustomerRows customers,
            AnswerTable answers,
            Announcements announcements) {
        this.subjects = subjects;
        this.cases = cases;
        this.timeline = timeline;
        this.customers = customers;
        this.answers = answers;
        this.announcements = announcements;
    }

    /** Feedback of somebody of whom nothing is known belongs to no customer. */
    @EventHandler
    void on(FeedbackReceived event, @Timestamp Instant at, TrackingToken token) {
        answers.add(event, at);
        if (event.tellsWho()) {
            add(event, at, token);
        }
    }

    @EventHandler
    void on(CustomerEvent event, @Timestamp Instant at, TrackingToken token) {
        add(event, at, token);
    }

    @EventHandler
    void on(ActionPlanEvent event, @Timestamp Instant at, TrackingToken token) {
        add(event, at, token);
    }

    private void add(Object event, Instant at, TrackingToken token) {
        buffer.add(new Recorded(event, at, token.position().orElseThrow()));
    }

    private void write(List<Recorded> batch) {
        cases.apply(batch);
        Set<UUID> touched = new HashSet<>(SubjectRows.touchedBy(batch));
        touched.addAll(cases.subjectsTouchedBy(batch));
        Map<UUID, Look> before = subjects.looks(touched);
        subjects.apply(batch);
        timeline.add(batch);
        Map<UUID, Look> after = subjects.looks(touched);
        putTogether(before, after);
        announcements.announce(Customers.PROCESSING_GROUP);
    }

    /** Whoever has a subject no more is taken out, and put together again of those that are left, if there are any. */
    private void putTogether(Map<UUID, Look> before, Map<UUID, Look> after) {
        Set<UUID> now = customersOf(after.values().stream());
        Set<UUID> all = customersOf(before.values().stream());
        Set<UUID> left = new TreeSet<>(all);
        left.removeAll(now);
        all.addAll(now);
        customers.takeOut(left);
        customers.describe(customersOf(after.keySet().stream()
                .filter(subject -> !Objects.equals(before.get(subject), after.get(subject)))
                .flatMap(subject -> Stream.of(before, after).map(looks -> looks.get(subject)))));
        customers.follow(all);
    }

    private static Set<UUID> customersOf(Stream<@Nullable Look> looks) {
        return looks.filter(Objects::nonNull)
                .map(Look::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
