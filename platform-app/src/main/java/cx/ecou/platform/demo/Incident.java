package cx.ecou.platform.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What went wrong: a new carrier took over the parcels of two markets in the month before last. For three weeks deliveries
 * collapsed and the service desk drowned; then the carrier was dropped, and within three weeks all was well again.
 *
 * @param first its first day
 */
record Incident(LocalDate first) {

    /** The carrier. */
    static final String CARRIER = "Zefiro";

    private static final int RISING = 3;
    private static final int BAD = 21;
    private static final int OVER = 40;

    static Incident before(LocalDate today) {
        return new Incident(today.withDayOfMonth(1).minusMonths(2).plusDays(4));
    }

    /** 0 when nothing is wrong, 1 when it is at its worst. */
    double severity(LocalDate day) {
        long since = ChronoUnit.DAYS.between(first, day);
        if (since < 0 || since >= OVER) {
            return 0;
        }
        if (since < RISING) {
            return (since + 1.0) / (RISING + 1);
        }
        return since < BAD ? 1 : (double) (OVER - since) / (OVER - BAD);
    }

    static boolean concerns(Market market) {
        return market == Market.POLAND || market == Market.CZECHIA;
    }
}
