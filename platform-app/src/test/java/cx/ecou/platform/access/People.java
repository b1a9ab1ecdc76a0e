package cx.ecou.platform.access;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.Passwords;
import cx.ecou.platform.access.session.PageSessions;
import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Makes the people of the tests. */
@TestComponent
public class People {

    public static final String PASSWORD = "violet-tractor-hums-softly";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Accounts accounts;
    private final Passwords passwords;
    private final PageSessions sessions;

    People(Accounts accounts, Passwords passwords, PageSessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * Somebody whose account is ready.
     *
     * @param email unlike any other's
     */
    public record Person(UUID id, String email) {}

    public Person with(Role role) {
        Person invited = invitedAs(role);
        accounts.changePassword(invited.id(), passwords.hash(PASSWORD));
        return invited;
    }

    public Person invitedAs(Role role) {
        String email = "person" + COUNT.incrementAndGet() + "@example.org";
        return new Person(accounts.add(email, "Person " + COUNT.get(), role, Set.of()), email);
    }

    /** A browser in which somebody of this role has signed in. */
    public Browser signIn(Role role, int port) {
        var browser = new Browser(port);
        int status = browser.signIn(with(role).email(), PASSWORD).status();
        if (status != 302) {
            throw new IllegalStateException(role + " was not let in, but answered " + status);
        }
        return browser;
    }

    /** The cookie of a browser in which the person is signed in. */
    public Cookie browserOf(Person person) {
        return new Cookie("ecou", sessions.open(person.id()));
    }

    public Cookie browserOf(Role role) {
        return browserOf(with(role));
    }
}
