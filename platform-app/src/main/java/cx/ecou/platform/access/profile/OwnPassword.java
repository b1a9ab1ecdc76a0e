package cx.ecou.platform.access.profile;

import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.FormCheck;
import cx.ecou.platform.access.account.NewPassword;
import cx.ecou.platform.access.account.Passwords;
import cx.ecou.platform.access.signin.SignIn;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Deed;
import org.springframework.stereotype.Component;

/** Changes one's own password, for who knows the present one. Trying it counts like a sign-in. */
@Component
class OwnPassword {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final AuditTrail audit;

    OwnPassword(Accounts accounts, Passwords passwords, SignIn signIn, AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.audit = audit;
    }

    /** @return what was wrong, if anything */
    FormCheck change(Account account, String current, NewPassword typed, String address) {
        var check = new FormCheck().password(typed, account.email(), account.name());
        if (!check.passed()) {
            return check;
        }
        SignIn.Answer answer = signIn.attempt(account.email(), current, address);
        if (answer instanceof SignIn.Welcome) {
            accounts.changePassword(account.id(), passwords.hash(typed.password()));
            return check;
        }
        boolean paused = answer instanceof SignIn.Paused;
        audit.record(Deed.of("password-changed", "account", account.id())
                .but(paused ? Deed.Outcome.LOCKED : Deed.Outcome.REFUSED));
        return paused
                ? check.wrong("current", "too-many-tries", "too many tries")
                : check.wrong("current", "password-wrong", "not the present password");
    }
}
