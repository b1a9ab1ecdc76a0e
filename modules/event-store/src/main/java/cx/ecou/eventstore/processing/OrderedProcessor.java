package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.deadletter.LetterBox;
import cx.ecou.eventstore.deadletter.TooManyLetters;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.engine.Yielding;
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
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the handlers of one processing group their events: in order, in batches, each exactly once. A batch is one
 * transaction, with the processor's own place in it. On one node of several it works, on the others it waits.
 *
 * <p>While feedback streams in, it leaves the machine to the intake: see {@link Yielding}.
 *
 * <p>An event that cannot be handled is put aside with what follows in its sequence: see {@link Delivery}. When nothing can be
 * done at all, for instance because the database is away, the processor stands still and tries again after growing pauses.
 */
public final class OrderedProcessor implements EventProcessor, Lifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(OrderedProcessor.class);

    private static final int LOOK_MILLIS = 200;
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    /** Shorter than half a minute: so soon after its database is back, it works again. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final OrderedEventStore events;
    private final ProcessorPlace place;
    private final LetterBox letters;
    private final EventHandlerInvoker handlers;
    private final EventBatch.Selection concerned;
    private final Delivery delivery;
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
            LetterBox letters,
            TransactionManager transactions) {
        this.events = events;
        this.place = place;
        this.letters = letters;
        this.handlers = handlers;
        this.concerned = new EventBatch.Selection(handlers::canHandleType);
        this.delivery = new Delivery(handlers, concerned, events, place, letters, transactions);
        this.yielding = events.yielding();
    }

    /** Ecou's processors of this application. */
    public static Stream<OrderedProcessor> of(EventProcessingConfiguration processing) {
        return processing.eventProcessors().values().stream()
                .filter(OrderedProcessor.class::isInstance)
                .map(OrderedProcessor.class::cast);
    }

    /** The position up to which this node's processor has seen everything; 0 where another node works. */
    public long position() {
        return place.position();
    }

    /** Whether an event is for the handlers of this processor, also one that cannot be read. */
    boolean concerns(TrackedEventMessage<?> event) {
        return concerned.has(event);
    }

    /** What it hands its events to. */
    public EventHandlerInvoker handlers() {
        return handlers;
    }

    @Override
    public void run() {
        while (running) {
            try {
                Optional<Long> from = place.take();
                if (from.isPresent()) {
                    letters.open();
                    work(from.get());
                } else {
                    rest(BETWEEN_CLAIMS);
                }
            } catch (ProcessorPlace.PlaceLost e) {
                log.warn("{}", e.getMessage());
            } catch (TooManyLetters e) {
                standStill(e);
            } catch (Exception e) {
                standStill(e);
            }
        }
        leave();
    }

    private void leave() {
        try {
            place.leave();
        } catch (RuntimeException e) {
            log.warn("{} could not give its place back, it is free in half a minute: {}", getName(), Failure.of(e));
        }
    }

    private void work(long from) throws Exception {
        try (TrackingEventStream stream = events.openStream(new GlobalSequenceTrackingToken(from))) {
            Yielding.Turns turns = yielding.turns();
            while (running) {
                handled.addAndGet(delivery.retry());
                if (stream.hasNextAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    rest(turns.restBefore(stream.peek().orElseThrow().getTimestamp()));
                    long begin = System.nanoTime();
                    take(EventBatch.next(stream, concerned));
                    turns.worked(Duration.ofNanos(System.nanoTime() - begin));
                }
                place.keep();
            }
        }
    }

    private void rest(Yielding.Rest rest) {
        for (Duration left = rest.left(); running && !left.isZero(); left = rest.left()) {
            rest(left);
            place.keep();
        }
    }

    private void take(EventBatch batch) throws Exception {
        if (batch.events().isEmpty()) {
            place.passed(batch.end());
        } else {
            long begin = System.nanoTime();
            int events = delivery.deliver(batch);
            failing = false;
            pause = SHORTEST_PAUSE;
            count(events, System.nanoTime() - begin);
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

    private void standStill(Exception e) {
        log.warn(
                "{} stands still after position {}, and tries again in {}: {}",
                getName(),
                position(),
                pause,
                Failure.of(e));
        failing = true;
        rest(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** Letters are tried again meanwhile: as soon as there is room it goes on. */
    private void standStill(TooManyLetters full) {
        if (!failing) {
            log.warn("{} stands still after position {}: {}", getName(), position(), full.getMessage());
        }
        failing = true;
        rest(BETWEEN_CLAIMS);
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
