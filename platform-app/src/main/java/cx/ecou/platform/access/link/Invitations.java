package cx.ecou.platform.access.link;

import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.Passwords;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the password of whoever was invited, once a link. */
@Component
class Invitations {

    private final OneTimeLinks links;
    private final Accounts accounts;
    private final Passwords passwords;

    Invitations(OneTimeLinks links, Accounts accounts, Passwords passwords) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** @return false if somebody was faster with the same link */
    @Transactional
    public boolean accept(String token, UUID accountId, String password) {
        if (!links.use(token)) {
            return false;
        }
        accounts.changePassword(accountId, passwords.hash(password));
        return true;
    }
}
