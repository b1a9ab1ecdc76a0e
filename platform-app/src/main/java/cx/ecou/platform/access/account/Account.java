package cx.ecou.platform.access.account;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of somebody who works in Ecou.
 *
 * @param touchpoints the touchpoints they answer for, as written in feedback
 * @param available whether new work may be given to them
 * @param language in which Ecou speaks to them; null: as their browser asks
 * @param invited whether they have yet to choose a password
 * @param closedAt since when the account is closed; null while it is open
 */
public record Account(
        UUID id,
        @Personal String email,
        @Personal String name,
        Role role,
        Set<String> touchpoints,
        boolean available,
        @Nullable Locale language,
        boolean invited,
        @Nullable Instant lastSignedInAt,
        @Nullable Instant closedAt) {

    public Account {
        touchpoints = Set.copyOf(touchpoints);
    }

    public boolean open() {
        return closedAt == null;
    }

    /** As the modules know the owner of this account. Nothing new is given to somebody who cannot sign in. */
    public Colleague colleague() {
        return new Colleague(id, name, role, touchpoints, available && open() && !invited);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
