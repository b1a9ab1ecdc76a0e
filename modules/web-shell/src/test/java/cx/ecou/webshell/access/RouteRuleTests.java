package cx.ecou.webshell.access;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.ApiClient;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;

class RouteRuleTests {

    private static final Colleague AN_AGENT =
            new Colleague(UUID.randomUUID(), "Ilinca P.", Role.CX_AGENT, Set.of(), true);
    private static final ApiClient THE_SHOP = new ApiClient(UUID.randomUUID(), "shop", Set.of("feedback:write"));

    @Test
    void a_handler_that_names_nobody_admits_nobody() {
        RouteRule rule = ruleOf(Bare.class, "silent");

        assertThat(rule.saysSomething()).isFalse();
        assertThat(rule.admits(AN_AGENT)).isFalse();
        assertThat(rule.admits(THE_SHOP)).isFalse();
    }

    @Test
    void a_page_admits_the_roles_it_names_and_no_program() {
        RouteRule rule = ruleOf(Pages.class, "inherited");

        assertThat(rule.admits(AN_AGENT)).isTrue();
        assertThat(rule.admits(colleague(Role.EXECUTIVE))).isFalse();
        assertThat(rule.admits(THE_SHOP)).isFalse();
    }

    @Test
    void what_the_method_says_replaces_what_its_class_says() {
        assertThat(ruleOf(Pages.class, "forAdministrators").admits(AN_AGENT)).isFalse();
        assertThat(ruleOf(Pages.class, "forAdministrators").admits(colleague(Role.ADMIN)))
                .isTrue();
        assertThat(ruleOf(Pages.class, "forEverybody").isPublic()).isTrue();
    }

    @Test
    void an_api_route_admits_programs_with_its_scope_and_no_colleague() {
        RouteRule rule = ruleOf(Bare.class, "intake");

        assertThat(rule.admits(THE_SHOP)).isTrue();
        assertThat(rule.admits(new ApiClient(UUID.randomUUID(), "bi", Set.of("kpi:read"))))
                .isFalse();
        assertThat(rule.admits(colleague(Role.ADMIN))).isFalse();
    }

    private static Colleague colleague(Role role) {
        return new Colleague(UUID.randomUUID(), "Somebody", role, Set.of(), true);
    }

    private static RouteRule ruleOf(Class<?> controller, String handler) {
        Method method = Arrays.stream(controller.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(handler))
                .findFirst()
                .orElseThrow();
        return RouteRule.of(new HandlerMethod(controller.cast(instance(controller)), method));
    }

    private static Object instance(Class<?> controller) {
        return controller == Pages.class ? new Pages() : new Bare();
    }

    private static class Bare {
        void silent() {}

        @RequiresScope("feedback:write")
        void intake() {}
    }

    @AllowedFor({Role.ADMIN, Role.CX_AGENT})
    private static class Pages {
        void inherited() {}

        @AllowedFor(Role.ADMIN)
        void forAdministrators() {}

        @PublicRoute
        void forEverybody() {}
    }
}
