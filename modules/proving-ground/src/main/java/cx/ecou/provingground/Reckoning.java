package cx.ecou.provingground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what a source has delivered: in the store, in the read models, and in what the platform answers. */
final class Reckoning {

    private static final Pattern N = Pattern.compile("\"n\":(\\d+)");

    private final Platform platform;
    private final String source;

    Reckoning(Platform platform, String source) {
        this.platform = platform;
        this.source = source;
    }

    /** Every key from 1 to the number given is stored once, and the read models agree with the store. */
    Finding.Doubts expect(long keys, Finding.Doubts doubts) throws IOException, SQLException {
        platform.awaitProjections();
        try (Connection database = platform.database()) {
            doubts.expect("events of " + source, keys, count(database, """
                            select count(*) from event_store.domain_event
                             where payload_type = 'feedback.FeedbackReceived' and payload::jsonb ->> 'source' = ?"""));
            doubts.expect("different keys of " + source, keys, count(database, """
                            select count(distinct payload::jsonb ->> 'externalId') from event_store.domain_event
                             where payload_type = 'feedback.FeedbackReceived' and payload::jsonb ->> 'source' = ?"""));
            doubts.expect(
                    "rows of the inbox", keys, count(database, "select count(*) from feedback.inbox where source = ?"));
            long negative = count(database, "select count(*) from feedback.inbox where source = ? and nps < 7");
            doubts.expect("opened cases", negative, count(database, """
                            select count(*) from event_store.domain_event opened join feedback.inbox said
                              on said.feedback_id = (opened.payload::jsonb ->> 'feedbackId')::uuid
                             where opened.payload_type = 'action-plan.CaseOpened' and said.source = ?"""));
            doubts.expect("rows of the cases", negative, count(database, """
                            select count(*) from action_plan.case_file join feedback.inbox using (feedback_id)
                             where source = ?"""));
        }
        return doubts.expect("pieces of feedback in the KPI", keys, inKpi());
    }

    private long inKpi() throws IOException {
        try (LeanHttp http = platform.connect()) {
            LeanHttp.Answer answer = http.get("/api/v1/kpis/nps?source=" + source, "");
            Matcher n = N.matcher(answer.text());
            return answer.status() == 200 && n.find() ? Long.parseLong(n.group(1)) : -1;
        }
    }

    private long count(Connection database, String question) throws SQLException {
        try (var counted = database.prepareStatement(question)) {
            counted.setString(1, source);
            try (var row = counted.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
