package cx.ecou.insight.read.customer;

import java.time.Instant;

/**
 * An event on its way into the read model.
 *
 * @param at when it was recorded
 * @param position its place in the store
 */
record Recorded(Object event, Instant at, long position) {}
