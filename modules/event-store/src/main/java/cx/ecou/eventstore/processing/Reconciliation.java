package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.ledger.Check;
import cx.ecou.eventstore.ledger.Entry;
import cx.ecou.eventstore.ledger.EventCounts;
import cx.ecou.eventstore.ledger.EventCounts.Counted;
import cx.ecou.eventstore.ledger.EventCounts.Shape;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.ledger.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what each processor of this program says to have met with what the event table holds for it, and gives the alarm
 * when they differ.
 *
 * <p>As a rule only what came since the last look is counted. A difference counts only when everything, counted again from the
 * start, shows it too: a newer program may hand an event to others than the one before it did.
 */
public final class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** Positions counted in one statement: some hundred milliseconds of reading. */
    private static final long STEP = 200_000;

    private final Supplier<Stream<OrderedProcessor>> processors;
    private final OrderedEventStore events;
    private final EventCounts table;
    private final Ledger ledger;
    private final BooleanSupplier burst;

    /** @param burst whether so much is coming in that counting had better wait */
    public Reconciliation(
            Supplier<Stream<OrderedProcessor>> processors,
            OrderedEventStore events,
            EventCounts table,
            Ledger ledger,
            BooleanSupplier burst) {
        this.processors = processors;
        this.events = events;
        this.table = table;
        this.ledger = ledger;
        this.burst = burst;
    }

    /** Looks at what came since the last time; not in a burst, the next look has that too. */
    public void lookAtNew() {
        if (burst.getAsBoolean()) {
            return;
        }
        Map<String, Check> known = known();
        List<Count> again = new ArrayList<>();
        for (Count count : count(entries().map(entry -> Count.goOn(entry, known.get(entry.processor()))))) {
            Check before = known.get(count.entry().processor());
            if (count.differs() && (before == null || !before.differs())) {
                again.add(Count.fromTheStart(count.entry()));
            } else {
                settle(count, before);
            }
        }
        count(again.stream())
                .forEach(count -> settle(count, known.get(count.entry().processor())));
    }

    /** Looks at everything there is. */
    public void lookAtAll() {
        Map<String, Check> known = known();
        count(entries().map(Count::fromTheStart))
                .forEach(count -> settle(count, known.get(count.entry().processor())));
    }

    private Map<String, Check> known() {
        return ledger.checks().stream().collect(Collectors.toMap(Check::processor, Function.identity()));
    }

    /** What the processors of this program say of themselves. */
    private Stream<Entry> entries() {
        Set<String> ours = processors.get().map(OrderedProcessor::getName).collect(Collectors.toSet());
        return ledger.entries().stream().filter(entry -> ours.contains(entry.processor()));
    }

    /** Counts what the table holds, for all that are behind at once. */
    private List<Count> count(Stream<Count> begun) {
        List<Count> counts = begun.toList();
        Map<Shape, Set<String>> concerned = new HashMap<>();
        for (OptionalLong after = lowest(counts); after.isPresent(); after = lowest(counts)) {
            long from = after.getAsLong();
            long to = end(counts, from);
            List<Counted> stretch = table.between(from, to);
            stretch.forEach(counted -> concerned.computeIfAbsent(counted.shape(), shape -> concernedBy(counted)));
            counts = counts.stream()
                    .map(count -> count.isBehind() && count.upTo() == from ? count.plus(stretch, concerned, to) : count)
                    .toList();
        }
        return counts;
    }

    private static OptionalLong lowest(List<Count> counts) {
        return counts.stream().filter(Count::isBehind).mapToLong(Count::upTo).min();
    }

    /** Up to where all that begin at a position can be counted together. */
    private static long end(List<Count> counts, long from) {
        return counts.stream()
                .filter(Count::isBehind)
                .mapToLong(count ->
                        count.upTo() > from ? count.upTo() : count.entry().position())
                .reduce(from + STEP, Math::min);
    }

    /** Whom events of a shape concern, asked of an example as it is read: it may be upcast, or not be readable. */
    private Set<String> concernedBy(Counted counted) {
        List<TrackedEventMessage<?>> example = events.eventsAt(counted.example());
        return processors
                .get()
                .filter(processor -> example.stream().anyMatch(processor::concerns))
                .map(OrderedProcessor::getName)
                .collect(Collectors.toSet());
    }

    private void settle(Count count, @Nullable Check before) {
        ledger.record(count.entry(), count.stored());
        if (count.differs() && (before == null || !before.differs())) {
            log.warn(
                    "The ledger of {} differs: up to position {} it has met {} events, and {} are stored for it.",
                    count.entry().processor(),
                    count.entry().position(),
                    count.entry().met().events(),
                    count.stored().events());
        }
    }

    /** What the table holds for an entry, as far as it has been counted. */
    private record Count(Entry entry, long upTo, Tally stored) {

        static Count fromTheStart(Entry entry) {
            return new Count(entry, entry.countedFrom(), Tally.NONE);
        }

        static Count goOn(Entry entry, @Nullable Check known) {
            return known != null && known.countedFrom() == entry.countedFrom() && known.position() <= entry.position()
                    ? new Count(entry, known.position(), known.stored())
                    : fromTheStart(entry);
        }

        boolean isBehind() {
            return upTo < entry.position();
        }

        boolean differs() {
            return !stored.equals(entry.met());
        }

        Count plus(List<Counted> stretch, Map<Shape, Set<String>> concerned, long to) {
            Tally more = stretch.stream()
                    .filter(counted ->
                            concerned.getOrDefault(counted.shape(), Set.of()).contains(entry.processor()))
                    .map(Counted::tally)
                    .reduce(stored, Tally::plus);
            return new Count(entry, to, more);
        }
    }
}
