package cx.ecou.customer;

import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Customers of whom tests speak by name. */
public final class CustomerExamples {

    private CustomerExamples() {}

    /** Ana, as the shop knows her. */
    public static CustomerDescribed anaInTheShop() {
        return new CustomerDescribed(
                Ids.derived("description", "shop", "c-77"),
                CustomerSeen.subjectOf("shop", "c-77"),
                "shop",
                "c-77",
                "Ana Kowalska",
                List.of("ana@example.org"),
                List.of("+48 601 234 567"),
                List.of("8800 1234"),
                List.of("d-1"),
                "pl",
                "Europe/Warsaw",
                null,
                null,
                Map.of("newsletter", "yes"),
                Instant.parse("2026-07-25T21:37:22Z"));
    }

    /** A buyer of whom a source knows nothing but the key and the company. */
    public static CustomerDescribed aBuyerOfAcme() {
        return new CustomerDescribed(
                Ids.derived("description", "crm", "p-1"),
                CustomerSeen.subjectOf("crm", "p-1"),
                "crm",
                "p-1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "acme",
                "buyer",
                null,
                Instant.parse("2026-07-26T08:00:00Z"));
    }

    /** The company of that buyer, as the source describes it. */
    public static AccountDescribed acme() {
        return new AccountDescribed(
                AccountDescribed.accountOf("crm", "acme"),
                "crm",
                "acme",
                "Acme Sp. z o.o.",
                Map.of("size", "200", "industry", "retail"),
                Instant.parse("2026-07-26T08:00:00Z"));
    }

    /** The same company, of which the source knows nothing any more. */
    public static AccountDescribed acmeWithoutAWord() {
        return new AccountDescribed(
                AccountDescribed.accountOf("crm", "acme"),
                "crm",
                "acme",
                null,
                Map.of(),
                Instant.parse("2026-07-27T08:00:00Z"));
    }
}
