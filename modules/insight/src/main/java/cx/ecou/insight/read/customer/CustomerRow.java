package cx.ecou.insight.read.customer;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the list.
 *
 * @param name of the newest description, else as it came with feedback
 * @param account the company that they act for
 * @param sources the systems that have a key for them
 * @param subjects under how many keys and addresses they are known
 * @param feedback how often they said something
 * @param openCases on how many cases there is work to do
 * @param nextDueAt by when they must hear from us; null when nobody waits for us
 * @param score the newest one, of several at once the most severe
 * @param lastSeenAt when something was said last, by them or of them
 * @param erased everything personal about them is gone
 */
public record CustomerRow(
        UUID customerId,
        @Personal @Nullable String name,
        @Personal @Nullable String email,
        @Nullable String account,
        @Nullable String language,
        List<String> sources,
        int subjects,
        int feedback,
        int openCases,
        @Nullable Instant nextDueAt,
        @Nullable Score score,
        @Nullable Instant scoredAt,
        Instant firstSeenAt,
        Instant lastSeenAt,
        boolean erased) {

    public CustomerRow {
        sources = List.copyOf(sources);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
