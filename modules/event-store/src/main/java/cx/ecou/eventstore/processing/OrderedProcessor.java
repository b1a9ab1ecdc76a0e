package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.engine.OrderedEventStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the handlers of one processing group their events: in order, in batches, each exactly once. A batch is one
 * transaction, with the processor's own place in it. On one node of several it works, on the others it waits.
 *
 * <p>While feedback streams in, it leaves the machine to the intake: see {@link Yielding}.
 *
 * <p>At an error it stands still: the batch is rolled back and tried again, after growing pauses. Nothing is stepped over.
 */
public final class OrderedProcessor implements EventProcessor, Lifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(OrderedProcessor.class);

    private static final int LOOK_MILLIS = 200;
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final EventHandlerInvoker handlers;
    private final OrderedEventStore events;
    private final ProcessorPlace place;
    private final TransactionManager transactions;
    private final EventBatch.Selection concerned;
    private final Yielding yielding;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong workedNanos = new AtomicLong();
    private volatile boolean running;
    private volatile boolean failing;
    private Duration pause = SHORTEST_PAUSE;
    private @Nullable Thread thread;

    public OrderedProcessor(
            EventHandlerInvoker handlers,
            OrderedEventStore events,
            ProcessorPlace place,
            TransactionManager transactions,
            Clock clock) {
        this.handlers = handlers;
        this.events = events;
        this.place = place;
        this.transactions = transactions;
        this.concerned = new EventBatch.Selection(handlers::canHandleType);
        this.yielding = new Yielding(events.inflow()::perSecond, clock);
    }

    /** Ecou's processors of this application. */
    static Stream<OrderedProcessor> of(EventProcessingConfiguration processing) {
        return processing.eventProcessors().values().stream()
                .filter(OrderedProcessor.class::isInstance)
                .map(OrderedProcessor.class::cast);
    }

    /** The position up to which this node's processor has seen everything; 0 where another node works. */
    public long position() {
        return place.position();
    }

    @Override
    public void run() {
        while (running) {
            try {
                Optional<Long> from = place.take();
                if (from.isPresent()) {
                    work(from.get());
                } else {
                    rest(BETWEEN_CLAIMS);
                }
            } catch (ProcessorPlace.PlaceLost e) {
                log.warn("{}", e.getMessage());
            } catch (Exception e) {
                standStill(e);
            }
        }
        place.leave();
    }

    private void work(long from) throws Exception {
        try (TrackingEventStream stream = events.openStream(new GlobalSequenceTrackingToken(from))) {
            while (running) {
                if (stream.hasNextAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    take(EventBatch.next(stream, concerned));
                }
                place.keep();
            }
        }
    }

    private void take(EventBatch batch) throws Exception {
        if (batch.events().isEmpty()) {
            place.passed(batch.end());
        } else {
            long begin = System.nanoTime();
            handle(batch.events(), batch.end());
            failing = false;
            pause = SHORTEST_PAUSE;
            long worked = System.nanoTime() - begin;
            count(batch.events().size(), worked);
            rest(yielding.rest(Duration.ofNanos(worked), batch.lastWrittenAt()));
        }
    }

    private void count(int events, long nanos) {
        handled.addAndGet(events);
        batches.incrementAndGet();
        workedNanos.addAndGet(nanos);
    }

    /** How many events this node has handled. */
    long handled() {
        return handled.get();
    }

    /** In how many batches it has handled them. */
    long batches() {
        return batches.get();
    }

    /** How long it worked on them. */
    long workedNanos() {
        return workedNanos.get();
    }

    private void handle(List<TrackedEventMessage<?>> batch, long end) throws Exception {
        var unitOfWork = DefaultUnitOfWork.<EventMessage<?>>startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        var result = unitOfWork.executeWithResult(() -> {
            place.write(end);
            for (TrackedEventMessage<?> event : batch) {
                handlers.handle(event, Segment.ROOT_SEGMENT);
            }
            return batch.size();
        });
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof Exception e ? e : new Exception(result.exceptionResult());
        }
        place.passed(end);
    }

    private void standStill(Exception e) {
        failing = true;
        log.warn("{} stands still after position {}, and tries again in {}", getName(), position(), pause, e);
        rest(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (running && System.nanoTime() < end) {
            LockSupport.parkNanos(Math.min(time.toNanos(), TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
        }
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onStart(Phase.INBOUND_EVENT_CONNECTORS, this::start);
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = new Thread(this, "ecou-" + getName());
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Lets the batch that is being handled come to its end, and gives the place to whoever wants it. */
    @Override
    public synchronized void shutDown() {
        running = false;
        try {
            if (thread != null) {
                thread.join(TO_FINISH.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public String getName() {
        return place.processor();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isError() {
        return failing;
    }

    @Override
    public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
        return List.of();
    }

    /**
     * There are none here. Axon registers its own, for correlation data and time limits, of which Ecou has neither.
     *
     * @throws UnsupportedOperationException when another one is to be run: it would not be
     */
    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
        if (!interceptor.getClass().getName().startsWith("org.axonframework.")) {
            throw new UnsupportedOperationException("no interceptors around event handlers: " + interceptor);
        }
        return () -> true;
    }
}
