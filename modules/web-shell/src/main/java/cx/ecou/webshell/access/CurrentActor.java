package cx.ecou.webshell.access;

import cx.ecou.kernel.Actor;
import cx.ecou.kernel.Colleague;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who stands behind the request that is being answered. */
public final class CurrentActor {

    private CurrentActor() {}

    /** The colleague or program that is signed in, if any. */
    public static Optional<Actor> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast);
    }

    /** The colleague who is signed in; empty on a public page and for programs. */
    public static Optional<Colleague> colleague() {
        return find().filter(Colleague.class::isInstance).map(Colleague.class::cast);
    }
}
