package cx.ecou.eventstore.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each application context of the tests a database of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Not a secret: there is nothing but inventions in these databases. */
    public static final String WRAPPING_KEY = "ZWNvdSBlY291IGVjb3UgZWNvdSBlY291IGVjb3UgISE=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh database",
                        Map.of(
                                "spring.datasource.url", TestDatabase.freshUrl(),
                                "spring.datasource.hikari.maximum-pool-size", "12",
                                "ecou.privacy.wrapping-key", WRAPPING_KEY,
                                "axon.update-check.disabled", "true",
                                "axon.axonserver.enabled", "false")));
    }
}
