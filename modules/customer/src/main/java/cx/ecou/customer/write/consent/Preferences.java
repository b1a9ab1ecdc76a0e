package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.Channel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be written to.
 *
 * @param noMessages none at all, whatever else stands here
 * @param pausedUntil the first day on which messages may come again, in the reporting time zone
 * @param preferredChannel by which the customer would rather be reached
 */
public record Preferences(
        boolean noMessages,
        @Nullable LocalDate pausedUntil,
        @Nullable MessageLimit atMost,
        @Nullable Channel preferredChannel) {

    /** Of somebody who has never said anything about it. */
    public static final Preferences NONE = new Preferences(false, null, null, null);

    /** Whoever wants a longer pause wants no messages. */
    public static final int LONGEST_PAUSE_YEARS = 5;

    /** The same, but with or without messages. Whoever wants them again wants them now. */
    public Preferences withMessages(boolean wanted) {
        return new Preferences(!wanted, wanted ? null : pausedUntil, atMost, preferredChannel);
    }
}
