package cx.ecou.platform.access.key;

import cx.ecou.webshell.access.RouteRule;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All scopes there are: what the handlers of all modules ask for, and the metrics. */
@Component
public class KnownScopes {

    /** Lets Prometheus read {@code /actuator/prometheus}. */
    public static final String METRICS = "metrics:read";

    private final Supplier<SortedSet<String>> all;

    KnownScopes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.all = SingletonSupplier.of(() -> collect(mappings));
    }

    public SortedSet<String> all() {
        return all.get();
    }

    private static SortedSet<String> collect(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        SortedSet<String> scopes = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .map(handler -> RouteRule.of(handler).scope())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        scopes.add(METRICS);
        return Collections.unmodifiableSortedSet(scopes);
    }
}
