package cx.ecou.eventstore;

/**
 * A processing group that reacts to events with commands, declared as a bean. Other than a projection it begins at the
 * head of the store: what happened before it existed is not answered afterwards.
 *
 * @param name of the processing group: {@code action-plan.open-cases}
 */
public record ReactionGroup(String name) {}
