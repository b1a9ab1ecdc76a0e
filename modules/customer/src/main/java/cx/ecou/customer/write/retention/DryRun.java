package cx.ecou.customer.write.retention;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule would erase at this moment, beside the rules that are switched on.
 *
 * @param counts each customer once, where they were heard of last
 * @param some of them, those first of whom nothing was heard for longest
 */
public record DryRun(List<Count> counts, List<Customer> some) {

    public DryRun {
        counts = List.copyOf(counts);
        some = List.copyOf(some);
    }

    public long total() {
        return counts.stream().mapToLong(Count::customers).sum();
    }

    /** @param source null where none has a key for them */
    public record Count(@Nullable String source, YearMonth month, long customers) {}

    /** @param lastHeard when something was heard of them last */
    public record Customer(UUID customerId, @Nullable String name, Instant lastHeard) {}
}
