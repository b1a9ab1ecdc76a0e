package cx.ecou.webshell.access;

import cx.ecou.kernel.Actor;
import cx.ecou.kernel.ApiClient;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Who may use one handler, as its annotations say it: the method's, and only where it has none, its class's.
 *
 * @param isPublic everybody, also without signing in
 * @param roles colleagues who have one of these
 * @param scope programs whose key has it; null when the handler is not for programs
 */
public record RouteRule(
        boolean isPublic, Set<Role> roles, @Nullable String scope) {

    private static final RouteRule NOBODY = new RouteRule(false, Set.of(), null);

    public RouteRule {
        roles = Set.copyOf(roles);
    }

    public static RouteRule of(HandlerMethod handler) {
        if (isAnnotated(handler, true)) {
            return read(handler, true);
        }
        return isAnnotated(handler, false) ? read(handler, false) : NOBODY;
    }

    public boolean admits(Actor actor) {
        return isPublic
                || actor instanceof Colleague colleague && roles.contains(colleague.role())
                || actor instanceof ApiClient program
                        && scope != null
                        && program.scopes().contains(scope);
    }

    /** Whether somebody wrote down who may enter: a test asks this of every handler. */
    public boolean saysSomething() {
        return !equals(NOBODY);
    }

    private static boolean isAnnotated(HandlerMethod handler, boolean onMethod) {
        return find(handler, onMethod, PublicRoute.class) != null
                || find(handler, onMethod, AllowedFor.class) != null
                || find(handler, onMethod, RequiresScope.class) != null;
    }

    private static RouteRule read(HandlerMethod handler, boolean onMethod) {
        AllowedFor allowed = find(handler, onMethod, AllowedFor.class);
        RequiresScope required = find(handler, onMethod, RequiresScope.class);
        return new RouteRule(
                find(handler, onMethod, PublicRoute.class) != null,
                allowed == null ? Set.of() : Set.of(allowed.value()),
                required == null ? null : required.value());
    }

    private static <A extends Annotation> @Nullable A find(
            HandlerMethod handler, boolean onMethod, Class<A> annotation) {
        return AnnotatedElementUtils.findMergedAnnotation(
                onMethod ? handler.getMethod() : handler.getBeanType(), annotation);
    }
}
