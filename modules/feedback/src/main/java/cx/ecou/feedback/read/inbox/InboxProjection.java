package cx.ecou.feedback.read.inbox;

import cx.ecou.customer.events.CustomerErased;
import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.privacy.ClearText;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the inbox. */
@Component
@ProcessingGroup(InboxProjection.PROCESSING_GROUP)
class InboxProjection {

    static final String PROCESSING_GROUP = "feedback.inbox";
    static final ModelTable TABLE = new ModelTable("feedback", "inbox").appended();

    private static final String COLUMNS = """
            (feedback_id, subject_id, recorded_at, occurred_at, kind, source, external_id, language, customer_ref,
              customer_name, customer_email, touchpoint, channel, product, region, segment, comment, attributes,
              nps, nps_band, csat, csat_scale, csat_band, ces, ces_scale, ces_band)""";

    private static final int COUNT = 26;

    static final ClearText CLEAR_TEXT = ClearText.of(
                    PROCESSING_GROUP, TABLE, "customer_name", "customer_email", "comment")
            .and("'{}'", "attributes");

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Announcements announcements;
    private final RowBuffer<Received> rows = new RowBuffer<>(this::write);

    InboxProjection(JdbcTemplate jdbc, DataSource dataSource, Announcements announcements) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.announcements = announcements;
    }

    @EventHandler
    void on(FeedbackReceived event, @Timestamp Instant recordedAt) {
        rows.add(new Received(event, recordedAt));
    }

    @EventHandler
    void on(CustomerErased event) {
        rows.writeNow();
        CLEAR_TEXT.scrub(jdbc, event.subjects(), event.at());
        announcements.announce(PROCESSING_GROUP);
    }

    private void write(List<Received> received) {
        var rows = new BinaryRows(TABLE.target() + COLUMNS, COUNT);
        received.forEach(one -> put(rows.row(), one.event(), one.recordedAt()));
        rows.copyInto(dataSource);
        announcements.announce(PROCESSING_GROUP);
    }

    private static void put(BinaryRows row, FeedbackReceived event, Instant recordedAt) {
        row.uuid(event.feedbackId())
                .uuid(event.subjectId())
                .instant(recordedAt)
                .instant(event.occurredAt())
                .text(event.kind().name())
                .text(event.source())
                .text(event.externalId())
                .text(event.language())
                .text(event.customerRef())
                .text(event.customerName())
                .text(event.customerEmail())
                .text(event.touchpoint())
                .text(event.channel())
                .text(event.product())
                .text(event.region())
                .text(event.segment())
                .text(event.comment())
                .text(attributes(event));
        Score nps = scoreOf(event, Metric.NPS);
        row.real(nps == null ? null : nps.value().floatValue()).smallint(band(nps));
        put(row, scoreOf(event, Metric.CSAT));
        put(row, scoreOf(event, Metric.CES));
    }

    /** By name: the same feedback makes the same row on every node. */
    private static String attributes(FeedbackReceived event) {
        return event.attributes().isEmpty()
                ? "{}"
                : JsonMapper.shared().writeValueAsString(new TreeMap<>(event.attributes()));
    }

    private static void put(BinaryRows row, @Nullable Score score) {
        row.smallint(score == null ? null : score.value().shortValueExact())
                .text(score == null ? null : score.scale().toString())
                .smallint(band(score));
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
