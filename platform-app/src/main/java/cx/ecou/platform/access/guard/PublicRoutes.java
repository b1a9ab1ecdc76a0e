package cx.ecou.platform.access.guard;

import cx.ecou.webshell.access.RouteRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes that their handlers declare public: said once, beside the handler, and known to the filter chains from there. */
@Component
class PublicRoutes implements RequestMatcher {

    private final Supplier<List<RequestMatcher>> routes;

    PublicRoutes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.routes = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(PublicRoutes::matchers)
                .toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return routes.get().stream().anyMatch(route -> route.matches(request));
    }

    private static Stream<RequestMatcher> matchers(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
        if (!RouteRule.of(route.getValue()).isPublic()) {
            return Stream.empty();
        }
        return route.getKey().getPatternValues().stream().flatMap(pattern -> matchers(route.getKey(), pattern));
    }

    private static Stream<RequestMatcher> matchers(RequestMappingInfo info, String pattern) {
        return info.getMethodsCondition().getMethods().stream()
                .map(method -> PathPatternRequestMatcher.pathPattern(HttpMethod.valueOf(method.name()), pattern));
    }
}
