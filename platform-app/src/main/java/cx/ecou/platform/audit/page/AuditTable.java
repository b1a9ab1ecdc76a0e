package cx.ecou.platform.audit.page;

import cx.ecou.platform.audit.chain.Entry;
import org.jspecify.annotations.Nullable;

/** The audit log as a file: words and ids as they are kept, and the names of today. */
final class AuditTable {

    static final Object[] HEADER = {
        "entry", "at", "actorKind", "actorId", "actor", "origin", "action", "kind", "objectId", "codes", "outcome"
    };

    private AuditTable() {}

    static @Nullable Object[] cells(Entry entry, Names.Known known) {
        return new @Nullable Object[] {
            entry.id(),
            entry.at(),
            entry.actorKind(),
            entry.actorId(),
            entry.actorId() == null ? null : known.of(entry.actorId()),
            entry.origin(),
            entry.action(),
            entry.kind(),
            entry.objectId(),
            entry.codes(),
            entry.outcome()
        };
    }
}
