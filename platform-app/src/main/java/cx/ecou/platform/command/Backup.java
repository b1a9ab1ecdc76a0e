package cx.ecou.platform.command;

import cx.ecou.eventstore.backup.BaseBackup;
import cx.ecou.eventstore.privacy.ErasureList;
import cx.ecou.eventstore.privacy.PrivacyCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** {@code backup [<folder>]}: copies the embedded database while Ecou runs on it, or while it does not. */
final class Backup implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    @Override
    public int run(List<String> written, Environment environment) throws IOException {
        Path folder = folder(Words.of(written, Set.of(), Set.of()), environment);
        refuseOtherDatabase(environment);
        Path home = OpenDatabase.home(environment);
        try (OpenDatabase database = OpenDatabase.embeddedIn(home)) {
            Instant completeAt = BaseBackup.take(database.login(), home, folder);
            try (var beside =
                    new PrivacyCopy(database.login().dataSource(), List.of(ErasureList.in(folder)), home, folder)) {
                beside.copy();
            }
            log.info("The backup in {} is complete: it holds the database as of {}.", folder, completeAt);
        }
        return DONE;
    }

    static Path folder(Words words, Environment environment) {
        String configured = environment.getProperty("ecou.backup.folder", "");
        return Path.of(
                words.plain().isEmpty() && !configured.isEmpty()
                        ? configured
                        : words.only("the folder of the backups, or set ECOU_BACKUP_FOLDER"));
    }

    static void refuseOtherDatabase(Environment environment) {
        if (environment.containsProperty("spring.datasource.url")) {
            throw new CommandFailed("This is for Ecou's own database. Back yours up and restore it with the tools of"
                    + " PostgreSQL, as docs/how-to/backup-and-restore.md says.");
        }
    }
}
