package cx.ecou.platform.access.key;

import cx.ecou.kernel.ApiClient;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request of a program whose key was recognised; its principal is the {@link ApiClient}, its authorities the scopes. */
public final class KeyAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient ApiClient client;

    public KeyAuthentication(ApiClient client) {
        super(AuthorityUtils.createAuthorityList(client.scopes()));
        this.client = client;
        setAuthenticated(true);
    }

    @Override
    public ApiClient getPrincipal() {
        return client;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
