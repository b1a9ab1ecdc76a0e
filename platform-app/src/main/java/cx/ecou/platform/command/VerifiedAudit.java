package cx.ecou.platform.command;

import cx.ecou.platform.audit.chain.AuditChain;
import cx.ecou.platform.audit.chain.Finding;
import cx.ecou.platform.audit.chain.KnownLink;
import cx.ecou.platform.audit.chain.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of {@code verify} that looks at the audit log. */
final class VerifiedAudit {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    private VerifiedAudit() {}

    /**
     * Reports what was found.
     *
     * @param kept a log that was kept elsewhere
     * @return whether everything is as it was linked
     */
    static boolean intact(DataSource database, Optional<Path> kept) {
        var chain = new AuditChain(database);
        if (!chain.exists()) {
            log.info("This database has no audit log yet.");
            return true;
        }
        Verification verification = chain.verify();
        KnownLink newest = verification.newest();
        if (newest != null) {
            log.info(newest.sentence());
        }
        verification.first().stream().map(Finding::sentence).forEach(log::error);
        log.info(
                "{} entries of the audit log compared with their links, {} added since are not linked yet.",
                verification.linked(),
                verification.unlinked());
        if (!verification.intact()) {
            log.error(
                    "{} things in the audit log were changed behind Ecou's back; the first are named above.",
                    verification.findings());
        }
        return kept.map(file -> agree(chain, file)).orElse(true) && verification.intact();
    }

    private static boolean agree(AuditChain chain, Path file) {
        List<KnownLink> kept = KeptLinks.in(file);
        List<KnownLink> missing =
                kept.stream().filter(link -> !chain.holds(link)).toList();
        missing.forEach(link -> log.error(
                "Audit log: the link {} that was kept elsewhere is not the one in the database.", link.number()));
        log.info(
                "{} of {} kept links of the audit log are in the database.", kept.size() - missing.size(), kept.size());
        return missing.isEmpty();
    }
}
