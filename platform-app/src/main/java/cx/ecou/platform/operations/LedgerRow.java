package cx.ecou.platform.operations;

import cx.ecou.eventstore.ledger.Check;
import cx.ecou.eventstore.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param entry what the processor says of itself
 * @param check how that compared with the event table; null before the first time
 * @param rebuildable whether what it has built can be built anew; else it can only begin to count anew
 */
record LedgerRow(Entry entry, @Nullable Check check, boolean rebuildable) {

    public boolean differs() {
        return check != null && check.differs();
    }
}
