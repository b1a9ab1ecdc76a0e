package cx.ecou.customer.write.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message may be sent.
 *
 * @param refusal why not; null when it may
 * @param until from when on it may, if nothing else changes; null when no time will do
 */
public record Permission(
        @Nullable Refusal refusal, @Nullable Instant until) {

    static final Permission YES = new Permission(null, null);

    static Permission no(Refusal why) {
        return new Permission(why, null);
    }

    public boolean allowed() {
        return refusal == null;
    }
}
