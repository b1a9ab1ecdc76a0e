package cx.ecou.customer.write.person;

import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads whom a batch may concern, and holds on to them until the end of the transaction: nobody merges or erases them
 * meanwhile.
 */
@Component
class PersonReader {

    private final JdbcTemplate jdbc;
    private final RecognisedLately recognised = new RecognisedLately();

    PersonReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those by whom something may become known: most customers are seen again just as they are known, and of them nothing needs to be
     * looked up or held on to. Where a source now tells of other identities than before, all counts that is told beside it.
     */
    List<Sighting> news(List<Sighting> all) {
        List<Sighting> sightings =
                all.stream().filter(sighting -> !tellsNothing(sighting)).toList();
        if (sightings.isEmpty()) {
            return sightings;
        }
        Map<UUID, Set<Mark>> left = marksOf(sightings);
        recognised.remember(left.keySet());
        Set<UUID> changed = sightings.stream()
                .filter(sighting -> sighting.seen().namesAllIdentities())
                .filter(sighting -> !marksOf(sighting).equals(left.get(sighting.subjectId())))
                .map(Sighting::subjectId)
                .collect(Collectors.toSet());
        return sightings.stream()
                .filter(sighting -> {
                    Set<Mark> marks = left.get(sighting.subjectId());
                    return marks == null
                            || changed.contains(sighting.subjectId())
                            || !sighting.identities().stream().map(Mark::of).allMatch(marks::contains);
                })
                .toList();
    }

    /** A key alone, of somebody who was recognised by it before: for that nobody needs to be asked. */
    private boolean tellsNothing(Sighting sighting) {
        return sighting.identities().isEmpty()
                && !sighting.seen().namesAllIdentities()
                && recognised.holds(sighting.subjectId());
    }

    private static Set<Mark> marksOf(Sighting sighting) {
        return sighting.identities().stream().flatMap(Mark::left).collect(Collectors.toSet());
    }

    /** What each subject that is known has left; nothing of those who are erased. */
    private Map<UUID, Set<Mark>> marksOf(List<Sighting> sightings) {
        Map<UUID, Set<Mark>> left = new HashMap<>();
        jdbc.query(
                """
                select subject_id, kind, value
                  from customer.subject join customer.customer using (customer_id) left join customer.identity using (subject_id)
                 where subject_id = any (?) and erased_at is null
                """,
                row -> {
                    Set<Mark> marks = left.computeIfAbsent(row.getObject(1, UUID.class), first -> new HashSet<>());
                    if (row.getString(2) != null) {
                        marks.add(new Mark(row.getString(2), row.getString(3)));
                    }
                },
                (Object) subjects(sightings));
        return left;
    }

    private static UUID[] subjects(Collection<Sighting> sightings) {
        return sightings.stream().map(Sighting::subjectId).distinct().toArray(UUID[]::new);
    }

    Acquaintances read(Collection<Sighting> sightings) {
        UUID[] subjects = subjects(sightings);
        Set<Mark> marks = sightings.stream()
                .flatMap(sighting -> sighting.identities().stream())
                .flatMap(Mark::left)
                .collect(Collectors.toSet());
        String[] kinds = texts(marks, Mark::kind);
        String[] values = texts(marks, Mark::value);
        var known = new Acquaintances();
        UUID[] customers = lock(subjects, kinds, values);
        readPersons(customers, known);
        readSubjects(subjects, known);
        readHolders(kinds, values, known);
        return known;
    }

    private static String[] texts(Set<Mark> marks, Function<Mark, String> part) {
        return marks.stream().map(part).toArray(String[]::new);
    }

    /** Somebody may merge them before they are locked: then those of whom they are a part now are concerned. */
    private UUID[] lock(UUID[] subjects, String[] kinds, String[] values) {
        Set<UUID> locked = new HashSet<>();
        List<UUID> concerned = concerned(subjects, kinds, values);
        while (!locked.containsAll(concerned)) {
            locked.addAll(locked(concerned));
            concerned = concerned(subjects, kinds, values);
        }
        return locked.toArray(UUID[]::new);
    }

    private List<UUID> concerned(UUID[] subjects, String[] kinds, String[] values) {
        return jdbc.queryForList("""
                select customer_id from customer.subject where subject_id = any (?)
                union
                select customer_id from unnest(?::text[], ?::text[]) as wanted (kind, value)
                  join customer.identity using (kind, value) join customer.subject using (subject_id)
                """, UUID.class, subjects, kinds, values);
    }

    /** In the order of their ids, so that two who lock never wait for each other. */
    private List<UUID> locked(List<UUID> customers) {
        return jdbc.queryForList(
                "select customer_id from customer.customer where customer_id = any (?) order by customer_id for share",
                UUID.class,
                (Object) customers.toArray(UUID[]::new));
    }

    private void readPersons(UUID[] customers, Acquaintances known) {
        jdbc.query(
                "select customer_id, known_since from customer.customer where customer_id = any (?)",
                row -> {
                    known.add(new Person(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                },
                (Object) customers);
        jdbc.query(
                "select customer_id, source, ref from customer.subject where customer_id = any (?) and ref is not null",
                row -> {
                    known.person(row.getObject(1, UUID.class)).isCalled(row.getString(2), row.getString(3));
                },
                (Object) customers);
        jdbc.query(
                """
                select distinct customer_id, kind, value from customer.subject join customer.identity using (subject_id)
                 where customer_id = any (?) and kind <> ?
                """,
                row -> {
                    known.person(row.getObject(1, UUID.class))
                            .has(new Identity(IdentityKind.valueOf(row.getString(2)), row.getString(3)));
                },
                customers,
                Mark.LIKENESS);
        jdbc.query(
                """
                select one_id, other_id from customer.duplicate where dismissed and one_id = any (?) and other_id = any (?)
                """,
                row -> {
                    known.person(row.getObject(1, UUID.class)).isApartFrom(row.getObject(2, UUID.class));
                },
                customers,
                customers);
    }

    private void readSubjects(UUID[] subjects, Acquaintances known) {
        jdbc.query(
                """
                select subject_id, home_id, customer_id, erased_at is not null
                  from customer.subject join customer.customer using (customer_id) where subject_id = any (?)
                """,
                row -> {
                    var subject = new Subject(
                            row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
                    known.add(subject);
                    if (row.getBoolean(4)) {
                        known.isErased(subject.subjectId());
                    }
                },
                (Object) subjects);
        jdbc.query(
                "select subject_id, kind, value from customer.identity where subject_id = any (?)",
                row -> {
                    known.marked(row.getObject(1, UUID.class), new Mark(row.getString(2), row.getString(3)));
                },
                (Object) subjects);
    }

    private void readHolders(String[] kinds, String[] values, Acquaintances known) {
        jdbc.query(
                """
                select distinct on (kind, value, customer_id) customer_id, home_id, kind, value
                  from unnest(?::text[], ?::text[]) as wanted (kind, value)
                  join customer.identity using (kind, value) join customer.subject using (subject_id)
                 order by kind, value, customer_id, home_id
                """,
                row -> {
                    known.holds(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            new Mark(row.getString(3), row.getString(4)));
                },
                kinds,
                values);
    }
}
