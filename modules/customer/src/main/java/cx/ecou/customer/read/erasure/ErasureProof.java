package cx.ecou.customer.read.erasure;

import cx.ecou.customer.events.ErasureReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a customer was erased, and how far it has come.
 *
 * @param subjects how many keys were destroyed
 * @param by the colleague or key that asked for it; null when a rule or a restore did
 * @param hash over what was done in the transaction that erased, in hexadecimal digits: it never changes
 * @param places what was and is done, where
 */
public record ErasureProof(
        UUID erasureId,
        UUID customerId,
        int subjects,
        ErasureReason reason,
        @Nullable UUID by,
        Instant at,
        String hash,
        List<ErasedPlace> places) {

    public ErasureProof {
        places = List.copyOf(places);
    }

    /** Whether nothing is left to be done. */
    public boolean isDone() {
        return places.stream().allMatch(ErasedPlace::done);
    }
}
