package cx.ecou.platform.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log with every column that it has, as it lies there.
 *
 * @param id its place in the log
 * @param origin the network from which it came; null: Ecou itself
 * @param codes by what a list was narrowed, and the like
 */
public record Entry(
        long id,
        Instant at,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String origin,
        String action,
        String kind,
        @Nullable String objectId,
        String codes,
        String outcome) {

    /** What a query has to select. */
    public static final String COLUMNS =
            "entry_id, at, actor_kind, actor_id, origin, action, object_kind, object_id, codes, outcome";

    public static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("entry_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("origin"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getString("object_id"),
                row.getString("codes"),
                row.getString("outcome"));
    }
}
