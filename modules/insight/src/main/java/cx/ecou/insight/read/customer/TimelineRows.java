package cx.ecou.insight.read.customer;

import static java.time.ZoneOffset.UTC;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.ModelTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what happened with whom. */
@Component
class TimelineRows {

    static final ModelTable TABLE = new ModelTable("insight", "timeline").appended();

    private static final String COLUMNS = " (subject_id, happened_at, position, kind)";
    private static final int COUNT = 4;

    private static final String HAPPENED_IN_CASE = """
            insert into %s (happened_at, position, kind, subject_id) select ?, ?, ?, subject_id from %s where case_id = ?
            """;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    TimelineRows(DataSource dataSource, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** The cases of the batch are known already. */
    void add(List<Recorded> batch) {
        var ofSubjects = new BinaryRows(TABLE.target() + COLUMNS, COUNT);
        List<Object[]> ofCases = new ArrayList<>();
        for (Recorded one : batch) {
            EntryKind kind = EntryKind.of(one.event());
            if (kind == null) {
                continue;
            }
            Instant at = kind.happenedAt(one);
            List<UUID> subjects = kind.subjectsOf(one.event());
            if (subjects == null) {
                UUID caseId = ((ActionPlanEvent) one.event()).caseId();
                ofCases.add(new Object[] {at.atOffset(UTC), one.position(), kind.name(), caseId});
            } else {
                subjects.forEach(subject -> ofSubjects
                        .row()
                        .uuid(subject)
                        .instant(at)
                        .bigint(one.position())
                        .text(kind.name()));
            }
        }
        ofSubjects.copyInto(dataSource);
        jdbc.batchUpdate(HAPPENED_IN_CASE.formatted(TABLE.target(), CaseRows.TABLE.target()), ofCases);
    }
}
