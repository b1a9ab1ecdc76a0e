package cx.ecou.segment.read.portrait;

import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Score;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of what customers said, as far as rules ask. */
@Component
class VoiceTable {

    static final ModelTable TABLE = new ModelTable("segment", "voice");

    private static final String COLUMNS =
            " (feedback_id, subject_id, kind, occurred_at, nps, nps_band, csat, csat_scale, csat_band, ces, ces_scale, ces_band)";
    private static final int COUNT = 12;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    VoiceTable(DataSource dataSource, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Of those who are erased, whatever they may have said has no place here. */
    void forgetErased(UUID[] erased) {
        if (erased.length > 0) {
            jdbc.update("delete from " + TABLE.target() + " where subject_id = any (?)", (Object) erased);
        }
    }

    void add(List<FeedbackReceived> voices) {
        if (!voices.isEmpty()) {
            var rows = new BinaryRows(TABLE.target() + COLUMNS, COUNT);
            voices.forEach(voice -> put(rows.row(), voice));
            rows.copyInto(dataSource);
        }
    }

    private static void put(BinaryRows row, FeedbackReceived event) {
        row.uuid(event.feedbackId())
                .uuid(event.subjectId())
                .text(event.kind().name())
                .instant(event.occurredAt());
        Score nps = scoreOf(event, Metric.NPS);
        row.real(nps == null ? null : nps.value().floatValue()).smallint(band(nps));
        put(row, scoreOf(event, Metric.CSAT));
        put(row, scoreOf(event, Metric.CES));
    }

    private static void put(BinaryRows row, @Nullable Score score) {
        row.smallint(score == null ? null : score.value().shortValueExact())
                .text(score == null ? null : score.scale().toString())
                .smallint(band(score));
    }

    private static @Nullable Score scoreOf(FeedbackReceived event, Metric metric) {
        return event.scores().stream()
                .filter(score -> score.metric() == metric)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Short band(@Nullable Score score) {
        return score == null ? null : (short) Bands.number(score.band());
    }
}
