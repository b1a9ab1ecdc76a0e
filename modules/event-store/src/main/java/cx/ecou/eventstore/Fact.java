package cx.ecou.eventstore;

import java.util.UUID;

/**
 * Something that is recorded without loading an aggregate: because it happened outside and needs no decision of ours, or
 * because the decision rests on more than one aggregate and was made under locks.
 *
 * @param id of the aggregate; where it is derived from an outside key, a second delivery meets the first
 * @param aggregateType the concept it belongs to, for instance {@code Feedback}
 * @param sequence its place among the events of the aggregate, from 0: whoever comes second with the same is refused
 * @param event a registered event
 */
public record Fact(UUID id, String aggregateType, long sequence, Object event) {

    /** The first and, as a rule, only event of its aggregate. */
    public Fact(UUID id, String aggregateType, Object event) {
        this(id, aggregateType, 0, event);
    }
}
