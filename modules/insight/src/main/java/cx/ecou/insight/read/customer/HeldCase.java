package cx.ecou.insight.read.customer;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case of a customer on which there is work to do.
 *
 * @param owner the colleague who answers for it; null while it waits in the queue
 * @param dueAt by when the customer must hear from us
 */
public record HeldCase(
        UUID caseId,
        @Nullable String touchpoint,
        Priority priority,
        CaseStatus status,
        @Nullable UUID owner,
        Instant openedAt,
        Instant dueAt) {

    private static final int SHORT = 6;

    static HeldCase read(ResultSet row) throws SQLException {
        return new HeldCase(
                row.getObject("case_id", UUID.class),
                row.getString("touchpoint"),
                Priority.valueOf(row.getString("priority")),
                CaseStatus.valueOf(row.getString("status")),
                row.getObject("owner", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    /** As people name it. */
    public String shortId() {
        return caseId.toString().substring(0, SHORT);
    }

    /** The due time has passed, and the customer has not heard from us. */
    public boolean isOverdue(Instant now) {
        return status.isAwaitingContact() && dueAt.isBefore(now);
    }
}
