package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.privacy.PersonalCatalogue.PersonalParts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;

/**
 * Everything that was recorded of a person, whichever module did: the events that name one of the person's pseudonymous ids, and
 * the rest of what happened to the things that they began, such as a case. What is said of somebody else is left out.
 *
 * <p>No table says which events name whom. So the whole store is read, past its indexes: that is for work in the background.
 */
public final class PersonalHistory {

    private static final int FETCH = 500;
    private static final String SELECT = """
            select global_index, aggregate_identifier, event_id, recorded_at, payload_type, payload
              from event_store.domain_event
            """;
    private static final String OF_AGGREGATES = SELECT + " where aggregate_identifier = any (?::uuid[])";
    private static final String NAMING = SELECT + " where payload like any (?::text[])";

    private final DataSource database;
    private final TransactionOperations transaction;
    private final EventEncryption encryption;
    private final Map<String, String> subjectMembers;

    PersonalHistory(
            DataSource database,
            TransactionOperations transaction,
            PersonalCatalogue catalogue,
            EventEncryption encryption) {
        this.database = database;
        this.transaction = transaction;
        this.encryption = encryption;
        this.subjectMembers = catalogue.all().stream()
                .collect(Collectors.toMap(
                        PersonalParts::event, parts -> parts.subject().getName()));
    }

    /**
     * All that was recorded of one person, in the order of the store.
     *
     * @param ids all under which the person is known: those of the subjects, and of the customers that they are
     */
    public List<PersonalFact> of(Collection<UUID> ids) {
        Set<String> person = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        SortedMap<Long, PersonalFact> found = new TreeMap<>();
        Set<String> begun = new HashSet<>(person);
        transaction.executeWithoutResult(status -> {
            new JdbcTemplate(database).execute("set local statement_timeout = 0");
            read(NAMING, person.stream().map(id -> "%" + id + "%").toArray(String[]::new), ids, (row, fact) -> {
                found.put(fact.position(), fact);
                if (isAbout(fact, person)) {
                    begun.add(row.aggregateId().toString());
                }
            });
            read(OF_AGGREGATES, begun.toArray(String[]::new), ids, (row, fact) -> found.put(fact.position(), fact));
        });
        return List.copyOf(found.values());
    }

    private boolean isAbout(PersonalFact fact, Set<String> person) {
        String member = subjectMembers.get(fact.name());
        return member != null && person.contains(fact.said().path(member).asString(""));
    }

    private void read(String sql, String[] values, Collection<UUID> ids, BiConsumer<Row, PersonalFact> each) {
        var streaming = new JdbcTemplate(database);
        streaming.setFetchSize(FETCH);
        List<Row> page = new ArrayList<>(FETCH);
        streaming.query(
                sql,
                row -> {
                    page.add(Row.read(row));
                    if (page.size() == FETCH) {
                        handOver(page, ids, each);
                    }
                },
                (Object) values);
        handOver(page, ids, each);
    }

    private void handOver(List<Row> page, Collection<UUID> ids, BiConsumer<Row, PersonalFact> each) {
        List<Row> own = page.stream().filter(row -> row.isOf(ids)).toList();
        EventKeys keys = encryption.toDecrypt(own.stream().map(Row::payload).toList());
        own.forEach(row -> {
            JsonNode said = said(row, keys);
            keepOwn(said, ids.stream().map(UUID::toString).toList());
            each.accept(row, new PersonalFact(row.position, row.name, row.recordedAt, said));
        });
        page.clear();
    }

    /** Of a list in which the person is named among others, only what names them. */
    private static void keepOwn(JsonNode said, List<String> person) {
        if (said instanceof ArrayNode list && list.valueStream().anyMatch(one -> names(one, person))) {
            list.removeIf(one -> !names(one, person));
        }
        said.forEach(part -> keepOwn(part, person));
    }

    private static boolean names(JsonNode said, List<String> person) {
        String text = said.toString();
        return person.stream().anyMatch(text::contains);
    }

    private JsonNode said(Row row, EventKeys keys) {
        try {
            return JsonMapper.shared()
                    .readTree(keys.decrypt(new EventIdentity(row.name, row.eventId, row.aggregateId), row.payload));
        } catch (UnreadablePersonalParts | JacksonException e) {
            return NullNode.getInstance();
        }
    }

    /** A row of the event table, as it lies there. */
    private record Row(long position, UUID aggregateId, UUID eventId, Instant recordedAt, String name, byte[] payload) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getString(5),
                    Objects.requireNonNull(row.getBytes(6)));
        }

        /** Whether nothing in it is said of anybody else. */
        boolean isOf(Collection<UUID> person) {
            @Nullable UUID subject = StoredText.subjectOf(payload);
            return subject == null || person.contains(subject);
        }
    }
}
