package cx.ecou.eventstore.seal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What came of comparing events with their seals.
 *
 * @param sealed how many events lie under a seal
 * @param unsealed how many were recorded since; nothing can be said of them yet
 * @param first the first finding of each day that has one, by day
 * @param findings how many there are in all
 * @param days the seals of the days that are over, in their order
 */
public record Verification(
        long sealed, long unsealed, Map<LocalDate, Finding> first, long findings, List<DaySeal> days) {

    /** Whether everything is as it was sealed. */
    public boolean intact() {
        return findings == 0;
    }
}
