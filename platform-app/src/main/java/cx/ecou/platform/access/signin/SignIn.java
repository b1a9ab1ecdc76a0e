package cx.ecou.platform.access.signin;

import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.Accounts.Credentials;
import cx.ecou.platform.access.account.PasswordRules;
import cx.ecou.platform.access.account.Passwords;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides whether an e-mail and a password open the door, and says no more than that. */
@Component
public class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInLimits limits;

    SignIn(Accounts accounts, Passwords passwords, SignInLimits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
    }

    public sealed interface Answer {}

    public record Welcome(UUID accountId) implements Answer {}

    /** @param left how many tries may follow before a pause */
    public record Wrong(long left) implements Answer {}

    public record Paused(Duration pause) implements Answer {}

    /** Counts the try, and compares. */
    public Answer attempt(String email, String password, String address) {
        SignInLimits.Try counted = limits.count(email, address);
        if (!counted.mayGoOn()) {
            return new Paused(counted.pause());
        }
        Optional<UUID> account = owner(email, password);
        account.ifPresent(id -> limits.forget(email, address));
        return account.<Answer>map(Welcome::new).orElseGet(() -> new Wrong(counted.left()));
    }

    /** Always computes one hash, whether there is such an account or not. */
    private Optional<UUID> owner(String email, String password) {
        Optional<Credentials> credentials = accounts.credentials(email);
        String hash = credentials.map(Credentials::passwordHash).orElse(null);
        boolean right = passwords.matches(shortened(password), hash);
        return right ? credentials.map(Credentials::accountId) : Optional.empty();
    }

    /** No password is longer; the rest would only cost time. */
    private static String shortened(String password) {
        return password.length() > 2 * PasswordRules.LONGEST ? "" : password;
    }
}
