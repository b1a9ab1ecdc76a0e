package cx.ecou.customer.events;

import java.time.Duration;

/** In what time a customer wants no more than a number of messages. Each reaches back from the moment of sending. */
public enum MessagePeriod {
    DAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    MessagePeriod(int days) {
        this.days = days;
    }

    /** Whole days of 24 hours. */
    public Duration length() {
        return Duration.ofDays(days);
    }
}
