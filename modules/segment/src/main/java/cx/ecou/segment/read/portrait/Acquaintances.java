package cx.ecou.segment.read.portrait;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.FoldedChanges;
import cx.ecou.eventstore.ModelTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of subjects, as their sources know them. Of whoever is erased nothing more is kept, whatever comes. */
@Component
class Acquaintances {

    static final ModelTable TABLE = new ModelTable("segment", "acquaintance");

    private static final String DESCRIBED = """
            insert into %s as known (subject_id, name, has_email, has_phone, has_card, language, time_zone, account, role,
              attributes, first_seen_at, last_seen_at, described_at, erased)
            values (?, nullif(?, ''), ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), ?::jsonb, ?, ?, ?, false)
            on conflict (subject_id) do update set name = excluded.name, has_email = excluded.has_email,
              has_phone = excluded.has_phone, has_card = excluded.has_card, language = excluded.language,
              time_zone = excluded.time_zone, account = excluded.account, role = excluded.role,
              attributes = excluded.attributes,
              first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
              described_at = excluded.described_at
            where not known.erased
            """;

    private static final String RECOGNISED = """
            insert into %s (subject_id, customer_id, has_email, has_phone, has_card, attributes, first_seen_at, last_seen_at,
              erased)
            values (?, ?, false, false, false, '{}', ?, ?, false)
            on conflict (subject_id) do update set customer_id = excluded.customer_id
            """;

    /** Nothing stays of what was known before, so that a rebuild, which cannot read it any more, comes to the same. */
    private static final String ERASED = """
            insert into %s as known (subject_id, customer_id, has_email, has_phone, has_card, attributes, first_seen_at,
              last_seen_at, erased)
            values (?, ?, false, false, false, '{}', ?, ?, true)
            on conflict (subject_id) do update set customer_id = excluded.customer_id, name = null, has_email = false,
              has_phone = false, has_card = false, language = null, time_zone = null, account = null, role = null,
              attributes = '{}', first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at,
              described_at = null, erased = true
            where not known.erased
            """;

    private static final String LOOKS = """
            select subject_id, customer_id, erased,
                   hash_record_extended(
                     (name, has_email, has_phone, has_card, language, time_zone, account, role, attributes, first_seen_at, described_at,
                       erased), 0)
              from %s where subject_id = any (?)
            """;

    private static final String MOVED = "update %s set customer_id = ? where subject_id = ?";

    private final JdbcTemplate jdbc;

    Acquaintances(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What an event says of a subject, unless it says no more than that they were seen. */
    record Change(UUID subjectId, String sql, Object... values) {}

    /**
     * As what a subject stands here.
     *
     * @param customerId null until it has been recognised
     * @param erased whether nothing is kept of it any more
     * @param told stands for all that is known of it but when it was seen last
     */
    record Look(@Nullable UUID customerId, boolean erased, long told) {}

    static Change described(CustomerDescribed event) {
        Set<IdentityKind> left = left(event);
        return new Change(
                event.subjectId(),
                DESCRIBED,
                event.subjectId(),
                text(event.name()),
                left.contains(IdentityKind.EMAIL),
                left.contains(IdentityKind.PHONE),
                left.contains(IdentityKind.LOYALTY_CARD),
                text(event.language()),
                text(event.timeZone()),
                text(event.account()),
                text(event.role()),
                JsonMapper.shared().writeValueAsString(Objects.requireNonNullElse(event.attributes(), Map.of())),
                utc(event.at()),
                utc(event.at()),
                utc(event.at()));
    }

    /** The event by which it was recognised may have been put aside: then this is the first that is heard of it. */
    static Change recognised(SubjectRecognised event, Instant recordedAt) {
        return new Change(
                event.subjectId(), RECOGNISED, event.subjectId(), event.customerId(), utc(recordedAt), utc(recordedAt));
    }

    static Change erased(UUID subjectId, CustomerErased event) {
        return new Change(subjectId, ERASED, subjectId, event.customerId(), utc(event.at()), utc(event.at()));
    }

    static Change moved(UUID subjectId, UUID customerId) {
        return new Change(subjectId, MOVED, customerId, subjectId);
    }

    /** Begins to gather what events say. */
    FoldedChanges<UUID, Seen> changes() {
        return new FoldedChanges<>(Seen::and, seen -> SeenRows.write(jdbc, seen));
    }

    void write(FoldedChanges<UUID, Seen> changes) {
        changes.write(jdbc);
    }

    static void add(FoldedChanges<UUID, Seen> changes, Change change) {
        changes.add(change.subjectId(), change.sql().formatted(TABLE.target()), change.values());
    }

    /** As what these stand here at the moment. */
    Map<UUID, Look> looks(UUID[] subjects) {
        Map<UUID, Look> looks = new HashMap<>();
        jdbc.query(
                LOOKS.formatted(TABLE.target()),
                row -> {
                    looks.put(
                            row.getObject(1, UUID.class),
                            new Look(row.getObject(2, UUID.class), row.getBoolean(3), row.getLong(4)));
                },
                (Object) subjects);
        return looks;
    }

    /** By what kinds of identities the customer can be recognised. */
    static Set<IdentityKind> left(CustomerSeen event) {
        return event.identities().stream().map(Identity::kind).collect(Collectors.toSet());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
