package cx.ecou.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where ids come from. An id never holds anything personal. */
public final class Ids {

    /** The name space (UUIDv5 of the URL {@code urn:ecou}) in which all derived ids lie. */
    private static final UUID NAME_SPACE = UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL, "urn:ecou");

    private Ids() {}

    /** A new id that sorts by the time it was made: UUIDv7. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * The id that the same outside key always gives: UUIDv5 of the kind and the parts. A repeated delivery therefore
     * meets the unique constraint of the event store instead of becoming a second fact.
     *
     * @param kind what the id names, for instance {@code feedback}
     * @param parts the outside key, for instance source and external id; their borders count: {@code ("a", "bc")} and
     *     {@code ("ab", "c")} give different ids
     */
    public static UUID derived(String kind, String... parts) {
        var name = new StringBuilder(kind);
        for (String part : parts) {
            name.append('\0').append(part.length()).append(':').append(part);
        }
        return UuidCreator.getNameBasedSha1(NAME_SPACE, name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
