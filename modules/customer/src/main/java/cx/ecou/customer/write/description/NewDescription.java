package cx.ecou.customer.write.description;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a source describes them, before anything is checked. It is all that the source knows: what is missing here is
 * not known any more.
 *
 * @param source the system
 * @param ref its key of the customer
 * @param language a BCP 47 tag
 * @param timeZone an IANA name
 */
public record NewDescription(
        @Nullable String source,
        @Nullable String ref,
        @Personal @Nullable String name,
        @Personal @Nullable List<@Nullable String> emails,
        @Personal @Nullable List<@Nullable String> phones,
        @Personal @Nullable List<@Nullable String> loyaltyCards,
        @Personal @Nullable List<@Nullable String> devices,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable NewAccount account,
        @Personal @Nullable Map<String, @Nullable String> attributes) {

    /**
     * The company that the customer acts for.
     *
     * @param ref its key in the same system
     * @param role of the customer there: decision maker, user, buyer
     */
    public record NewAccount(@Nullable String ref, @Nullable String role) {}

    /** The same, said of a customer whom the address of the request names. */
    public NewDescription of(String source, String ref) {
        return new NewDescription(
                source, ref, name, emails, phones, loyaltyCards, devices, language, timeZone, account, attributes);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
