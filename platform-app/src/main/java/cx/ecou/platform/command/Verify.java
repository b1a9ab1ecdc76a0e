package cx.ecou.platform.command;

import cx.ecou.eventstore.seal.DaySeal;
import cx.ecou.eventstore.seal.Finding;
import cx.ecou.eventstore.seal.Seals;
import cx.ecou.eventstore.seal.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * {@code verify [--day <day>] [--against <file>] [--days]}: whether the events are as they were sealed, and the audit log as it
 * was linked. With {@code --against} also whether seals and links are those of a log that was kept elsewhere; with
 * {@code --day} only the events of that day.
 */
final class Verify implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    @Override
    public int run(List<String> written, Environment environment) throws IOException {
        Words words = Words.of(written, Set.of("--day", "--against"), Set.of("--days"));
        words.none();
        if (words.option("--day").isPresent() && words.option("--against").isPresent()) {
            throw new CommandFailed("--day and --against do not go together: a kept log is compared as a whole.");
        }
        try (OpenDatabase database = OpenDatabase.of(environment)) {
            DataSource source = database.login().dataSource();
            Verification verification = verify(new Seals(source), words);
            boolean kept = words.option("--against")
                    .map(file -> agree(verification.days(), Path.of(file)))
                    .orElse(true);
            boolean audited = words.option("--day").isPresent()
                    || VerifiedAudit.intact(source, words.option("--against").map(Path::of));
            boolean asSealed = verification.intact() && kept && audited;
            if (asSealed && verification.sealed() == 0 && verification.unsealed() > 0) {
                throw new CommandFailed("Nothing of that is sealed: nothing can be said of it.");
            }
            report(verification, words.has("--days"));
            return asSealed ? DONE : FOUND;
        }
    }

    private static Verification verify(Seals seals, Words words) {
        try {
            return words.option("--day").map(Verify::day).map(seals::verify).orElseGet(seals::verify);
        } catch (BadSqlGrammarException e) {
            throw new CommandFailed("This database has no seals yet: start this version of Ecou on it once.");
        }
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new CommandFailed("--day must look like 2026-11-22.");
        }
    }

    private static boolean agree(List<DaySeal> seals, Path file) {
        List<KeptSeals.Kept> kept = KeptSeals.in(file);
        List<KeptSeals.Kept> missing =
                kept.stream().filter(seal -> !seal.isAmong(seals)).toList();
        missing.forEach(seal -> log.error(
                "Day {}: the seal {} that was kept elsewhere is not the one in the database.",
                seal.day(),
                seal.number()));
        log.info("{} of {} kept seals are in the database.", kept.size() - missing.size(), kept.size());
        return missing.isEmpty();
    }

    /** @param all whether every seal of a day is shown, and not only the newest, which stands for those before it */
    static void report(Verification verification, boolean all) {
        List<DaySeal> days = verification.days();
        days.stream()
                .skip(all ? 0 : Math.max(0, days.size() - 1))
                .map(DaySeal::sentence)
                .forEach(log::info);
        verification.first().values().stream().map(Finding::sentence).forEach(log::error);
        log.info(
                "{} events compared with their seals, {} recorded since are not sealed yet.",
                verification.sealed(),
                verification.unsealed());
        if (verification.intact()) {
            log.info("Everything is as it was sealed.");
        } else {
            log.error(
                    "{} things were changed behind Ecou's back; the first of each of {} days is named above.",
                    verification.findings(),
                    verification.first().size());
        }
    }
}
