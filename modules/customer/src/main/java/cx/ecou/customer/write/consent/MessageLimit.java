package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.MessagePeriod;

/** At most so many messages in any such period. */
public record MessageLimit(int messages, MessagePeriod period) {

    /** Whoever wants more wants no limit. */
    public static final int MOST = 99;

    public MessageLimit {
        if (messages < 1 || messages > MOST) {
            throw new IllegalArgumentException("a limit is 1 to " + MOST + " messages");
        }
    }
}
