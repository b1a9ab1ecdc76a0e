package cx.ecou.customer.write.person;

import java.time.Instant;
import java.util.UUID;

/**
 * Two customers who may be one: a colleague decides.
 *
 * @param customerId the one who has been known longer
 * @param askedOne as whom they were when it was found, the smaller id
 * @param askedOther likewise
 */
public record PossibleDuplicate(
        UUID customerId, UUID otherId, UUID askedOne, UUID askedOther, DuplicateReason reason, Instant foundAt) {}
