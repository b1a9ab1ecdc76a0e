package cx.ecou.eventstore.privacy;

import java.time.Instant;
import java.util.UUID;

/** The key of a person was destroyed: what had been recorded about that person until then cannot be read any more. */
public record Erasure(UUID subject, Instant at) {

    /** Before all others. */
    public static final Erasure NONE = new Erasure(new UUID(0, 0), Instant.EPOCH);
}
