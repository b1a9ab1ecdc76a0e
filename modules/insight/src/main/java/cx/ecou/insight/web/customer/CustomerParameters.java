package cx.ecou.insight.web.customer;

import cx.ecou.insight.read.customer.CustomerFilter;
import cx.ecou.kernel.Band;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a filter from the address of the list. Empty parameters count as missing. */
final class CustomerParameters {

    private CustomerParameters() {}

    /** @throws InvalidInput naming every parameter that cannot be read */
    static CustomerFilter read(Map<String, String> parameters) {
        var checks = new FieldChecks(List.of());
        var filter = new CustomerFilter(
                checks.searched("q", parameters.get("q")),
                checks.searched("account", parameters.get("account")),
                checks.searched("language", parameters.get("language")),
                checks.searched("source", parameters.get("source")),
                band(checks, checks.searched("band", parameters.get("band"))),
                checks.searched("openCases", parameters.get("openCases")) != null);
        checks.insist();
        return filter;
    }

    private static @Nullable Band band(FieldChecks checks, @Nullable String written) {
        if (written == null) {
            return null;
        }
        return Arrays.stream(Band.values())
                .filter(band -> band.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseGet(() -> {
                    checks.add("band", "unreadable-parameter", "Expected one of POSITIVE, NEUTRAL, NEGATIVE.");
                    return null;
                });
    }
}
