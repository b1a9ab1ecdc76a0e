package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.Shadow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Hands the projections of one read model their events; what they write goes into the shadow. */
final class ShadowWriter {

    private final UUID run;
    private final Shadow shadow;
    private final EventHandlerInvoker handlers;
    private final RebuildTable rebuilds;
    private final TransactionManager transactions;
    private long target;
    private long lastNanos = System.nanoTime();

    ShadowWriter(
            UUID run,
            Shadow shadow,
            EventHandlerInvoker handlers,
            RebuildTable rebuilds,
            TransactionManager transactions) {
        this.run = run;
        this.shadow = shadow;
        this.handlers = handlers;
        this.rebuilds = rebuilds;
        this.transactions = transactions;
    }

    /** Begins to work towards a position; until now there was a pause. */
    void towards(long position) {
        target = position;
        lastNanos = System.nanoTime();
    }

    /**
     * Writes a page, event by event if it cannot be written whole: then everything before the event that fails is written.
     *
     * @throws NotHandled that names the event
     */
    void write(EventPage page) {
        try {
            writeWhole(page);
        } catch (NotHandled e) {
            if (page.events().size() < 2 || Failure.of(e).passing()) {
                throw e;
            }
            singly(page).forEach(this::writeWhole);
        }
    }

    /**
     * Writes a page in one transaction, or joins the one of this thread.
     *
     * @throws NotHandled without saying which event it was
     * @throws Superseded when the rebuild was called off, or another node goes on with it
     */
    void writeWhole(EventPage page) {
        inUnitOfWork(page, unitOfWork -> {
            begin(unitOfWork);
            advance(Stretch.of(page));
            handle(page);
            return page.end();
        });
    }

    /** From here on this thread is in the transaction that the unit of work will commit. */
    void begin(UnitOfWork<?> unitOfWork) {
        unitOfWork.attachTransaction(transactions);
    }

    void handle(EventPage page) throws Exception {
        for (TrackedEventMessage<?> event : page.events()) {
            handlers.handle(event, Segment.ROOT_SEGMENT);
        }
    }

    /**
     * Does work that goes into the shadow, all of it or nothing.
     *
     * @param first the first page that is handled
     */
    long inUnitOfWork(EventPage first, Work work) {
        var unitOfWork = DefaultUnitOfWork.<EventMessage<?>>startAndGet(null);
        shadow.receive(unitOfWork);
        var result = unitOfWork.executeWithResult(() -> work.in(unitOfWork));
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof Superseded superseded
                    ? superseded
                    : new NotHandled(first, result.exceptionResult());
        }
        return result.getPayload();
    }

    /** Says how far the shadow has come with it. */
    interface Work {

        long in(UnitOfWork<?> unitOfWork) throws Exception;
    }

    /**
     * Stores how far the shadow has come when the transaction ends.
     *
     * @throws Superseded when the rebuild was called off, or another node goes on with it
     */
    void advance(Stretch stretch) {
        long now = System.nanoTime();
        if (!rebuilds.advance(run, stretch, Duration.ofNanos(now - lastNanos), target)) {
            throw new Superseded();
        }
        lastNanos = now;
    }

    /** @throws Superseded when the rebuild was called off, or another node goes on with it */
    void requireActive() {
        if (!rebuilds.isActive(run)) {
            throw new Superseded();
        }
    }

    /** How far it is to go for now. */
    long target() {
        return target;
    }

    /** Events that an upcaster made of one have one position, and stay together. */
    private static List<EventPage> singly(EventPage page) {
        List<EventPage> pages = new ArrayList<>();
        List<TrackedEventMessage<?>> together = new ArrayList<>();
        long after = page.after();
        for (TrackedEventMessage<?> event : page.events()) {
            long before = together.isEmpty() ? after : EventPage.position(together.get(0));
            if (!together.isEmpty() && EventPage.position(event) > before) {
                pages.add(new EventPage(after, together, before));
                after = before;
                together = new ArrayList<>();
            }
            together.add(event);
        }
        pages.add(new EventPage(after, together, page.end()));
        return pages;
    }

    /** Somebody else has the say: the rebuild was called off, or another node goes on with it. */
    static final class Superseded extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A page could not be written. */
    static final class NotHandled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long position;

        NotHandled(EventPage page, Throwable cause) {
            super("events behind " + page.after() + " cannot be handled", cause);
            this.position = page.events().isEmpty()
                    ? page.end()
                    : EventPage.position(page.events().get(0));
        }

        /** Of its only event, else of its first. */
        long position() {
            return position;
        }
    }
}
