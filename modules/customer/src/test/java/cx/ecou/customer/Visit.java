package cx.ecou.customer;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Something that modules above this one would record: somebody came by, and left what they left. */
public sealed interface Visit {

    @Revision("1")
    record CameBy(
            UUID subjectId,
            @Nullable String customerSource,
            @Nullable String customerRef,
            List<Identity> identities) implements Visit, CustomerSeen {}
}
