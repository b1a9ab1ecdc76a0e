package cx.ecou.feedback.read.inbox;

import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Score;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the inbox. */
@Component
@ProcessingGroup("feedback.inbox")
class InboxProjection {

    private static final String INSERT = """
            insert into feedback.inbox (feedback_id, recorded_at, occurred_at, kind, source, external_id, language,
              customer_ref, customer_name, customer_email, touchpoint, channel, product, region, segment, comment,
              attributes, nps, nps_band, csat, csat_scale, csat_band, ces, ces_scale, ces_band)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final JdbcTemplate jdbc;
    private final Announcements announcements;
    private final RowBuffer<Received> rows = new RowBuffer<>(this::write);

    InboxProjection(JdbcTemplate jdbc, Announcements announcements) {
        this.jdbc = jdbc;
        this.announcements = announcements;
    }

    @EventHandler
    void on(FeedbackReceived event, @Timestamp Instant recordedAt) {
        rows.add(new Received(event, recordedAt));
    }

    private void write(List<Received> received) {
        jdbc.batchUpdate(INSERT, received, received.size(), InboxProjection::bind);
        announcements.announce("feedback.inbox");
    }

    private static void bind(PreparedStatement statement, Received received) throws SQLException {
        FeedbackReceived event = received.event();
        statement.setObject(1, event.feedbackId());
        statement.setObject(2, received.recordedAt().atOffset(ZoneOffset.UTC));
        statement.setObject(3, event.occurredAt().atOffset(ZoneOffset.UTC));
        statement.setString(4, event.kind().name());
        statement.setString(5, event.source());
        statement.setString(6, event.externalId());
        statement.setString(7, event.language());
        statement.setString(8, event.customerRef());
        statement.setString(9, event.customerName());
        statement.setString(10, event.customerEmail());
        statement.setString(11, event.touchpoint());
        statement.setString(12, event.channel());
        statement.setString(13, event.product());
        statement.setString(14, event.region());
        statement.setString(15, event.segment());
        statement.setString(16, event.comment());
        statement.setString(17, JsonMapper.shared().writeValueAsString(event.attributes()));
        Score nps = scoreOf(event, Metric.NPS);
        statement.setBigDecimal(18, nps == null ? null : nps.value());
        statement.setObject(19, band(nps), Types.SMALLINT);
        bind(statement, 20, scoreOf(event, Metric.CSAT));
        bind(statement, 23, scoreOf(event, Metric.CES));
    }

    private static void bind(PreparedStatement statement, int first, @Nullable Score score) throws SQLException {
        statement.setObject(first, score == null ? null : score.value().shortValueExact(), Types.SMALLINT);
        statement.setString(first + 1, score == null ? null : score.scale().toString());
        statement.setObject(first + 2, band(score), Types.SMALLINT);
    }

    private static @Nullable Score scoreOf(FeedbackReceived event, Metric metric) {
        for (Score score : event.scores()) {
            if (score.metric() == metric) {
                return score;
            }
        }
        return null;
    }

    private static @Nullable Short band(@Nullable Score score) {
        return score == null
                ? null
                : switch (score.band()) {
                    case POSITIVE -> (short) 1;
                    case NEUTRAL -> (short) 0;
                    case NEGATIVE -> (short) -1;
                };
    }

    private record Received(FeedbackReceived event, Instant recordedAt) {}
}
