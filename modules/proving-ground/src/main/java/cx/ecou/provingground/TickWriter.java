package cx.ecou.provingground;

import cx.ecou.eventstore.engine.OrderedEventStorageEngine;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes ticks in transactions of one to eighty, singly or as lists. One of ten transactions holds its rows unfinished for
 * a while, one of twenty is rolled back.
 */
final class TickWriter implements Callable<EveryEventOnce.Written> {

    private static final int LONGEST = 80;
    private static final int HOLDS = 10;
    private static final int ROLLS_BACK = 20;
    private static final int LONG_HOLDS = 50;
    private static final int SHORT_HOLD_MILLIS = 150;
    private static final int LONG_HOLD_MILLIS = 1_500;
    private static final long CLOCK_IS_OFF = Duration.ofHours(2).toMillis();

    private final TransactionTemplate transaction;
    private final OrderedEventStorageEngine engine;
    private final OrderedEventStore announced;
    private final SplittableRandom random;
    private final int wanted;
    private final List<Double> millis = new ArrayList<>();
    private int written;
    private int held;
    private int rolledBack;

    TickWriter(
            DataSource database,
            OrderedEventStorageEngine engine,
            OrderedEventStore announced,
            SplittableRandom random,
            int wanted) {
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.engine = engine;
        this.announced = announced;
        this.random = random;
        this.wanted = wanted;
    }

    @Override
    public EveryEventOnce.Written call() {
        while (written < wanted) {
            int events = 1 + random.nextInt(Math.min(LONGEST, wanted - written));
            boolean rollsBack = random.nextInt(ROLLS_BACK) == 0;
            long begin = System.nanoTime();
            if (random.nextInt(HOLDS) > 0 && !rollsBack) {
                announced.publish(ticks(events));
            } else {
                transaction.executeWithoutResult(status -> {
                    inParts(events);
                    if (rollsBack) {
                        status.setRollbackOnly();
                    }
                });
            }
            written += rollsBack ? 0 : events;
            rolledBack += rollsBack ? 1 : 0;
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        return new EveryEventOnce.Written(written, millis.size(), held, rolledBack, millis);
    }

    /** Draws positions, waits while others write, draws more. */
    private void inParts(int events) {
        held++;
        int first = 1 + random.nextInt(events);
        writeAtOnce(ticks(first));
        int longest = random.nextInt(LONG_HOLDS) == 0 ? LONG_HOLD_MILLIS : SHORT_HOLD_MILLIS;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(longest)));
        if (first < events) {
            writeAtOnce(ticks(events - first));
        }
    }

    /** Who asks for an aggregate must find it: so the rows are written now, and not only at the end. */
    private void writeAtOnce(List<EventMessage<?>> ticks) {
        engine.appendEvents(ticks);
        engine.lastSequenceNumberFor(((GenericDomainEventMessage<?>) ticks.get(0)).getAggregateIdentifier());
    }

    private List<EventMessage<?>> ticks(int count) {
        Instant clock = Instant.now().plusMillis(random.nextLong(-CLOCK_IS_OFF, CLOCK_IS_OFF));
        List<EventMessage<?>> ticks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            UUID id = Ids.next();
            ticks.add(new GenericDomainEventMessage<>(
                    "Tick",
                    id.toString(),
                    0,
                    new Tick.Ticked(id, i),
                    Map.of(),
                    Ids.next().toString(),
                    clock));
        }
        return ticks;
    }
}
