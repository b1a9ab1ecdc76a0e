package cx.ecou.customer.write.export;

import cx.ecou.eventstore.privacy.PersonalHistory;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gathers what is known of a person into an archive. */
@Component
class ExportPreparation {

    private final ExportTable exports;
    private final Exports requests;
    private final PersonalHistory history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExportPreparation(
            ExportTable exports,
            Exports requests,
            PersonalHistory history,
            TransactionTemplate transaction,
            Clock clock) {
        this.exports = exports;
        this.requests = requests;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Done once, however often it is begun; of somebody who has been erased meanwhile nothing is gathered. */
    void prepare(UUID exportId) {
        exports.find(exportId)
                .filter(export -> export.state() == ExportState.PREPARING)
                .ifPresent(this::gather);
    }

    /** The customer may have become a part of another one since: then all that is known of that one is gathered. */
    private void gather(Export export) {
        UUID customerId = requests.whole(export.customerId());
        List<UUID> ids = exports.idsOf(customerId);
        byte[] archive = new ExportArchive(customerId, ids, clock.instant()).of(history.of(ids));
        transaction.executeWithoutResult(status -> exports.ready(export.exportId(), customerId, archive));
    }

    void giveUp(UUID exportId) {
        exports.failed(exportId);
    }
}
