package cx.ecou.customer.events;

import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer shows up: events of this and of higher modules that tell who it was implement it, and the customer is recognised
 * by it. Somebody of whom nothing is known but that something was said is not a customer yet.
 */
public interface CustomerSeen {

    /** Pseudonymous: {@link #subjectOf} where a source has a key for the customer, else the id of what was seen. */
    UUID subjectId();

    /** The system that knows the customer by {@link #customerRef}. */
    @Nullable
    String customerSource();

    /** The key of the customer in that system. */
    @Nullable
    String customerRef();

    /** By what else the customer can be recognised, in any order. */
    List<Identity> identities();

    /** Whether these are all identities that the source knows of today; others that it told of before count no more. */
    default boolean namesAllIdentities() {
        return false;
    }

    /** Whether anything here tells who it was. */
    default boolean tellsWho() {
        return customerRef() != null || !identities().isEmpty();
    }

    /** The subject that a key of a source system stands for. */
    static UUID subjectOf(String source, String ref) {
        return Ids.derived("customer", source, ref);
    }
}
