package cx.ecou.insight.read.customer;

import java.time.Instant;

/**
 * Something that happened with a customer.
 *
 * @param happenedAt when it happened, not when we learned it
 * @param position of the event that tells it
 */
public record TimelineEntry(Instant happenedAt, long position, EntryKind kind) {}
