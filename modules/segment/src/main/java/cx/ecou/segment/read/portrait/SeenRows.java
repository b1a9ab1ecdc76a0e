package cx.ecou.segment.read.portrait;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** That subjects were seen, written for all of them in one statement. */
final class SeenRows {

    private static final String SEEN = """
            insert into %s as known (subject_id, name, has_email, has_phone, has_card, attributes, first_seen_at, last_seen_at,
              erased)
            select subject_id, name, has_email, has_phone, has_card, '{}', first_seen_at, last_seen_at, false
              from unnest(?::uuid[], ?::text[], ?::boolean[], ?::boolean[], ?::boolean[], ?::timestamptz[], ?::timestamptz[])
                as seen (subject_id, name, has_email, has_phone, has_card, first_seen_at, last_seen_at)
            on conflict (subject_id) do update set
              name = coalesce(known.name, excluded.name),
              has_email = known.has_email or excluded.has_email,
              has_phone = known.has_phone or excluded.has_phone,
              has_card = known.has_card or excluded.has_card,
              first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
            where not known.erased
            """;

    private SeenRows() {}

    /** @param seen one for each subject */
    static void write(JdbcTemplate jdbc, Collection<Seen> seen) {
        jdbc.update(
                SEEN.formatted(Acquaintances.TABLE.target()),
                seen.stream().map(Seen::subjectId).toArray(UUID[]::new),
                texts(seen, Seen::name),
                texts(seen, Seen::hasEmail),
                texts(seen, Seen::hasPhone),
                texts(seen, Seen::hasCard),
                texts(seen, Seen::since),
                texts(seen, Seen::until));
    }

    private static @Nullable String[] texts(Collection<Seen> seen, Function<Seen, @Nullable Object> part) {
        return seen.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
