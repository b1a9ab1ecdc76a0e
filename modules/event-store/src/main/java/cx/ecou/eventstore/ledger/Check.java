package cx.ecou.eventstore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a processor and the event table compared.
 *
 * @param processor its name
 * @param countedFrom the position after which both were counted
 * @param position the position up to which they were
 * @param stored what the event table holds for the processor
 * @param missing how many events less than that the processor has met; negative when it has met more
 * @param differs whether they are not the same events, even if as many
 * @param differsSince when that was first seen
 * @param checkedAt when they were compared
 */
public record Check(
        String processor,
        long countedFrom,
        long position,
        Tally stored,
        long missing,
        boolean differs,
        @Nullable Instant differsSince,
        Instant checkedAt) {}
