package cx.ecou.platform.access.session;

import cx.ecou.kernel.Colleague;
import cx.ecou.platform.access.account.Account;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A request of somebody who is signed in; its principal is the {@link Colleague}. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient PageSession session;

    public SignedIn(PageSession session) {
        super(AuthorityUtils.createAuthorityList(
                "ROLE_" + session.account().role().name()));
        this.session = session;
        setAuthenticated(true);
    }

    /** Of the request that is being answered. */
    public static Optional<SignedIn> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }

    public PageSession session() {
        return session;
    }

    public Account account() {
        return session.account();
    }

    @Override
    public Colleague getPrincipal() {
        return session.account().colleague();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** The id: names do not belong into logs. */
    @Override
    public String getName() {
        return session.account().id().toString();
    }
}
