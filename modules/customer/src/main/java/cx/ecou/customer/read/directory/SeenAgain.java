package cx.ecou.customer.read.directory;

import cx.ecou.customer.events.IdentityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Most customers are seen again just as they are known: of them only the time is written, of all in one statement. */
final class SeenAgain {

    private static final String KNOWN = """
            select subject_id, customer_id, emails <> '[]', phones <> '[]', loyalty_cards <> '[]' from %s
             where subject_id = any (?) and customer_id is not null
            """;

    private static final String OF_SUBJECTS = """
            update %s as known set last_seen_at = seen.at
              from unnest(?::uuid[], ?::timestamptz[]) as seen (subject_id, at)
             where known.subject_id = seen.subject_id and known.last_seen_at < seen.at
            """;

    private static final String OF_CUSTOMERS = """
            update %s as known set last_seen_at = seen.at
              from unnest(?::uuid[], ?::timestamptz[]) as seen (customer_id, at)
             where known.customer_id = seen.customer_id and known.last_seen_at < seen.at
            """;

    private final JdbcTemplate jdbc;

    SeenAgain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A subject that is somebody's, and what is known of it. */
    private record Known(UUID customerId, Set<IdentityKind> kinds) {}

    /** @return the changes that say more, of subjects of whom nothing was written here */
    List<Change> write(List<Change> changes) {
        Map<UUID, Known> known = known(changes);
        Set<UUID> changed = new HashSet<>();
        for (Change change : changes) {
            if (!saysNothingNew(change, known.get(change.subjectId()))) {
                changed.add(change.subjectId());
            }
        }
        Map<UUID, Instant> subjects = new LinkedHashMap<>();
        Map<UUID, Instant> customers = new LinkedHashMap<>();
        List<Change> news = new ArrayList<>();
        for (Change change : changes) {
            if (changed.contains(change.subjectId())) {
                news.add(change);
            } else {
                Instant at = Objects.requireNonNull(change.seenAt());
                subjects.merge(change.subjectId(), at, SeenAgain::later);
                customers.merge(
                        Objects.requireNonNull(known.get(change.subjectId())).customerId(), at, SeenAgain::later);
            }
        }
        write(OF_SUBJECTS.formatted(DirectoryProjection.ACQUAINTANCE.target()), subjects);
        write(OF_CUSTOMERS.formatted(DirectoryProjection.LAST_SEEN.target()), customers);
        return news;
    }

    private static boolean saysNothingNew(Change change, @Nullable Known known) {
        return known != null && change.seenAt() != null && known.kinds().containsAll(change.tells());
    }

    private Map<UUID, Known> known(Collection<Change> changes) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.query(
                KNOWN.formatted(DirectoryProjection.ACQUAINTANCE.target()),
                row -> {
                    // Devices are not listed, so none is missed.
                    Set<IdentityKind> kinds = EnumSet.of(IdentityKind.DEVICE);
                    if (row.getBoolean(3)) {
                        kinds.add(IdentityKind.EMAIL);
                    }
                    if (row.getBoolean(4)) {
                        kinds.add(IdentityKind.PHONE);
                    }
                    if (row.getBoolean(5)) {
                        kinds.add(IdentityKind.LOYALTY_CARD);
                    }
                    known.put(row.getObject(1, UUID.class), new Known(row.getObject(2, UUID.class), kinds));
                },
                (Object) changes.stream().map(Change::subjectId).distinct().toArray(UUID[]::new));
        return known;
    }

    private void write(String sql, Map<UUID, Instant> seen) {
        if (!seen.isEmpty()) {
            jdbc.update(
                    sql,
                    seen.keySet().toArray(UUID[]::new),
                    seen.values().stream().map(Instant::toString).toArray(String[]::new));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
