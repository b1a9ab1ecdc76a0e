package cx.ecou.customer.events;

import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A source system says all that it knows of a company today. It replaces what the same system said before. Who belongs to the
 * company is said of each customer: {@link CustomerDescribed#account}.
 *
 * <p>Nothing of it is personal, so it outlives everybody who belongs to the company. Whoever trades under their own name is a
 * customer, and is to be described as one.
 *
 * @param accountId {@link #accountOf} source and ref
 * @param source the system
 * @param ref its key of the company
 * @param name under which the company trades
 * @param attributes further facts, by name
 * @param at when the system said so
 */
@Revision("1")
public record AccountDescribed(
        UUID accountId, String source, String ref, @Nullable String name, Map<String, String> attributes, Instant at)
        implements CustomerEvent {

    public AccountDescribed {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The company that a key of a source system stands for, also one that only its people have named. */
    public static UUID accountOf(String source, String ref) {
        return Ids.derived("account", source, ref);
    }
}
