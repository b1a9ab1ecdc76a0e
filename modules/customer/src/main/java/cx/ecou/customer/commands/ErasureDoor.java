package cx.ecou.customer.commands;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.write.erasure.Erasing;
import cx.ecou.kernel.DomainRuleViolation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Erases what is no customer's, and of which only the module knows that took it in. */
@Component
public class ErasureDoor {

    private final Erasing erasing;

    ErasureDoor(Erasing erasing) {
        this.erasing = erasing;
    }

    /**
     * Erases what was said by somebody of whom nothing else is known, so that it is its own subject. What was erased before stays so, and
     * the first erasure is answered, also that of the customer to whom it belonged.
     *
     * @param subjectId of something that was recorded
     * @param by the colleague or key that asks for it
     * @return the id of the erasure, under which its proof is found
     * @throws DomainRuleViolation {@code erasure.of-a-customer} when it is known who it was: then the customer is to be erased, whole;
     *     {@code erasure.too-early} while that is not known yet
     */
    public UUID eraseUnrecognised(UUID subjectId, ErasureReason reason, @Nullable UUID by) {
        return erasing.eraseUnrecognised(subjectId, reason, by);
    }
}
