package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.Purpose;

/** What a customer agrees to: something by one channel. */
public record Topic(Purpose purpose, Channel channel) {}
