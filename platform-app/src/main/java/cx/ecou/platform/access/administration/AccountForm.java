package cx.ecou.platform.access.administration;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.FormCheck;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator writes of an account.
 *
 * @param touchpoints separated by commas or lines
 */
record AccountForm(String email, String name, String role, String touchpoints, Boolean available) {

    /** What a browser leaves out arrives as null. */
    AccountForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role,
            @Nullable String touchpoints,
            @Nullable Boolean available) {
        this.email = email == null ? "" : email.strip();
        this.name = name == null ? "" : name.strip();
        this.role = role == null ? "" : role;
        this.touchpoints = touchpoints == null ? "" : touchpoints;
        this.available = available != null && available;
    }

    static final AccountForm NEW = new AccountForm("", "", Role.CX_AGENT.name(), "", true);

    static AccountForm of(Account account) {
        return new AccountForm(
                account.email(),
                account.name(),
                account.role().name(),
                account.touchpoints().stream().sorted().collect(Collectors.joining(", ")),
                account.available());
    }

    FormCheck check() {
        var check = new FormCheck().name("name", name);
        return chosenRole().isPresent() ? check : check.wrong("role", "unknown-value", "one of the four roles");
    }

    Optional<Role> chosenRole() {
        return Arrays.stream(Role.values()).filter(r -> r.name().equals(role)).findFirst();
    }

    Set<String> touchpointSet() {
        return Arrays.stream(touchpoints.split("[,\\n]", -1))
                .map(String::strip)
                .filter(touchpoint -> !touchpoint.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
