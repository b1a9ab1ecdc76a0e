package cx.ecou.customer.events;

import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A source system says all that it knows of a customer today. It replaces what the same system said before; what other systems
 * say of the same person stands beside it.
 *
 * @param descriptionId derived from source and ref: all that one system said of one customer
 * @param subjectId pseudonymous, {@link CustomerSeen#subjectOf} source and ref
 * @param source the system
 * @param ref its key of the customer
 * @param language in which the customer wants to be addressed, a BCP 47 tag
 * @param timeZone where the customer lives, an IANA name
 * @param account the key, in the same system, of the company that the customer acts for
 * @param role in that company: decision maker, user, buyer
 * @param attributes further facts, by name
 * @param at when the system said so
 */
@Revision("1")
public record CustomerDescribed(
        UUID descriptionId,
        @DataSubject UUID subjectId,
        String source,
        String ref,
        @Personal @Nullable String name,
        @Personal @Nullable List<String> emails,
        @Personal @Nullable List<String> phones,
        @Personal @Nullable List<String> loyaltyCards,
        @Personal @Nullable List<String> devices,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String account,
        @Nullable String role,
        @Personal @Nullable Map<String, String> attributes,
        Instant at)
        implements CustomerEvent, CustomerSeen {

    @Override
    public String customerSource() {
        return source;
    }

    @Override
    public String customerRef() {
        return ref;
    }

    @Override
    public List<Identity> identities() {
        List<Identity> all = new ArrayList<>();
        add(all, loyaltyCards, Identity::loyaltyCard);
        add(all, emails, Identity::email);
        add(all, phones, Identity::phone);
        add(all, devices, Identity::device);
        return all;
    }

    private static void add(
            List<Identity> all, @Nullable List<String> written, Function<String, Optional<Identity>> read) {
        if (written != null) {
            written.stream().map(read).flatMap(Optional::stream).forEach(all::add);
        }
    }

    @Override
    public boolean namesAllIdentities() {
        return true;
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
