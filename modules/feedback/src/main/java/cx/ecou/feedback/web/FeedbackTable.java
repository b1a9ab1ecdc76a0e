package cx.ecou.feedback.web;

import cx.ecou.feedback.read.inbox.FeedbackRow;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feedback as rows of a table to take along: the names are those of the API. A scale stands in two columns, because
 * spreadsheets take {@code 1-5} for a day.
 */
final class FeedbackTable {

    static final Object[] HEADER = {
        "feedbackId",
        "source",
        "externalId",
        "kind",
        "occurredAt",
        "recordedAt",
        "language",
        "customerRef",
        "customerName",
        "customerEmail",
        "touchpoint",
        "channel",
        "product",
        "region",
        "segment",
        "nps",
        "csat",
        "csatLowest",
        "csatHighest",
        "ces",
        "cesLowest",
        "cesHighest",
        "comment",
        "attributes"
    };

    private FeedbackTable() {}

    static @Nullable Object[] cells(FeedbackRow row) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                row.feedbackId(),
                row.source(),
                row.externalId(),
                row.kind(),
                row.occurredAt(),
                row.recordedAt(),
                row.language(),
                row.customerRef(),
                row.customerName(),
                row.customerEmail(),
                row.touchpoint(),
                row.channel(),
                row.product(),
                row.region(),
                row.segment()));
        cells.add(row.score(Metric.NPS).map(Score::value).orElse(null));
        addWithScale(cells, row.score(Metric.CSAT).orElse(null));
        addWithScale(cells, row.score(Metric.CES).orElse(null));
        cells.add(row.comment());
        cells.add(row.attributes().isEmpty() ? null : JsonMapper.shared().writeValueAsString(row.attributes()));
        return cells.toArray();
    }

    private static void addWithScale(List<@Nullable Object> cells, @Nullable Score score) {
        cells.add(score == null ? null : score.value());
        cells.add(score == null ? null : score.scale().low());
        cells.add(score == null ? null : score.scale().high());
    }
}
