package cx.ecou.insight.web.customer;

import cx.ecou.insight.read.customer.Customers;
import cx.ecou.insight.read.customer.Facet;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Place;
import cx.ecou.webshell.components.PageAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to, and where its links lead.
 *
 * @param filters the parameters that narrow, in the order of the form
 * @param choices what may be chosen, by parameter; the values of closed lists are constants, others as delivered
 * @param next the cursor of the next page
 */
record CustomersView(
        Map<String, String> filters,
        Map<String, List<String>> choices,
        @Nullable String next) {

    private static final List<String> NAMES = List.of("q", "openCases", "band", "source", "language", "account");

    static CustomersView of(Map<String, String> parameters, @Nullable Place next, Customers customers) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                filters.put(name, value.strip());
            }
        }
        return new CustomersView(filters, choices(filters, customers), next == null ? null : next.cursor());
    }

    private static Map<String, List<String>> choices(Map<String, String> filters, Customers customers) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("band", Arrays.stream(Band.values()).map(Enum::name).toList());
        for (Facet facet : Facet.values()) {
            choices.put(facet.key(), withChosen(customers.values(facet), filters.get(facet.key())));
        }
        return choices;
    }

    private static List<String> withChosen(List<String> values, @Nullable String chosen) {
        if (chosen == null || values.contains(chosen)) {
            return values;
        }
        return Stream.concat(Stream.of(chosen), values.stream()).toList();
    }

    /** The list with one filter set to a value; null takes it away. */
    public String with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(filters);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return link("/customers", changed, null);
    }

    public String nextPage() {
        return link("/customers", filters, next);
    }

    /** All that the filters show, as a file. */
    public String csv() {
        return link("/customers.csv", filters, null);
    }

    private static String link(String path, Map<String, String> filters, @Nullable String cursor) {
        return PageAddress.of(path).with(filters).with("cursor", cursor).toString();
    }
}
