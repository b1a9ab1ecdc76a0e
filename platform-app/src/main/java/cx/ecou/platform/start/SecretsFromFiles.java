package cx.ecou.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Reads secrets from files, as Docker and Kubernetes hand them in: {@code ECOU_ADMIN_PASSWORD_FILE} names the file that
 * holds {@code ECOU_ADMIN_PASSWORD}.
 */
final class SecretsFromFiles implements EnvironmentPostProcessor {

    private static final List<String> SECRETS = List.of(
            "ecou.admin.email",
            "ecou.admin.password",
            "ecou.api.key",
            "ecou.privacy.wrapping-key",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.user",
            "spring.flyway.password");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> read = new HashMap<>();
        for (String name : SECRETS) {
            String file = environment.getProperty(name + ".file");
            if (file != null && !file.isEmpty()) {
                read.put(name, content(name, file));
            }
        }
        environment.getPropertySources().addLast(new MapPropertySource("secrets from files", read));
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            String variable = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT) + "_FILE";
            throw new StartRefused(
                    "The file " + file + " cannot be read: correct " + variable + ", or let Ecou read the file.");
        }
    }
}
