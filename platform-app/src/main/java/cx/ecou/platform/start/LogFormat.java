package cx.ecou.platform.start;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** {@code ECOU_LOG_FORMAT=json}: one JSON object a line, for machines. Otherwise short lines for people. */
final class LogFormat implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if ("json".equalsIgnoreCase(environment.getProperty("ecou.log.format"))) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "log format", Map.of("logging.structured.format.console", "logstash")));
        }
    }
}
