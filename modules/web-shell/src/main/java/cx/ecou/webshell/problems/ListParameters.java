package cx.ecou.webshell.problems;

import cx.ecou.kernel.Place;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What all lists of the API ask for in the same way: so many, from there on, and nothing that does not exist. */
public final class ListParameters {

    /** How many one page holds at most. */
    public static final int LIMIT = 500;

    private ListParameters() {}

    /** @throws InvalidInput {@code unknown-parameter}, naming the first that is not known: a typing error is noticed */
    public static void refuseUnknown(Set<String> given, Set<String> known) {
        var unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw InvalidInput.of(unknown.first(), "unknown-parameter", "There is no such parameter.");
        }
    }

    /** @throws InvalidInput {@code out-of-range} when a page cannot hold so many */
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw InvalidInput.of("limit", "out-of-range", "A limit is a whole number from 1 to " + LIMIT + ".");
        }
    }

    /**
     * The place after which a page begins; null for the first.
     *
     * @throws InvalidInput as {@link #unreadableCursor}
     */
    public static @Nullable Place place(@Nullable String cursor) {
        return cursor == null ? null : Place.parse(cursor).orElseThrow(ListParameters::unreadableCursor);
    }

    /** {@code unreadable-cursor}: it is none of ours, or was changed. */
    public static InvalidInput unreadableCursor() {
        return InvalidInput.of("cursor", "unreadable-cursor", "A cursor is taken from nextCursor, unchanged.");
    }
}
