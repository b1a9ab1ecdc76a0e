package cx.ecou.platform.command;

import cx.ecou.eventstore.backup.Restore;
import cx.ecou.eventstore.ledger.Check;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import cx.ecou.eventstore.privacy.ErasureList;
import cx.ecou.eventstore.privacy.PrivacyCopy;
import cx.ecou.eventstore.seal.Seals;
import cx.ecou.eventstore.seal.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code restore [<folder>] [--until <moment>] [--erasures <file>]}: brings the embedded database back into {@code ECOU_HOME}, erases
 * anew what was erased since, and verifies it.
 */
final class RestoreBackup implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    @Override
    public int run(List<String> written, Environment environment) throws IOException {
        Words words = Words.of(written, Set.of("--until", "--erasures"), Set.of());
        Path folder = Backup.folder(words, environment);
        Backup.refuseOtherDatabase(environment);
        Path home = OpenDatabase.home(environment);
        Instant until = words.option("--until").map(RestoreBackup::moment).orElse(null);
        ErasureList erasures = words.option("--erasures")
                .map(file -> new ErasureList(Path.of(file)))
                .orElse(ErasureList.in(folder));
        if (words.option("--erasures").isPresent() && !erasures.exists()) {
            throw new CommandFailed("There is no list of erasures at " + erasures.path() + ".");
        }
        try (EmbeddedDatabase restored = Restore.restore(folder, home, until)) {
            PrivacyCopy.restoreKeys(folder, home);
            // Also if this breaks off here: the start reads it.
            ErasureList.in(home).addAll(erasures);
            log.info(
                    "The database is restored into {}, {}.",
                    home,
                    until == null ? "all that there is" : "as of " + until);
            if (erasures.exists()) {
                ReplayErasures.replay(erasures, restored.owner().dataSource());
            }
            return verify(restored.owner().dataSource());
        }
    }

    static int verify(DataSource restored) {
        Verification verification = new Seals(restored).verify();
        Verify.report(verification, false);
        boolean audited = VerifiedAudit.intact(restored, Optional.empty());
        boolean reconciled = reconciled(new Ledger(JdbcClient.create(restored)));
        return verification.intact() && audited && reconciled ? DONE : FOUND;
    }

    /** As the platform counted last before that moment. Only with its processors can it be counted again. */
    private static boolean reconciled(Ledger ledger) {
        List<Check> differing = ledger.checks().stream().filter(Check::differs).toList();
        differing.forEach(check -> log.error(
                "The ledger of {} differed from the events already then: by {} events, up to position {}.",
                check.processor(),
                check.missing(),
                check.position()));
        if (differing.isEmpty()) {
            log.info("No ledger differed from the events; each is compared again soon after the next start.");
        }
        return differing.isEmpty();
    }

    private static Instant moment(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandFailed("--until must look like 2026-11-22T14:30:00Z or 2026-11-22T15:30:00+01:00.");
        }
    }
}
