package cx.ecou.webshell.testing;

import cx.ecou.kernel.Actor;
import cx.ecou.kernel.ApiClient;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import jakarta.servlet.ServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sends a request of MockMvc as somebody: {@code mvc.get().uri("/inbox").with(SignedIn.as(Role.CX_AGENT))}. For modules
 * that are tested without the platform's sign-in.
 */
public final class SignedIn {

    static final String ACTOR = SignedIn.class.getName() + ".actor";

    private SignedIn() {}

    /** Ilinca P. in that role. */
    public static RequestPostProcessor as(Role role) {
        return as(colleague("Ilinca P.", role));
    }

    /** A program whose key has these scopes. */
    public static RequestPostProcessor withScopes(String... scopes) {
        return as(new ApiClient(id("shop"), "shop", Set.of(scopes)));
    }

    public static RequestPostProcessor as(Actor actor) {
        return request -> {
            mark(request, actor);
            return request;
        };
    }

    /** Makes the rest of the request happen in this actor's name. */
    public static void mark(ServletRequest request, Actor actor) {
        request.setAttribute(ACTOR, actor);
    }

    /** A colleague who always has the same id for the same name. */
    public static Colleague colleague(String name, Role role) {
        return new Colleague(id(name), name, role, Set.of(), true);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
