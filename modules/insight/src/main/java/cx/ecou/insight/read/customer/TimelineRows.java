package cx.ecou.insight.read.customer;

import static java.time.ZoneOffset.UTC;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.eventstore.ModelTable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what happened with whom. */
@Component
class TimelineRows {

    static final ModelTable TABLE = new ModelTable("insight", "timeline").appended();

    private static final String HAPPENED =
            "insert into %s (happened_at, position, kind, subject_id) values (?, ?, ?, ?)";

    private static final String HAPPENED_IN_CASE = """
            insert into %s (happened_at, position, kind, subject_id) select ?, ?, ?, subject_id from %s where case_id = ?
            """;

    private final JdbcTemplate jdbc;

    TimelineRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases of the batch are known already. */
    void add(List<Recorded> batch) {
        List<Object[]> ofSubjects = new ArrayList<>();
        List<Object[]> ofCases = new ArrayList<>();
        for (Recorded one : batch) {
            EntryKind kind = EntryKind.of(one.event());
            if (kind == null) {
                continue;
            }
            OffsetDateTime at = kind.happenedAt(one).atOffset(UTC);
            List<UUID> subjects = kind.subjectsOf(one.event());
            if (subjects == null) {
                UUID caseId = ((ActionPlanEvent) one.event()).caseId();
                ofCases.add(new Object[] {at, one.position(), kind.name(), caseId});
            } else {
                subjects.forEach(subject -> ofSubjects.add(new Object[] {at, one.position(), kind.name(), subject}));
            }
        }
        jdbc.batchUpdate(HAPPENED.formatted(TABLE.target()), ofSubjects);
        jdbc.batchUpdate(HAPPENED_IN_CASE.formatted(TABLE.target(), CaseRows.TABLE.target()), ofCases);
    }
}
