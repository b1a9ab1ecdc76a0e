package cx.ecou.customer.write.erasure;

import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.write.person.Whole;
import cx.ecou.eventstore.privacy.ClearText;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables that say who is who, and others that are no read models, when a customer is erased. What tells a source that somebody was
 * erased stays: the ids, and the key of each source.
 */
@Component
class ErasedRows {

    private static final String REMEMBER = """
            insert into customer.erasure (erasure_id, customer_id, subjects, reason, asked_by, erased_at, taken_out, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final List<ClearText> places;

    ErasedRows(JdbcTemplate jdbc, List<ClearText> places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** The erasure of somebody who has been erased. */
    Optional<UUID> erasureOf(Whole customer) {
        return jdbc
                .queryForList(
                        "select erasure_id from customer.customer where customer_id = ? and erasure_id is not null",
                        UUID.class,
                        customer.customerId())
                .stream()
                .findFirst();
    }

    List<UUID> subjects(Whole customer) {
        return jdbc.queryForList(
                "select subject_id from customer.subject where customer_id = ? order by subject_id",
                UUID.class,
                customer.customerId());
    }

    /** As whose a subject is known. */
    UUID customerOf(UUID subjectId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select customer_id from customer.subject where subject_id = ?", UUID.class, subjectId));
    }

    /** @return whether nothing was known of this subject: it stands for a customer of its own now */
    boolean admit(UUID subjectId, Instant now) {
        boolean unknown = jdbc.update(
                        "insert into customer.subject (subject_id, home_id, customer_id) values (?, ?, ?) on conflict do nothing",
                        subjectId,
                        subjectId,
                        subjectId)
                == 1;
        if (unknown) {
            jdbc.update(
                    "insert into customer.customer (customer_id, known_since) values (?, ?)",
                    subjectId,
                    now.atOffset(ZoneOffset.UTC));
        }
        return unknown;
    }

    /** @return the id of a new customer, to whom these subjects belong from now on */
    UUID separate(Whole customer, List<UUID> subjects) {
        UUID separated = Ids.next();
        jdbc.update(
                "insert into customer.customer (customer_id, known_since)"
                        + " select ?, known_since from customer.customer where customer_id = ?",
                separated,
                customer.customerId());
        jdbc.update(
                "update customer.subject set customer_id = ?, home_id = ? where subject_id = any (?)",
                separated,
                separated,
                subjects.toArray(UUID[]::new));
        return separated;
    }

    Instant erasedAt(UUID erasureId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                        "select erased_at from customer.erasure where erasure_id = ?", OffsetDateTime.class, erasureId))
                .toInstant();
    }

    /** @return how many rows, by place */
    Map<String, Integer> takeOut(Whole customer, CustomerErased erased) {
        UUID[] parts = customer.ids();
        UUID[] subjects = erased.subjects().toArray(UUID[]::new);
        OffsetDateTime at = erased.at().atOffset(ZoneOffset.UTC);
        Map<String, Integer> takenOut = new TreeMap<>();
        jdbc.update(
                "update customer.customer set erased_at = ?, erasure_id = ? where customer_id = any (?)",
                at,
                erased.erasureId(),
                parts);
        takenOut.put(
                "identities", update("delete from customer.identity where subject_id = any (?)", (Object) subjects));
        takenOut.put(
                "descriptions",
                update(
                        "update customer.description set content = null where subject_id = any (?) and content is not null",
                        (Object) subjects));
        takenOut.put(
                "suggestions",
                update("delete from customer.duplicate where one_id = any (?) or other_id = any (?)", parts, parts));
        takenOut.put(
                "archives",
                update(
                        "update customer.export set archive = null where customer_id = any (?) and archive is not null",
                        (Object) parts));
        takenOut.put("messages", update("delete from customer.message where customer_id = any (?)", (Object) parts));
        takenOut.put(
                "links",
                update(
                        "update customer.preference_link set expires_at = ? where customer_id = any (?) and expires_at > ?",
                        at,
                        parts,
                        at));
        places.stream()
                .filter(place -> place.processingGroup() == null)
                .forEach(
                        place -> takenOut.put(place.table().live(), place.scrub(jdbc, erased.subjects(), erased.at())));
        sampleIdentitiesAnew();
        return takenOut;
    }

    /** Two of all identities lie in the statistics of the planner, and these may have been among them. */
    private void sampleIdentitiesAnew() {
        jdbc.execute("analyze customer.identity (value)");
    }

    private int update(String sql, @Nullable Object... values) {
        return jdbc.update(sql, values);
    }

    void remember(CustomerErased erased, Map<String, Integer> takenOut) {
        String written = JsonMapper.shared().writeValueAsString(takenOut);
        jdbc.update(
                REMEMBER,
                erased.erasureId(),
                erased.customerId(),
                erased.subjects().toArray(UUID[]::new),
                erased.reason().name(),
                erased.by(),
                erased.at().atOffset(ZoneOffset.UTC),
                written,
                ErasureHash.of(erased, written));
    }
}
