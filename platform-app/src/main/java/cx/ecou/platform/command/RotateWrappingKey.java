package cx.ecou.platform.command;

import cx.ecou.eventstore.privacy.WrappingKeyRotation;
import cx.ecou.eventstore.privacy.WrappingKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** {@code rotate-wrapping-key}: wraps all data keys by a new key, while Ecou runs or while it does not. */
final class RotateWrappingKey implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    @Override
    public int run(List<String> written, Environment environment) throws IOException {
        Words.of(written, Set.of(), Set.of()).none();
        WrappingKeys keys = keys(environment);
        try (OpenDatabase database = OpenDatabase.of(environment)) {
            long rewrapped = new WrappingKeyRotation(database.login().dataSource(), keys).rotate();
            log.info(
                    "{} data keys are wrapped by the new key. The old one is needed for backups of the time before only.",
                    rewrapped);
        }
        return DONE;
    }

    private static WrappingKeys keys(Environment environment) {
        String given = environment.getProperty("ecou.privacy.wrapping-key", "");
        Path home = OpenDatabase.home(environment);
        return given.isBlank() && !environment.containsProperty("spring.datasource.url")
                ? WrappingKeys.in(home)
                : WrappingKeys.of(given);
    }
}
