package cx.ecou.actionplan.web;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one case.
 *
 * @param headline what the customer wrote, shortened; null where nothing was written
 * @param owner name of the colleague who answers for it
 * @param escalatedTo name of the manager who was told
 * @param history newest first
 * @param step the form that is open; null for who only reads
 * @param steps the forms that are possible now
 */
record CaseView(
        CaseFile file,
        @Nullable String headline,
        @Nullable String owner,
        @Nullable String escalatedTo,
        List<Line> history,
        @Nullable Step step,
        List<Step> steps,
        Instant now) {

    /**
     * One line of the history.
     *
     * @param who the colleague's name; null for the platform's own rule and for a program
     * @param program whether a program did it
     * @param whom name of the new owner, or of the manager to whom it escalated
     */
    record Line(
            CaseStep step,
            @Nullable String who,
            boolean program,
            @Nullable String whom) {}

    /** The way of a case; where it stands is marked. */
    public List<CaseStatus> way() {
        return List.of(CaseStatus.values());
    }

    public boolean isOverdue() {
        return file.isOverdue(now);
    }

    /** How long the customer waited for us; null while they wait. */
    @Nullable
    public Duration firstResponse() {
        return file.contactedAt() == null ? null : Duration.between(file.openedAt(), file.contactedAt());
    }

    /** What is left until the due time, or how long it has passed. */
    public Duration untilDue() {
        return Duration.between(now, file.dueAt()).abs();
    }
}
