package cx.ecou.platform.command;

import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import cx.ecou.eventstore.postgres.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The database that Ecou is configured for, as a command finds it: the operator's own, the embedded one of an Ecou that runs,
 * or the embedded one, started for the command alone.
 */
record OpenDatabase(Login login, @Nullable EmbeddedDatabase started) implements AutoCloseable {

    static OpenDatabase of(Environment environment) throws IOException {
        String url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            return new OpenDatabase(
                    new Login(
                            url,
                            environment.getProperty("spring.datasource.username", ""),
                            environment.getProperty("spring.datasource.password", "")),
                    null);
        }
        return embeddedIn(home(environment));
    }

    static Path home(Environment environment) {
        return Path.of(environment.getProperty("ecou.home", "./data"));
    }

    static OpenDatabase embeddedIn(Path home) throws IOException {
        if (!EmbeddedDatabase.existsIn(home)) {
            throw new CommandFailed("There is no database in the folder "
                    + home.toAbsolutePath().normalize() + ": set ECOU_HOME, or SPRING_DATASOURCE_URL.");
        }
        Optional<Login> running = EmbeddedDatabase.running(home);
        if (running.isPresent()) {
            return new OpenDatabase(running.get(), null);
        }
        EmbeddedDatabase started = EmbeddedDatabase.startIn(home);
        return new OpenDatabase(started.owner(), started);
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
