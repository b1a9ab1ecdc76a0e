package cx.ecou.insight.web.customer;

import cx.ecou.insight.read.customer.CustomerRow;
import cx.ecou.kernel.Score;
import org.jspecify.annotations.Nullable;

/**
 * Customers as rows of a table to take along: the names are those of the API. A scale stands in two columns, because
 * spreadsheets take {@code 1-5} for a day.
 */
final class CustomerTable {

    static final Object[] HEADER = {
        "customerId",
        "name",
        "email",
        "account",
        "language",
        "sources",
        "subjects",
        "feedback",
        "openCases",
        "nextDueAt",
        "metric",
        "score",
        "lowest",
        "highest",
        "scoredAt",
        "firstSeenAt",
        "lastSeenAt"
    };

    private CustomerTable() {}

    static @Nullable Object[] cells(CustomerRow row) {
        Score score = row.score();
        return new @Nullable Object[] {
            row.customerId(),
            row.name(),
            row.email(),
            row.account(),
            row.language(),
            String.join(" ", row.sources()),
            row.subjects(),
            row.feedback(),
            row.openCases(),
            row.nextDueAt(),
            score == null ? null : score.metric(),
            score == null ? null : score.value(),
            score == null ? null : score.scale().low(),
            score == null ? null : score.scale().high(),
            row.scoredAt(),
            row.firstSeenAt(),
            row.lastSeenAt()
        };
    }
}
