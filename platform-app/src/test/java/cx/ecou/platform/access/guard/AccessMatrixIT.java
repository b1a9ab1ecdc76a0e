package cx.ecou.platform.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.key.ApiKeys;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.access.PublicRoute;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.access.RouteRule;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may enter which route, for all modules at once. The approved table is {@code access-matrix.txt}: a new route, or a
 * route that opens to somebody else, fails here until a person has read the difference and written it down there. What
 * the test found lies in {@code target/access-matrix.txt}.
 */
@PlatformTest
class AccessMatrixIT {

    private static final Path APPROVED = Path.of("src/test/resources/access-matrix.txt");
    private static final Path FOUND = Path.of("target/access-matrix.txt");
    private static final String HEADING = "%-6s %-48s %-9s %-9s %-8s %-10s %-5s %s"
            .formatted("method", "route", "anonymous", "EXECUTIVE", "CX_AGENT", "CX_MANAGER", "ADMIN", "scope");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    /** One way into the platform. */
    record Route(String method, String path, HandlerMethod handler) {

        RouteRule rule() {
            return RouteRule.of(handler);
        }

        /** The path with something in place of its variables. */
        String example() {
            return path.replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000")
                    .replace("/**", "/x");
        }

        boolean isForPrograms() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void every_handler_says_exactly_once_who_may_enter() {
        assertThat(routes()).allSatisfy(route -> {
            assertThat(route.rule().saysSomething())
                    .as("%s: @AllowedFor, @RequiresScope or @PublicRoute", route)
                    .isTrue();
            assertThat(annotationsOn(route.handler().getMethod()))
                    .as("%s", route)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(annotationsOn(route.handler().getBeanType()))
                    .as("%s", route)
                    .hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void programs_come_by_scope_and_people_by_role() {
        assertThat(routes()).filteredOn(route -> !route.rule().isPublic()).allSatisfy(route -> {
            if (route.isForPrograms()) {
                assertThat(route.rule().roles()).as("%s", route).isEmpty();
            } else {
                assertThat(route.rule().scope()).as("%s", route).isNull();
            }
        });
    }

    @Test
    void an_executive_changes_nothing_but_the_own_account() {
        assertThat(routes())
                .filteredOn(route -> !route.method().equals("GET"))
                .filteredOn(route -> route.rule().roles().contains(Role.EXECUTIVE))
                .allSatisfy(route -> assertThat(route.path()).startsWith("/profile"));
    }

    @Test
    void the_table_is_the_one_that_was_approved() throws IOException {
        String found = Stream.concat(Stream.of(HEADING), routes().stream().map(AccessMatrixIT::line))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(FOUND, found);

        assertThat(found)
                .as("Routes differ from %s; what was found: %s", APPROVED, FOUND)
                .isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void every_route_answers_each_role_as_the_table_says() {
        for (Role role : Role.values()) {
            Browser browser = people.signIn(role, port);
            routes().stream().filter(AccessMatrixIT::mayBeTried).forEach(route -> {
                boolean admitted =
                        route.rule().isPublic() || route.rule().roles().contains(role);
                assertAdmitted(
                        route,
                        role.name(),
                        admitted,
                        browser.get(route.example()).status());
            });
        }
    }

    @Test
    void nobody_enters_anything_but_public_routes_without_signing_in() {
        Browser nobody = new Browser(port);
        routes().stream()
                .filter(AccessMatrixIT::mayBeTried)
                .forEach(route -> assertAdmitted(
                        route,
                        "anonymous",
                        route.rule().isPublic(),
                        nobody.get(route.example()).status()));
    }

    @Test
    void a_key_enters_with_the_scope_and_not_without() {
        routes().stream()
                .filter(Route::isForPrograms)
                .filter(route -> route.method().equals("GET"))
                .filter(route -> route.rule().scope() != null)
                .forEach(route -> {
                    String scope = String.valueOf(route.rule().scope());
                    assertAdmitted(
                            route,
                            "with scope",
                            true,
                            program(scope).get(route.example()).status());
                    assertAdmitted(
                            route,
                            "without scope",
                            false,
                            program("metrics:read").get(route.example()).status());
                });
    }

    @Test
    void nothing_changes_for_somebody_who_may_not_enter_even_with_the_forms_token() {
        Browser executive = people.signIn(Role.EXECUTIVE, port).withTokenOf("/profile");

        routes().stream()
                .filter(route -> route.method().equals("POST"))
                .filter(route -> !route.isForPrograms() && !route.rule().isPublic())
                .filter(route -> !route.rule().roles().contains(Role.EXECUTIVE))
                .forEach(route -> assertThat(
                                executive.post(route.example(), Map.of()).status())
                        .as("%s for EXECUTIVE", route)
                        .isEqualTo(403));
    }

    /** Streams stay open, and errors are not asked for. */
    private static boolean mayBeTried(Route route) {
        return route.method().equals("GET") && !Set.of("/live", "/error").contains(route.path());
    }

    private static void assertAdmitted(Route route, String visitor, boolean admitted, int status) {
        if (admitted) {
            assertThat(status).as("%s for %s", route, visitor).isNotIn(401, 403, 303);
        } else {
            assertThat(status).as("%s for %s", route, visitor).isIn(401, 403, 303);
        }
    }

    private Browser program(String scope) {
        UUID admin = people.with(Role.ADMIN).id();
        String key = keys.make("program " + UUID.randomUUID(), Set.of(scope), null, admin);
        return new Browser(port).with("Authorization", "Bearer " + key);
    }

    private List<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("cx.ecou"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Stream<String> names =
                methods.isEmpty() ? Stream.of("GET") : methods.stream().map(RequestMethod::name);
        return names.flatMap(method -> info.getPatternValues().stream().map(path -> new Route(method, path, handler)));
    }

    private static String line(Route route) {
        RouteRule rule = route.rule();
        return "%-6s %-48s %-9s %-9s %-8s %-10s %-5s %s"
                .formatted(
                        route.method(),
                        route.path(),
                        mark(rule.isPublic()),
                        mark(rule.isPublic() || rule.roles().contains(Role.EXECUTIVE)),
                        mark(rule.isPublic() || rule.roles().contains(Role.CX_AGENT)),
                        mark(rule.isPublic() || rule.roles().contains(Role.CX_MANAGER)),
                        mark(rule.isPublic() || rule.roles().contains(Role.ADMIN)),
                        rule.scope() == null ? "" : rule.scope());
    }

    private static String mark(boolean admitted) {
        return admitted ? "yes" : "-";
    }

    private static List<String> annotationsOn(AnnotatedElement element) {
        return Stream.of(AllowedFor.class, RequiresScope.class, PublicRoute.class)
                .filter(annotation -> AnnotatedElementUtils.hasAnnotation(element, annotation))
                .map(Class::getSimpleName)
                .toList();
    }
}
