package cx.ecou.eventstore;

import java.util.UUID;

/**
 * Something that happened outside and needs no decision of ours: it is recorded as the first and only event of its own
 * aggregate.
 *
 * @param id of the aggregate, derived from the outside key: a second delivery meets the first
 * @param aggregateType the concept it belongs to, for instance {@code Feedback}
 * @param event a registered event
 */
public record Fact(UUID id, String aggregateType, Object event) {}
