package cx.ecou.customer.write.person;

import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes down what recognition comes to: the events, and in the same transaction the tables that say who is who. What is new
 * is gathered and written together, before a merge and at the end.
 */
final class PersonWriter implements Findings {

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Facts facts;
    private final Merging merging;

    private final List<Fact> events = new ArrayList<>();
    private final List<Person> customers = new ArrayList<>();
    private final List<Recognised> subjects = new ArrayList<>();
    private final List<Marked> marks = new ArrayList<>();
    private final Set<UUID> erased = new HashSet<>();

    PersonWriter(JdbcTemplate jdbc, DataSource dataSource, Facts facts, Merging merging) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.facts = facts;
        this.merging = merging;
    }

    @Override
    public void customer(Person person) {
        customers.add(person);
    }

    @Override
    public void recognised(Subject subject, SubjectRecognised event) {
        subjects.add(new Recognised(event, subject.homeId()));
        events.add(new Fact(aggregateOf(event), "Subject", event));
    }

    /** A piece of feedback that is a subject of its own is an aggregate already, under the same id. */
    private static UUID aggregateOf(SubjectRecognised event) {
        return event.ref() == null
                ? Ids.derived("recognition", event.subjectId().toString())
                : event.subjectId();
    }

    @Override
    public void marked(Subject subject, Mark mark) {
        marks.add(new Marked(subject.subjectId(), mark));
    }

    @Override
    public boolean unmarked(Subject subject, Mark mark) {
        write();
        jdbc.update(
                "delete from customer.identity where kind = ? and value = ? and subject_id = ?",
                mark.kind(),
                mark.value(),
                subject.subjectId());
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                select exists (select 1 from customer.identity join customer.subject using (subject_id)
                                where kind = ? and value = ? and customer_id = ?)
                """, Boolean.class, mark.kind(), mark.value(), subject.customerId()));
    }

    @Override
    public void seenAfterErasure(UUID subjectId) {
        erased.add(subjectId);
    }

    @Override
    public void merged(UUID remaining, UUID merged, IdentityKind because) {
        write();
        merging.merge(remaining, merged, because, null);
    }

    @Override
    public void duplicate(UUID customerId, UUID otherId, DuplicateReason reason, Instant at) {
        jdbc.update("""
                insert into customer.duplicate (one_id, other_id, reason, found_at) values (least(?, ?), greatest(?, ?), ?, ?)
                on conflict do nothing
                """, customerId, otherId, customerId, otherId, reason.name(), at.atOffset(ZoneOffset.UTC));
    }

    /** Writes what has been gathered. */
    void write() {
        var customerRows = new BinaryRows("customer.customer (customer_id, known_since)", 2);
        customers.forEach(person -> customerRows.row().uuid(person.customerId()).instant(person.knownSince()));
        copy(customerRows, customers);
        var subjectRows = new BinaryRows("customer.subject (subject_id, home_id, customer_id, source, ref)", 5);
        subjects.forEach(subject -> subjectRows
                .row()
                .uuid(subject.event().subjectId())
                .uuid(subject.homeId())
                .uuid(subject.event().customerId())
                .text(subject.event().source())
                .text(subject.event().ref()));
        copy(subjectRows, subjects);
        var markRows = new BinaryRows("customer.identity (kind, value, subject_id)", 3);
        marks.forEach(marked -> markRows.row()
                .text(marked.mark().kind())
                .text(marked.mark().value())
                .uuid(marked.subjectId()));
        copy(markRows, marks);
        facts.record(List.copyOf(events));
        events.clear();
        forget();
    }

    private void forget() {
        if (!erased.isEmpty()) {
            jdbc.update(
                    "update customer.description set content = null where subject_id = any (?) and content is not null",
                    (Object) erased.toArray(UUID[]::new));
            erased.clear();
        }
    }

    private void copy(BinaryRows rows, List<?> written) {
        if (!written.isEmpty()) {
            rows.copyInto(dataSource);
            written.clear();
        }
    }

    private record Recognised(SubjectRecognised event, UUID homeId) {}

    private record Marked(UUID subjectId, Mark mark) {}
}
