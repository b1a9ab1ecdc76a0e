package cx.ecou.platform.audit.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing the audit log with its chain.
 *
 * @param linked how many links there are
 * @param unlinked how many entries were added since; nothing can be said of them yet
 * @param first the first things that do not fit, in the order of the entries
 * @param findings how many there are in all
 * @param newest the link that stands for all before it; null before the first one
 */
public record Verification(
        long linked,
        long unlinked,
        List<Finding> first,
        long findings,
        @Nullable KnownLink newest) {

    public Verification {
        first = List.copyOf(first);
    }

    /** Whether everything is as it was linked. */
    public boolean intact() {
        return findings == 0;
    }
}
