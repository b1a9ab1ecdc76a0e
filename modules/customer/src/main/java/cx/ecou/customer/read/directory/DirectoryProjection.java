package cx.ecou.customer.read.directory;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.RowChanges;
import cx.ecou.eventstore.announce.Announcements;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps who is known to whom, and of each customer one line for the list. */
@Component
@ProcessingGroup(Directory.PROCESSING_GROUP)
class DirectoryProjection {

    static final ModelTable ACQUAINTANCE = new ModelTable("customer", "acquaintance");
    static final ModelTable DIRECTORY = new ModelTable("customer", "directory");
    static final ModelTable LAST_SEEN = new ModelTable("customer", "last_seen");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SEEN = """
            insert into %s as known (subject_id, source, ref, emails, phones, loyalty_cards, attributes, first_seen_at,
              last_seen_at)
            values (?, nullif(?, ''), nullif(?, ''), ?, ?, ?, '{}', ?, ?)
            on conflict (subject_id) do update set
              emails = case when known.emails = '[]' then excluded.emails else known.emails end,
              phones = case when known.phones = '[]' then excluded.phones else known.phones end,
              loyalty_cards = case when known.loyalty_cards = '[]' then excluded.loyalty_cards else known.loyalty_cards end,
              first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
            """;

    private static final String DESCRIBED = """
            insert into %s as known (subject_id, source, ref, name, emails, phones, loyalty_cards, language, time_zone, account, role,
              attributes, first_seen_at, last_seen_at, described_at)
            values (?, ?, ?, nullif(?, ''), ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, ?, ?)
            on conflict (subject_id) do update set name = excluded.name, emails = excluded.emails, phones = excluded.phones,
              loyalty_cards = excluded.loyalty_cards, language = excluded.language, time_zone = excluded.time_zone,
              account = excluded.account, role = excluded.role, attributes = excluded.attributes,
              first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
              described_at = excluded.described_at
            """;

    /** The event by which it was recognised may have been put aside: then this is the first that is heard of it. */
    private static final String RECOGNISED = """
            insert into %s (subject_id, customer_id, source, ref, emails, phones, loyalty_cards, attributes, first_seen_at,
              last_seen_at)
            values (?, ?, nullif(?, ''), nullif(?, ''), '[]', '[]', '[]', '{}', ?, ?)
            on conflict (subject_id) do update set customer_id = excluded.customer_id
            """;

    private static final String MOVED = """
            update %s set customer_id = ? where subject_id = ?
            """;

    /** Who was erased is known by the key of a source, so that their sources are answered, and by nothing else. */
    private static final String ERASED = """
            update %s set name = null, emails = '[]', phones = '[]', loyalty_cards = '[]', attributes = '{}', language = null,
              time_zone = null, account = null, role = null, erased = true
             where subject_id = ?
            """;

    /** Of whom nobody is left: they were merged into somebody, or erased. */
    private static final String TAKE_OUT = """
            delete from %1$s gone where customer_id = any (?)
               and not exists (select 1 from %2$s part where part.customer_id = gone.customer_id and not part.erased)
            """;

    /** Most are described again with nothing new in their line, and then no index is written. */
    private static final String PUT_TOGETHER = """
            insert into %1$s as known (customer_id, name, email, account, language, subjects, first_seen_at, words)
            select customer_id,
              (array_agg(name order by described_at desc nulls last, subject_id) filter (where name is not null))[1],
              (array_agg(emails::jsonb ->> 0 order by described_at desc nulls last, subject_id) filter (where emails <> '[]'))[1],
              (array_agg(account order by described_at desc, subject_id) filter (where account is not null))[1],
              (array_agg(language order by described_at desc, subject_id) filter (where language is not null))[1],
              count(*), min(first_seen_at),
              customer.words(string_agg(concat_ws(' ', name, emails, phones, loyalty_cards, ref), ' ' order by subject_id))
              from %2$s where customer_id = any (?) and not erased group by customer_id order by customer_id
            on conflict (customer_id) do update set name = excluded.name, email = excluded.email, account = excluded.account,
              language = excluded.language, subjects = excluded.subjects, first_seen_at = excluded.first_seen_at,
              words = excluded.words
              where (known.name, known.email, known.account, known.language, known.subjects, known.first_seen_at, known.words)
                is distinct from (excluded.name, excluded.email, excluded.account, excluded.language, excluded.subjects,
                  excluded.first_seen_at, excluded.words)
            """;

    private static final String DATE = """
            insert into %1$s as known (customer_id, last_seen_at)
            select customer_id, max(last_seen_at) from %2$s
             where customer_id = any (?) and not erased group by customer_id order by customer_id
            on conflict (customer_id) do update set last_seen_at = excluded.last_seen_at
              where known.last_seen_at <> excluded.last_seen_at
            """;

    private final JdbcTemplate jdbc;
    private final Announcements announcements;
    private final RowBuffer<Change> changes = new RowBuffer<>(this::write);

    DirectoryProjection(JdbcTemplate jdbc, Announcements announcements) {
        this.jdbc = jdbc;
        this.announcements = announcements;
    }

    @EventHandler
    void on(CustomerSeen event, @Timestamp Instant recordedAt) {
        if (event.tellsWho()) {
            changes.add(Change.seen(
                    event,
                    recordedAt,
                    SEEN,
                    event.subjectId(),
                    text(event.customerSource()),
                    text(event.customerRef()),
                    values(event, IdentityKind.EMAIL),
                    values(event, IdentityKind.PHONE),
                    values(event, IdentityKind.LOYALTY_CARD),
                    utc(recordedAt),
                    utc(recordedAt)));
        }
    }

    @EventHandler
    void on(CustomerDescribed event, @Timestamp Instant recordedAt) {
        changes.add(Change.of(
                event.subjectId(),
                DESCRIBED,
                event.subjectId(),
                event.source(),
                event.ref(),
                text(event.name()),
                list(event.emails()),
                list(event.phones()),
                list(event.loyaltyCards()),
                text(event.language()),
                text(event.timeZone()),
                text(event.account()),
                text(event.role()),
                JSON.writeValueAsString(Objects.requireNonNullElse(event.attributes(), Map.of())),
                utc(recordedAt),
                utc(recordedAt),
                utc(event.at())));
    }

    @EventHandler
    void on(SubjectRecognised event, @Timestamp Instant recordedAt) {
        changes.add(Change.of(
                event.subjectId(),
                RECOGNISED,
                event.subjectId(),
                event.customerId(),
                text(event.source()),
                text(event.ref()),
                utc(recordedAt),
                utc(recordedAt)));
    }

    @EventHandler
    void on(CustomersMerged event) {
        event.subjects().forEach(subject -> move(subject, event.customerId()));
    }

    @EventHandler
    void on(MergeUndone event) {
        event.subjects().forEach(subject -> move(subject, event.separatedId()));
    }

    @EventHandler
    void on(CustomerErased event) {
        event.subjects().forEach(subject -> changes.add(Change.of(subject, ERASED, subject)));
    }

    private void move(UUID subjectId, UUID customerId) {
        changes.add(Change.of(subjectId, MOVED, customerId, subjectId));
    }

    private void write(List<Change> all) {
        List<Change> news = new SeenAgain(jdbc).write(all);
        if (!news.isEmpty()) {
            writeNews(news);
        }
        announcements.announce(Directory.PROCESSING_GROUP);
    }

    private void writeNews(List<Change> news) {
        UUID[] subjects = news.stream().map(Change::subjectId).distinct().toArray(UUID[]::new);
        Set<UUID> customers = new HashSet<>(customersOf(subjects));
        var rows = new RowChanges();
        news.forEach(
                change -> rows.add(change.subjectId(), change.sql().formatted(ACQUAINTANCE.target()), change.values()));
        rows.write(jdbc);
        customers.addAll(customersOf(subjects));
        putTogether(customers.toArray(UUID[]::new));
    }

    private List<UUID> customersOf(UUID[] subjects) {
        return jdbc.queryForList(
                "select distinct customer_id from " + ACQUAINTANCE.target()
                        + " where subject_id = any (?) and customer_id is not null",
                UUID.class,
                (Object) subjects);
    }

    private void putTogether(UUID[] customers) {
        write(TAKE_OUT, DIRECTORY, customers);
        write(PUT_TOGETHER, DIRECTORY, customers);
        write(TAKE_OUT, LAST_SEEN, customers);
        write(DATE, LAST_SEEN, customers);
    }

    private void write(String sql, ModelTable table, UUID[] customers) {
        jdbc.update(sql.formatted(table.target(), ACQUAINTANCE.target()), (Object) customers);
    }

    private static String values(CustomerSeen event, IdentityKind kind) {
        return list(event.identities().stream()
                .filter(identity -> identity.kind() == kind)
                .map(Identity::value)
                .toList());
    }

    private static String list(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? "[]" : JSON.writeValueAsString(values);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
