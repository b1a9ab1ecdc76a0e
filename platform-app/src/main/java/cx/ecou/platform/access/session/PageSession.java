package cx.ecou.platform.access.session;

import cx.ecou.platform.access.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One browser in which somebody is signed in.
 *
 * @param token what the browser shows; known to it and, only while it asks, to us
 * @param flash what the next page is to say once, as JSON; null for nothing
 */
public record PageSession(
        String token,
        Account account,
        Instant createdAt,
        Instant seenAt,
        @Nullable String flash) {

    @Override
    public String toString() {
        return "PageSession[account=" + account.id() + "]";
    }
}
