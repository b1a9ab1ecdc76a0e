package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.deadletter.LetterBox;
import cx.ecou.eventstore.deadletter.TooManyLetters;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.ledger.Tally;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands batches to the handlers of a processor, each in one transaction with its place. A batch that fails is rolled back,
 * halved and tried again, until the event that fails is alone: that one is put aside, and what follows in its sequence
 * behind it. Letters whose time has come are tried again.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final EventHandlerInvoker handlers;
    private final EventBatch.Selection concerned;
    private final OrderedEventStore events;
    private final ProcessorPlace place;
    private final LetterBox letters;
    private final TransactionManager transactions;

    Delivery(
            EventHandlerInvoker handlers,
            EventBatch.Selection concerned,
            OrderedEventStore events,
            ProcessorPlace place,
            LetterBox letters,
            TransactionManager transactions) {
        this.handlers = handlers;
        this.concerned = concerned;
        this.events = events;
        this.place = place;
        this.letters = letters;
        this.transactions = transactions;
    }

    /**
     * Handles the events of a batch or puts them aside.
     *
     * @return how many were handled
     * @throws Exception when nothing can be done now; then everything is still to be done from {@link ProcessorPlace#position}
     */
    int deliver(EventBatch batch) throws Exception {
        try {
            return handle(batch);
        } catch (ProcessorPlace.PlaceLost | TooManyLetters e) {
            throw e;
        } catch (Exception e) {
            Failure failure = Failure.of(e);
            if (failure.passing()) {
                throw e;
            }
            if (batch.isOnePosition()) {
                putAside(batch, failure);
                return 0;
            }
            EventBatch half = batch.firstHalf();
            return deliver(half) + deliver(batch.after(half));
        }
    }

    private int handle(EventBatch batch) throws Exception {
        SortedBatch sorted = SortedBatch.of(batch, letters);
        inTransaction(() -> {
            place.write(batch.end(), EventBatch.tally(sorted.handled()));
            sorted.putAside(letters);
            return handle(sorted.handled());
        });
        place.passed(batch.end());
        sorted.unreadable().values().forEach(event -> warn(EventBatch.position(event), SortedBatch.failureOf(event)));
        return sorted.handled().size();
    }

    private int handle(List<TrackedEventMessage<?>> batch) throws Exception {
        for (TrackedEventMessage<?> event : batch) {
            handlers.handle(event, Segment.ROOT_SEGMENT);
        }
        return batch.size();
    }

    private void putAside(EventBatch batch, Failure failure) throws Exception {
        inTransaction(() -> {
            place.write(batch.end(), Tally.NONE);
            letters.putAside(SortedBatch.sequenceOf(batch.events().get(0)), batch.firstPosition(), failure);
            return 0;
        });
        place.passed(batch.end());
        warn(batch.firstPosition(), failure);
    }

    private void warn(long position, Failure failure) {
        log.warn(
                "{} has put the event at position {} aside, and with it what follows in its sequence: {}",
                place.processor(),
                position,
                failure);
    }

    /**
     * Tries the sequences again whose time has come, each up to the first letter that fails.
     *
     * @return how many events were handled
     * @throws Exception when nothing can be done now
     */
    int retry() throws Exception {
        int handled = 0;
        for (UUID sequence : letters.due()) {
            for (long position : letters.positionsOf(sequence)) {
                int more = retry(sequence, position);
                if (more < 0) {
                    break;
                }
                handled += more;
            }
        }
        return handled;
    }

    /** @return how many events were handled, -1 when the letter stays */
    private int retry(UUID sequence, long position) throws Exception {
        try {
            List<TrackedEventMessage<?>> again = read(position);
            return inTransaction(() -> {
                place.write(place.position(), EventBatch.tally(again));
                letters.takeOut(sequence, position);
                return handle(again);
            });
        } catch (ProcessorPlace.PlaceLost e) {
            throw e;
        } catch (Exception e) {
            Failure failure = e instanceof StillUnreadable still ? still.failure : Failure.of(e);
            if (failure.passing()) {
                throw e;
            }
            failedAgain(position, failure);
            return -1;
        }
    }

    /** What of a letter is to be handled: nothing when it does not concern the processor any more. */
    private List<TrackedEventMessage<?>> read(long position) {
        List<TrackedEventMessage<?>> stored = events.eventsAt(position);
        if (stored.isEmpty()) {
            throw new NoSuchElementException("nothing is stored at " + position);
        }
        List<TrackedEventMessage<?>> again =
                stored.stream().filter(concerned::has).toList();
        again.stream().filter(SortedBatch::isUnreadable).findFirst().ifPresent(event -> {
            throw new StillUnreadable(SortedBatch.failureOf(event));
        });
        return again;
    }

    private void failedAgain(long position, Failure failure) throws Exception {
        inTransaction(() -> {
            place.write(place.position(), Tally.NONE);
            letters.failedAgain(position, failure);
            return 0;
        });
        log.info("{} tried the event at position {} again: {}", place.processor(), position, failure);
    }

    private int inTransaction(Callable<Integer> work) throws Exception {
        var unitOfWork = DefaultUnitOfWork.<EventMessage<?>>startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        var result = unitOfWork.executeWithResult(work);
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof Exception e ? e : new Exception(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static final class StillUnreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        StillUnreadable(Failure failure) {
            this.failure = failure;
        }
    }
}
