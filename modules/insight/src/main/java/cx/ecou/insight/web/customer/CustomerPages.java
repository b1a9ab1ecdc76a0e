package cx.ecou.insight.web.customer;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.eventstore.StoredEvent;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.insight.read.customer.CustomerRow;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.insight.read.customer.EntryKind;
import cx.ecou.insight.read.customer.KnownAs;
import cx.ecou.insight.read.customer.Timeline;
import cx.ecou.insight.read.customer.TimelineEntry;
import cx.ecou.insight.read.customer.TimelinePlace;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.nextstep.NextStep;
import cx.ecou.webshell.nextstep.NextSteps;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the page of a customer shows. What is told at length is read from the events themselves. */
@Component
class CustomerPages {

    static final String ABOUT = "customer";

    private static final int LINES = 25;
    private static final int SCORES = 60;
    private static final int STATEMENTS = 200;
    private static final int STEPS = 5;
    private static final Set<EntryKind> CONSENTS = Set.of(EntryKind.CONSENT_GIVEN, EntryKind.CONSENT_WITHDRAWN);

    private final Customers customers;
    private final Timeline timeline;
    private final StoredEvents events;
    private final TimelineLines lines;
    private final CustomerWords words;
    private final SegmentLines segments;
    private final OwnSteps ownSteps;
    private final ObjectProvider<NextSteps> steps;
    private final Clock clock;

    CustomerPages(
            Customers customers,
            Timeline timeline,
            StoredEvents events,
            TimelineLines lines,
            CustomerWords words,
            SegmentLines segments,
            OwnSteps ownSteps,
            ObjectProvider<NextSteps> steps,
            Clock clock) {
        this.customers = customers;
        this.timeline = timeline;
        this.events = events;
        this.lines = lines;
        this.words = words;
        this.segments = segments;
        this.ownSteps = ownSteps;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param reader is not shown what they may not do */
    CustomerView of(UUID customerId, Role reader, @Nullable TimelinePlace before, @Nullable Metric metric) {
        CustomerRow row = customers.find(customerId).orElseThrow(() -> new NotFound(ABOUT));
        List<CustomerView.OpenCase> cases = customers.openCases(customerId).stream()
                .map(held ->
                        new CustomerView.OpenCase(held, words.colleague(held.owner()), held.isOverdue(clock.instant())))
                .toList();
        List<Object> feedback = newest(customerId, Set.of(EntryKind.FEEDBACK), SCORES);
        var agreements = Agreements.of(
                newest(customerId, CONSENTS, STATEMENTS), newest(customerId, Set.of(EntryKind.PREFERENCES), 2));
        Timeline.Page story = timeline.page(customerId, before, LINES);
        return new CustomerView(
                row,
                known(customerId),
                row.erased() ? List.of() : nextSteps(customerId, reader, ownSteps.of(cases, feedback, agreements)),
                cases,
                ScoresView.of(feedback, metric, words),
                agreements,
                segments.of(customerId),
                lines(story),
                before == null,
                story.next() == null ? null : story.next().cursor());
    }

    private List<TimelineLine> lines(Timeline.Page story) {
        Map<Long, StoredEvent> told =
                events.at(story.entries().stream().map(TimelineEntry::position).toList());
        return story.entries().stream()
                .map(entry -> lines.of(entry, told.get(entry.position())))
                .toList();
    }

    private List<NextStep> nextSteps(UUID customerId, Role reader, List<NextStep> own) {
        Stream<NextStep> ofOthers = steps.stream()
                .filter(known -> known.about().equals(ABOUT) && known.doneBy().contains(reader))
                .flatMap(known -> known.of(customerId).stream());
        return Stream.concat(own.stream(), ofOthers)
                .sorted(Comparator.comparingInt(NextStep::urgency))
                .limit(STEPS)
                .toList();
    }

    private List<CustomerView.Known> known(UUID customerId) {
        List<KnownAs> all = customers.knownAs(customerId);
        Map<Long, StoredEvent> described = events.at(
                all.stream().map(KnownAs::description).filter(Objects::nonNull).toList());
        return all.stream()
                .map(known -> CustomerView.Known.of(known, description(described.get(known.description()))))
                .toList();
    }

    private static @Nullable CustomerDescribed description(@Nullable StoredEvent stored) {
        return stored != null && stored.event() instanceof CustomerDescribed described ? described : null;
    }

    /** What was recorded, newest first; what this program cannot read is left out. */
    private List<Object> newest(UUID customerId, Set<EntryKind> kinds, int limit) {
        List<Long> positions = timeline.newest(customerId, kinds, limit).stream()
                .map(TimelineEntry::position)
                .toList();
        Map<Long, StoredEvent> found = events.at(positions);
        return positions.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(StoredEvent::event)
                .toList();
    }
}
