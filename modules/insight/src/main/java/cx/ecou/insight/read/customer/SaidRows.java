package cx.ecou.insight.read.customer;

import cx.ecou.kernel.Score;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What subjects said, written for all of them in one statement. */
final class SaidRows {

    /** What a source has described counts more than what came with feedback. */
    private static final String SPOKE = """
            insert into %s as known (subject_id, source, ref, name, email, words, feedback, scored_at, metric, value, scale, band,
              first_seen_at, last_seen_at)
            select subject_id, nullif(source, ''), nullif(ref, ''), nullif(name, ''), nullif(email, ''), '', feedback, scored_at, metric,
                   value, scale, band, first_seen_at, last_seen_at
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::timestamptz[], ?::text[],
                   ?::numeric[], ?::text[], ?::smallint[], ?::timestamptz[], ?::timestamptz[])
                as said (subject_id, source, ref, name, email, feedback, scored_at, metric, value, scale, band, first_seen_at,
                   last_seen_at)
            on conflict (subject_id) do update set
              name = case when known.erased or known.description is not null then known.name
                else coalesce(excluded.name, known.name) end,
              email = case when known.erased or known.description is not null then known.email
                else coalesce(excluded.email, known.email) end,
              feedback = known.feedback + excluded.feedback,
              scored_at = greatest(known.scored_at, excluded.scored_at),
              metric = case when excluded.scored_at >= coalesce(known.scored_at, excluded.scored_at) then excluded.metric
                else known.metric end,
              value = case when excluded.scored_at >= coalesce(known.scored_at, excluded.scored_at) then excluded.value
                else known.value end,
              scale = case when excluded.scored_at >= coalesce(known.scored_at, excluded.scored_at) then excluded.scale
                else known.scale end,
              band = case when excluded.scored_at >= coalesce(known.scored_at, excluded.scored_at) then excluded.band
                else known.band end,
              first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
            """;

    private SaidRows() {}

    /** @param said one for each subject */
    static void write(JdbcTemplate jdbc, Collection<Said> said) {
        jdbc.update(
                SPOKE.formatted(SubjectRows.TABLE.target()),
                said.stream().map(one -> one.first().subjectId()).toArray(UUID[]::new),
                texts(said, one -> one.first().customerSource()),
                texts(said, one -> one.first().customerRef()),
                texts(said, Said::name),
                texts(said, Said::email),
                texts(said, Said::feedback),
                texts(said, Said::scoredAt),
                scores(said, score -> score.metric().name()),
                scores(said, score -> score.value().toPlainString()),
                scores(said, Score::scale),
                scores(said, score -> Bands.stored(score.band())),
                texts(said, Said::since),
                texts(said, Said::until));
    }

    private static @Nullable String[] scores(Collection<Said> said, Function<Score, Object> part) {
        return texts(said, one -> one.score() == null ? null : part.apply(one.score()));
    }

    private static @Nullable String[] texts(Collection<Said> said, Function<Said, @Nullable Object> part) {
        return said.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
