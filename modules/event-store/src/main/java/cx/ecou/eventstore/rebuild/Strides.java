package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Shadow;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Writes many pages in one transaction, where projections only gather what comes of their events: then every row is written
 * once for all of them. While they are handled no transaction is open, and nobody is held up.
 */
final class Strides {

    /** So many events are enough for one transaction. */
    private static final int MOST = 1_000_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final ShadowWriter writer;
    private final BooleanSupplier leaves;
    private long looked = System.nanoTime();

    /** @param leaves asked after each page, whether it is to be the last */
    Strides(ShadowWriter writer, BooleanSupplier leaves) {
        this.writer = writer;
        this.leaves = leaves;
    }

    /**
     * Handles a page and those behind it, until it is enough, and writes what was gathered.
     *
     * @param next the page behind the last one; asked only as long as there is one
     * @return how far the shadow has come
     * @throws ShadowWriter.NotHandled without saying which event it was; then nothing is written
     * @throws ShadowWriter.Superseded when the rebuild was called off, or another node goes on with it
     */
    long write(EventPage first, Callable<EventPage> next) {
        return writer.inUnitOfWork(first, unitOfWork -> {
            writer.handle(first);
            Stretch stretch = Stretch.of(first);
            while (mayGoOn(stretch, unitOfWork)) {
                requireActive();
                EventPage page = next.call();
                writer.handle(page);
                stretch = stretch.with(page);
            }
            writer.begin(unitOfWork);
            writer.advance(stretch);
            return stretch.end();
        });
    }

    /** Asks now and then. */
    private void requireActive() {
        if (System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
            writer.requireActive();
            looked = System.nanoTime();
        }
    }

    private boolean mayGoOn(Stretch stretch, UnitOfWork<?> unitOfWork) {
        return stretch.end() < writer.target()
                && stretch.handled().events() < MOST
                && !Shadow.isToWrite(unitOfWork)
                && !leaves.getAsBoolean();
    }
}
