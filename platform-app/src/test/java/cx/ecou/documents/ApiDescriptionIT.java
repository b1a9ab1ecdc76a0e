package cx.ecou.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.documents.ApiDocument.Operation;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.webshell.access.RouteRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@PlatformTest
class ApiDescriptionIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    ApiDocument api;

    @BeforeEach
    void readTheDescription() {
        api = ApiDocument.servedBy(mvc);
    }

    @Test
    void every_route_is_described_with_the_scope_it_needs_and_nothing_else_is() {
        Map<String, String> real = new TreeMap<>();
        routes.getHandlerMethods()
                .forEach((route, handler) -> namesOf(route).forEach(name -> real.put(name, scopeOf(handler))));
        Map<String, String> described =
                api.operations().stream().collect(Collectors.toMap(Operation::route, Operation::scope));

        assertThat(described).isEqualTo(real);
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_belongs_to_a_chapter() {
        Set<String> chapters = api.root()
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .collect(Collectors.toSet());

        assertThat(api.operations()).extracting(Operation::id).doesNotHaveDuplicates();
        assertThat(api.operations())
                .extracting(operation -> operation.described().at("/tags/0").asString())
                .isSubsetOf(chapters);
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(api.root().findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(api.resolved(reference).isMissingNode())
                        .as(reference.asString())
                        .isFalse());
    }

    @Test
    void every_example_fits_its_schema() {
        for (Operation operation : api.operations()) {
            contents(operation)
                    .forEach(content -> api.examples(content)
                            .forEach(example -> assertThat(api.problems(content, example))
                                    .as(operation.route() + ": " + example)
                                    .isEmpty()));
        }
    }

    private Stream<JsonNode> contents(Operation operation) {
        return Stream.concat(
                        Stream.of(operation.described().path("requestBody")),
                        operation.described().path("responses").valueStream())
                .map(api::resolved)
                .flatMap(body -> body.path("content").propertyStream())
                .filter(content -> !content.getKey().equals("application/x-ndjson"))
                .map(Map.Entry::getValue);
    }

    private static Stream<String> namesOf(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .map(path -> (Function<Object, String>) method -> method + " " + path)
                .flatMap(name ->
                        route.getMethodsCondition().getMethods().stream().map(name));
    }

    private static String scopeOf(HandlerMethod handler) {
        RouteRule rule = RouteRule.of(handler);
        return rule.isPublic() ? "" : String.valueOf(rule.scope());
    }
}
