package cx.ecou.customer.write.export;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import cx.ecou.customer.write.link.SecretToken;
import cx.ecou.customer.write.person.Whole;
import cx.ecou.customer.write.person.Wholes;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports of all that is known of one person: asked for here, gathered in the background, fetched by whoever has the link, for a
 * day.
 */
@Component
public class Exports {

    /** So long an export can be fetched. */
    public static final Duration LASTS = Duration.ofHours(24);

    static final String TASK = "customer.prepare-export";
    private static final String PATH = "/exports/";

    private final ExportTable exports;
    private final Wholes wholes;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    Exports(ExportTable exports, Wholes wholes, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.exports = exports;
        this.wholes = wholes;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Asks for an export; others that were asked for go on beside it.
     *
     * @param customerId the customer or a part of them
     * @throws DomainRuleViolation {@code customer.unknown}, {@code customer.erased}
     */
    @Transactional
    public ExportLink request(UUID customerId) {
        UUID whole = whole(customerId);
        SecretToken token = SecretToken.made();
        var export = new Export(
                Ids.next(),
                whole,
                clock.instant(),
                ExportState.PREPARING,
                clock.instant().plus(LASTS));
        exports.add(export, token.hash());
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        new TaskInstance<Void>(TASK, export.exportId().toString()), clock.instant());
        return new ExportLink(export, PATH + token.text());
    }

    /**
     * The customer of whom one is a part, or who they are themselves.
     *
     * @throws DomainRuleViolation {@code customer.unknown}, {@code customer.erased}
     */
    UUID whole(UUID customerId) {
        Whole whole = wholes.of(customerId);
        if (whole.erased()) {
            throw new DomainRuleViolation("customer.erased");
        }
        return whole.customerId();
    }

    /** What a link leads to; nothing when it was never made, or its end is long past. */
    public Optional<Export> behind(String token) {
        return exports.find(new SecretToken(token).hash());
    }

    public Optional<Export> find(UUID exportId) {
        return exports.find(exportId);
    }

    /** Whether an export is one of this customer, whoever they have become since. */
    public boolean isOf(Export export, UUID customerId) {
        return wholes.of(export.customerId()).equals(wholes.of(customerId));
    }

    /** What was asked for of one customer lately, the newest first. */
    public List<Export> of(UUID customerId) {
        return exports.of(whole(customerId));
    }

    /** The archive, a ZIP; nothing unless it is {@link ExportState#READY}. */
    public Optional<byte[]> archive(UUID exportId) {
        return exports.archive(exportId);
    }
}
