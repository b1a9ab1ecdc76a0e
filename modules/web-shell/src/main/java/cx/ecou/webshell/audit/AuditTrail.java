package cx.ecou.webshell.audit;

import java.util.UUID;

/**
 * Remembers who has seen or changed what. The actor and where they are come from the request that is being answered.
 *
 * <p>Say it before the answer leaves, and where something is changed in the transaction that changes it: then neither
 * happens without the other. What is recorded as an event need not be said here again.
 */
public interface AuditTrail {

    /** Remembers it for good, or throws: what could not be remembered must not be shown. */
    void record(Deed deed);

    /** Somebody was shown what is known of one thing: {@code viewed("case", caseId)}. */
    default void viewed(String kind, UUID id) {
        record(Deed.of("viewed", kind, id));
    }

    /** Somebody was shown a list with personal data: {@code listed("feedback", Codes.NONE.with("band", band))}. */
    default void listed(String kind, Codes filter) {
        record(Deed.of("listed", kind).with(filter));
    }

    /** Somebody took a list along as a file. */
    default void exported(String kind, Codes filter) {
        record(Deed.of("exported", kind).with(filter));
    }

    /** Somebody took along what is known of one thing. */
    default void exported(String kind, UUID id) {
        record(Deed.of("exported", kind, id));
    }

    /** Somebody has changed a thing: {@code changed("account", id, "closed")}. */
    default void changed(String kind, UUID id, String action) {
        record(Deed.of(action, kind, id));
    }

    /** The same for a thing that the program itself has named: {@code changed("read-model", "insight.figures", "rebuilt")}. */
    default void changed(String kind, String name, String action) {
        record(Deed.of(action, kind, name));
    }
}
