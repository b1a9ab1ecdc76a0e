package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Shadow;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.rebuild.ShadowWriter.Superseded;
import cx.ecou.eventstore.rebuild.StoredHistory.Concerning;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The end of a rebuild, in one transaction: the live processor stands still between two batches, the shadow comes exactly as
 * far, both are compared, and the shadow takes the place of the live tables. Readers wait for nothing but the last step.
 */
final class Switchover {

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final RebuildTable rebuilds;
    private final ShadowTables tables;
    private final Comparing comparing;
    private final DeadLetters letters;
    private final Ledger ledger;
    private final Announcements announcements;

    Switchover(
            JdbcClient database,
            TransactionOperations transaction,
            RebuildTable rebuilds,
            ShadowTables tables,
            Comparing comparing,
            DeadLetters letters,
            Ledger ledger,
            Announcements announcements) {
        this.database = database;
        this.transaction = transaction;
        this.rebuilds = rebuilds;
        this.tables = tables;
        this.comparing = comparing;
        this.letters = letters;
        this.ledger = ledger;
        this.announcements = announcements;
    }

    /** How far the live processor has come. */
    long live(String processingGroup) {
        return place(processingGroup, "");
    }

    /** @throws Superseded when the rebuild was called off, or another node goes on with it */
    void carryOut(Rebuild rebuild, Shadow shadow, Concerning history, ShadowWriter writer) {
        transaction.executeWithoutResult(status -> {
            Rebuild locked = rebuilds.lock(rebuild.processingGroup())
                    .filter(found ->
                            found.run().equals(rebuild.run()) && found.state().isActive())
                    .orElseThrow(Superseded::new);
            long live = place(rebuild.processingGroup(), " for update");
            for (long at = locked.position(); at < live; ) {
                EventPage page = history.after(at, live);
                writer.writeWhole(page);
                at = page.end();
            }
            set("statement_timeout = 0");
            Comparison found = comparing.compare(shadow);
            tables.replaceLive(shadow);
            settle(rebuilds.lock(rebuild.processingGroup()).orElseThrow());
            rebuilds.done(rebuild.run(), found);
            announcements.announce(rebuild.processingGroup());
            set("synchronous_commit = on");
        });
    }

    /**
     * The processor has now handled what is in the new read model, and put nothing aside. Whoever holds its place is sent away
     * for a moment, lest it tries a letter again that it has in its hands.
     */
    private void settle(Rebuild rebuild) {
        String processor = rebuild.processingGroup();
        ledger.set(processor, 0, rebuild.handled());
        if (letters.forget(processor) > 0) {
            database.sql("update event_store.processor_place set holder = null where processor = ?")
                    .param(processor)
                    .update();
        }
    }

    private long place(String processingGroup, String lock) {
        return database.sql("select position from event_store.processor_place where processor = ?" + lock)
                .param(processingGroup)
                .query(Long.class)
                .single();
    }

    private void set(String setting) {
        database.sql("set local " + setting).update();
    }
}
