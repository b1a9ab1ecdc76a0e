package cx.ecou.eventstore;

/**
 * Holds a read back until a read model contains what its request names in {@code Ecou-After}, because of what it asks for. Where
 * that is always the same, {@link ReadsModel} on the handler says it. A bean.
 */
public interface AwaitedWrites {

    /**
     * Waits for at most two seconds; after that, and when the position is none, the request is answered as {@link ReadsModel} says.
     *
     * @param after as it stands in {@code Ecou-After}
     * @param group the processing group
     */
    void await(String after, String group);
}
