package cx.ecou.platform.access.administration;

import cx.ecou.platform.access.account.FormCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator writes of a new key.
 *
 * @param days how long it works; 0 is for ever
 */
record KeyForm(String name, Set<String> scopes, Integer days) {

    private static final int A_YEAR = 365;

    /** What a browser leaves out arrives as null. */
    KeyForm(@Nullable String name, @Nullable Set<String> scopes, @Nullable Integer days) {
        this.name = name == null ? "" : name.strip();
        this.scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
        this.days = days == null || days < 0 ? A_YEAR : days;
    }

    FormCheck check(Set<String> knownScopes) {
        var check = new FormCheck().name("name", name);
        if (scopes.isEmpty()) {
            return check.wrong("scopes", "scopes-missing", "at least one scope");
        }
        return knownScopes.containsAll(scopes)
                ? check
                : check.wrong("scopes", "unknown-value", "only scopes that there are");
    }

    @Nullable
    Instant expiryFrom(Instant now) {
        return days == 0 ? null : now.plus(Duration.ofDays(days));
    }
}
