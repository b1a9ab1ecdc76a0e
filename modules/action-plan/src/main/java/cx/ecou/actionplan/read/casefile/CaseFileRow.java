package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Score;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code action_plan.case_file}. */
@Component
class CaseFileRow implements RowMapper<CaseFile> {

    private final JsonMapper json;

    CaseFileRow(JsonMapper json) {
        this.json = json;
    }

    @Override
    public CaseFile mapRow(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getObject("case_id", UUID.class),
                row.getObject("feedback_id", UUID.class),
                CaseStatus.valueOf(row.getString("status")),
                Priority.valueOf(row.getString("priority")),
                row.getObject("owner", UUID.class),
                row.getObject("escalated_to", UUID.class),
                always(row, "opened_at"),
                always(row, "due_at"),
                instant(row, "contacted_at"),
                instant(row, "escalated_at"),
                instant(row, "resolved_at"),
                instant(row, "closed_at"),
                always(row, "changed_at"),
                FeedbackKind.valueOf(row.getString("kind")),
                always(row, "occurred_at"),
                row.getString("touchpoint"),
                row.getString("channel"),
                row.getString("language"),
                row.getString("customer_ref"),
                row.getString("customer_name"),
                json.readValue(row.getString("reason"), Score.class),
                List.of(json.readValue(row.getString("scores"), Score[].class)),
                row.getString("comment"),
                named(row, "outcome", Outcome::valueOf),
                named(row, "root_cause", RootCause::valueOf));
    }

    private static Instant always(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    private static <E> @Nullable E named(ResultSet row, String column, Function<String, E> value) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : value.apply(name);
    }
}
