package cx.ecou.customer.write.retention;

import cx.ecou.customer.events.RetentionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules as they are now, and what runs did. */
@Component
class RetentionTable {

    private static final String RULE = "select * from customer.retention_rule";

    private final JdbcClient jdbc;

    RetentionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RetentionRule> all() {
        return jdbc.sql(RULE + " order by kind, source nulls first")
                .query((row, n) -> rule(row))
                .list();
    }

    Optional<RetentionRule> find(UUID ruleId) {
        return jdbc.sql(RULE + " where rule_id = ?")
                .param(ruleId)
                .query((row, n) -> rule(row))
                .optional();
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<RetentionRule> lock(UUID ruleId) {
        return jdbc.sql(RULE + " where rule_id = ? for update")
                .param(ruleId)
                .query((row, n) -> rule(row))
                .optional();
    }

    /** @return whether there was no such rule yet; of a new one nothing is recorded so far */
    boolean begin(UUID ruleId, RetentionKind kind, @Nullable String source, int days, Instant at) {
        return jdbc.sql("""
                        insert into customer.retention_rule (rule_id, kind, source, days, switched_on, revision, changed_at)
                        values (?, ?, ?, ?, false, 0, ?) on conflict do nothing
                        """)
                        .param(ruleId)
                        .param(kind.name())
                        .param(source)
                        .param(days)
                        .param(utc(at))
                        .update()
                == 1;
    }

    void change(UUID ruleId, int days, boolean switchedOn, Instant at) {
        jdbc.sql("""
                        update customer.retention_rule set days = ?, switched_on = ?, revision = revision + 1, changed_at = ?
                         where rule_id = ?
                        """).params(days, switchedOn, utc(at), ruleId).update();
    }

    /** A run begins; one that never came to its end has been interrupted. */
    void begin(UUID runId, Instant at) {
        jdbc.sql("update customer.retention_run set outcome = 'INTERRUPTED' where outcome = 'UNDER_WAY'")
                .update();
        jdbc.sql("insert into customer.retention_run (run_id, begun_at, outcome, erased) values (?, ?, 'UNDER_WAY', 0)")
                .params(runId, utc(at))
                .update();
    }

    void tell(RetentionRun run) {
        jdbc.sql("update customer.retention_run set outcome = ?, erased = ? where run_id = ?")
                .params(run.outcome().name(), run.erased(), run.runId())
                .update();
    }

    /** The latest first. */
    List<RetentionRun> runs(int limit) {
        return jdbc.sql("select * from customer.retention_run order by begun_at desc, run_id desc limit ?")
                .param(limit)
                .query((row, n) -> new RetentionRun(
                        row.getObject("run_id", UUID.class),
                        instant(row, "begun_at"),
                        RetentionRun.Outcome.valueOf(row.getString("outcome")),
                        row.getInt("erased")))
                .list();
    }

    private static RetentionRule rule(ResultSet row) throws SQLException {
        return new RetentionRule(
                row.getObject("rule_id", UUID.class),
                RetentionKind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getInt("days"),
                row.getBoolean("switched_on"),
                row.getInt("revision"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
