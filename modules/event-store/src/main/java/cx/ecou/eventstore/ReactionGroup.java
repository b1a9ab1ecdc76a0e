package cx.ecou.eventstore;

/**
 * A processing group that reacts to events by recording others, declared as a bean. Other than a projection it is never
 * rebuilt.
 *
 * @param name of the processing group: {@code action-plan.open-cases}
 * @param fromTheFirst whether it begins with the first event of the store; else at its head: what happened before it existed
 *     is not answered afterwards
 */
public record ReactionGroup(String name, boolean fromTheFirst) {

    /** Begins at the head of the store. */
    public ReactionGroup(String name) {
        this(name, false);
    }
}
