package cx.ecou.platform.access.link;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.Passwords;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How Ecou gets its first administrator: by the set-up link, or by what the operator hands in. Only once. */
@Component
public class FirstAdministrator {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final OneTimeLinks links;

    FirstAdministrator(JdbcClient jdbc, Accounts accounts, Passwords passwords, OneTimeLinks links) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
    }

    /** Whether this set-up link is still good for something. */
    public boolean mayBeSetUpBy(String token) {
        return links.setsUp(token) && !accounts.administratorExists();
    }

    /** @return the new account; empty if the link is used up, too old, or somebody was faster */
    @Transactional
    public Optional<UUID> setUp(String token, String email, String name, String password) {
        lock();
        if (!mayBeSetUpBy(token) || !links.use(token)) {
            return Optional.empty();
        }
        return Optional.of(add(email, name, password));
    }

    /** Makes the administrator whom the operator names, unless there is one. */
    @Transactional
    public void appoint(String email, String password) {
        lock();
        if (!accounts.administratorExists()) {
            add(email, email.substring(0, email.indexOf('@')), password);
        }
    }

    private UUID add(String email, String name, String password) {
        UUID id = accounts.add(email, name, Role.ADMIN, Set.of());
        accounts.changePassword(id, passwords.hash(password));
        return id;
    }

    /** Two links, or two nodes, at the same moment make one administrator. */
    private void lock() {
        jdbc.sql("lock table access.account in share row exclusive mode").update();
    }
}
