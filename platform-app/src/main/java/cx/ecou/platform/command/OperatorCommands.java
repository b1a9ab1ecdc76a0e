package cx.ecou.platform.command;

import cx.ecou.eventstore.FolderNotUsable;
import cx.ecou.eventstore.privacy.WrappingKeyNotUsable;
import cx.ecou.platform.start.StartRefused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.dao.DataAccessException;

/** The commands by their names: {@code java -jar ecou.jar verify}. No pages, no processors: only settings and a log. */
public final class OperatorCommands {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    private static final Map<String, OperatorCommand> BY_NAME = Map.of(
            "verify", new Verify(),
            "backup", new Backup(),
            "restore", new RestoreBackup(),
            "rotate-wrapping-key", new RotateWrappingKey(),
            "replay-erasures", new ReplayErasures());

    /** What a context must be made of; there is nothing in it. */
    private static final class Nothing {}

    private OperatorCommands() {}

    /** Whether the program was called for a command and not to be started. */
    public static boolean isOne(String[] arguments) {
        return arguments.length > 0 && BY_NAME.containsKey(arguments[0]);
    }

    /**
     * Carries a command out.
     *
     * @return 0 when all is well, 1 when something was found, 2 when it could not be done
     */
    public static int run(String[] arguments) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAddCommandLineProperties(false);
        try (var context = application.run(arguments)) {
            List<String> words = List.of(arguments).subList(1, arguments.length);
            return Objects.requireNonNull(BY_NAME.get(arguments[0])).run(words, context.getEnvironment());
        } catch (CommandFailed | FolderNotUsable | WrappingKeyNotUsable e) {
            log.error("{}", e.getMessage());
        } catch (StartRefused e) {
            return OperatorCommand.FAILED; // said already, as at any other start
        } catch (DataAccessException e) {
            log.error(
                    "The database does not answer as it should ({}).",
                    e.getClass().getSimpleName());
        } catch (IOException | RuntimeException e) {
            log.error("Files or the database cannot be used ({}).", e.getClass().getSimpleName());
        }
        return OperatorCommand.FAILED;
    }
}
