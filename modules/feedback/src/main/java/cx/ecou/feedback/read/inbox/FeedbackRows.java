package cx.ecou.feedback.read.inbox;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the table {@code feedback.inbox}. */
final class FeedbackRows implements RowMapper<FeedbackRow> {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    @Override
    public FeedbackRow mapRow(ResultSet row, int number) throws SQLException {
        return new FeedbackRow(
                row.getObject("feedback_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                FeedbackKind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("language"),
                row.getString("customer_ref"),
                row.getString("customer_name"),
                row.getString("customer_email"),
                row.getString("touchpoint"),
                row.getString("channel"),
                row.getString("product"),
                row.getString("region"),
                row.getString("segment"),
                scores(row),
                row.getString("comment"),
                JsonMapper.shared().readValue(row.getString("attributes"), ATTRIBUTES));
    }

    private static List<Score> scores(ResultSet row) throws SQLException {
        List<Score> scores = new ArrayList<>();
        BigDecimal nps = row.getBigDecimal("nps");
        if (nps != null) {
            scores.add(new Score(Metric.NPS, nps, Scale.NPS));
        }
        add(scores, Metric.CSAT, row.getBigDecimal("csat"), row.getString("csat_scale"));
        add(scores, Metric.CES, row.getBigDecimal("ces"), row.getString("ces_scale"));
        return scores;
    }

    private static void add(List<Score> scores, Metric metric, @Nullable BigDecimal value, String scale) {
        if (value != null) {
            scores.add(new Score(metric, value, Scale.of(scale)));
        }
    }
}
