package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.Shadow;
import cx.ecou.eventstore.rebuild.RebuildCourse.Leaving;
import cx.ecou.eventstore.rebuild.ShadowWriter.Superseded;
import cx.ecou.eventstore.rebuild.StoredHistory.Concerning;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Goes on with a rebuild wherever it was left, and says what came of it. */
final class RebuildRun {

    private static final Logger log = LoggerFactory.getLogger(RebuildRun.class);

    private final Function<String, EventHandlerInvoker> handlers;
    private final StoredHistory history;
    private final RebuildTable rebuilds;
    private final ShadowTables tables;
    private final ShadowIndexes indexes;
    private final Switchover switchover;
    private final TransactionManager transactions;
    private final TransactionOperations transaction;

    RebuildRun(
            Function<String, EventHandlerInvoker> handlers,
            StoredHistory history,
            RebuildTable rebuilds,
            ShadowTables tables,
            ShadowIndexes indexes,
            Switchover switchover,
            TransactionManager transactions,
            TransactionOperations transaction) {
        this.handlers = handlers;
        this.history = history;
        this.rebuilds = rebuilds;
        this.tables = tables;
        this.indexes = indexes;
        this.switchover = switchover;
        this.transactions = transactions;
        this.transaction = transaction;
    }

    /**
     * Goes on until it is done, called off, failed, or asked to leave it to a later run. What passes by itself is thrown: a
     * later run goes on behind the last page that was written.
     *
     * @param leaves asked after each page
     */
    void run(ReadModel model, BooleanSupplier leaves) {
        var shadow = new Shadow(model);
        rebuilds.find(model.processingGroup())
                .filter(found -> found.state().isActive())
                .ifPresent(found -> run(found, shadow.begun(found.startedAt()), leaves));
        clearAway(shadow);
    }

    private void run(Rebuild found, Shadow shadow, BooleanSupplier leaves) {
        String group = found.processingGroup();
        try {
            begin(found, shadow);
            course(found, shadow, leaves).follow();
            log.info("{} was rebuilt", group);
        } catch (Leaving | Superseded e) {
            log.info("{} is not rebuilt any further here", group);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (Failure.of(e).passing()) {
                throw e;
            }
            stop(found, RebuildFailure.of(e));
        }
    }

    /** Gives a rebuild up that cannot be finished. */
    void stop(Rebuild rebuild, RebuildFailure failure) {
        log.warn("{} cannot be rebuilt: {}", rebuild.processingGroup(), failure);
        rebuilds.fail(rebuild.run(), failure);
    }

    private void begin(Rebuild found, Shadow shadow) {
        if (found.state() == RebuildState.BEGINNING) {
            transaction.executeWithoutResult(status -> {
                if (!rebuilds.move(found.run(), RebuildState.READING)) {
                    throw new Superseded();
                }
                tables.create(shadow);
            });
        }
    }

    private RebuildCourse course(Rebuild found, Shadow shadow, BooleanSupplier leaves) {
        EventHandlerInvoker invoked = handlers.apply(found.processingGroup());
        Concerning concerning = history.concerning(invoked::canHandleType);
        return new RebuildCourse(
                found,
                shadow,
                concerning,
                loading(found, shadow.whileLoading(), concerning, invoked, leaves),
                new ShadowWriter(found.run(), shadow, invoked, rebuilds, transactions),
                indexes,
                tables,
                rebuilds,
                switchover,
                leaves);
    }

    private Loading loading(
            Rebuild found, Shadow shadow, Concerning concerning, EventHandlerInvoker invoked, BooleanSupplier leaves) {
        var writer = new ShadowWriter(found.run(), shadow, invoked, rebuilds, transactions);
        return new Loading(
                found, shadow, concerning, writer, new Strides(writer, leaves), tables, rebuilds, transaction);
    }

    /** Nothing is left of a rebuild that is over. */
    private void clearAway(Shadow shadow) {
        transaction.executeWithoutResult(status -> {
            boolean over = rebuilds.lock(shadow.model().processingGroup())
                    .filter(found -> found.state().isActive())
                    .isEmpty();
            if (over) {
                tables.drop(shadow);
            }
        });
    }
}
