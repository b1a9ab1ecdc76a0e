package cx.ecou.insight.read.customer;

import static java.time.ZoneOffset.UTC;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowChanges;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps who is known to whom, and whose each subject is. */
@Component
class SubjectRows {

    static final ModelTable TABLE = new ModelTable("insight", "subject");

    private static final String DESCRIBED = """
            insert into %s as known (subject_id, source, ref, name, email, words, account, role, language, described_at, description,
              first_seen_at, last_seen_at)
            values (?, ?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, ?, ?)
            on conflict (subject_id) do update set name = excluded.name, email = excluded.email, words = excluded.words,
              account = excluded.account, role = excluded.role, language = excluded.language,
              described_at = excluded.described_at, description = excluded.description,
              first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
              where not known.erased
            """;

    /** What a source has described counts more than what came with feedback. */
    private static final String SPOKE = """
            insert into %s as known (subject_id, source, ref, name, email, words, feedback, scored_at, metric, value, scale, band,
              first_seen_at, last_seen_at)
            values (?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), '', 1, nullif(?, '')::timestamptz, nullif(?, ''),
              nullif(?, '')::numeric, nullif(?, ''), nullif(?, '')::smallint, ?, ?)
            on conflict (subject_id) do update set
              name = case when known.erased or known.description is not null then known.name
                else coalesce(excluded.name, known.name) end,
              email = case when known.erased or known.description is not null then known.email
                else coalesce(excluded.email, known.email) end,
              feedback = known.feedback + 1,
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

    /** The event by which it was recognised may have been put aside: then this is the first that is heard of it. */
    private static final String RECOGNISED = """
            insert into %s (subject_id, customer_id, recognised_by, recognised_at, source, ref, words, first_seen_at, last_seen_at)
            values (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), '', ?, ?)
            on conflict (subject_id) do update set customer_id = excluded.customer_id, recognised_by = excluded.recognised_by,
              recognised_at = excluded.recognised_at
            """;

    private static final String ERASED =
            "update %s set name = null, email = null, words = '', erased = true where subject_id = ?";

    private static final String MOVED = "update %s set customer_id = ? where subject_id = ?";

    private final JdbcTemplate jdbc;

    SubjectRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose rows a batch changes. */
    static Set<UUID> touchedBy(List<Recorded> batch) {
        return batch.stream().flatMap(one -> touchedBy(one.event())).collect(Collectors.toSet());
    }

    private static Stream<UUID> touchedBy(Object event) {
        if (event instanceof FeedbackReceived spoke) {
            return Stream.of(spoke.subjectId());
        }
        if (event instanceof CustomerDescribed described) {
            return Stream.of(described.subjectId());
        }
        if (event instanceof SubjectRecognised recognised) {
            return Stream.of(recognised.subjectId());
        }
        if (event instanceof CustomersMerged merged) {
            return merged.subjects().stream();
        }
        if (event instanceof CustomerErased erased) {
            return erased.subjects().stream();
        }
        return event instanceof MergeUndone undone ? undone.subjects().stream() : Stream.of();
    }

    /** Whose these are as the table stands now. */
    List<UUID> customersOf(Collection<UUID> subjects) {
        return jdbc.queryForList(
                "select distinct customer_id from " + TABLE.target()
                        + " where subject_id = any (?) and customer_id is not null",
                UUID.class,
                (Object) subjects.toArray(UUID[]::new));
    }

    void apply(List<Recorded> batch) {
        var changes = new RowChanges();
        batch.forEach(one -> add(changes, one));
        changes.write(jdbc);
    }

    private static void add(RowChanges changes, Recorded one) {
        if (one.event() instanceof FeedbackReceived spoke) {
            add(changes, spoke);
        } else if (one.event() instanceof CustomerDescribed described) {
            add(changes, described, one.position());
        } else if (one.event() instanceof SubjectRecognised recognised) {
            add(changes, recognised, one.at());
        } else if (one.event() instanceof CustomersMerged merged) {
            merged.subjects().forEach(subject -> move(changes, subject, merged.customerId()));
        } else if (one.event() instanceof MergeUndone undone) {
            undone.subjects().forEach(subject -> move(changes, subject, undone.separatedId()));
        } else if (one.event() instanceof CustomerErased erased) {
            erased.subjects().forEach(subject -> changes.add(subject, ERASED.formatted(TABLE.target()), subject));
        }
    }

    private static void add(RowChanges changes, FeedbackReceived spoke) {
        Score score = mostSevere(spoke.scores());
        var said = spoke.occurredAt().atOffset(UTC);
        changes.add(
                spoke.subjectId(),
                SPOKE.formatted(TABLE.target()),
                spoke.subjectId(),
                text(spoke.customerSource()),
                text(spoke.customerRef()),
                text(spoke.customerName()),
                spoke.identities().stream().findFirst().map(Identity::value).orElse(""),
                score == null ? "" : spoke.occurredAt().toString(),
                score == null ? "" : score.metric().name(),
                score == null ? "" : score.value().toPlainString(),
                score == null ? "" : score.scale().toString(),
                score == null ? "" : String.valueOf(Bands.stored(score.band())),
                said,
                said);
    }

    private static @Nullable Score mostSevere(List<Score> scores) {
        return scores.stream().max(Comparator.comparing(Score::band)).orElse(null);
    }

    private static void add(RowChanges changes, CustomerDescribed described, long position) {
        List<Identity> identities = described.identities();
        var said = described.at().atOffset(UTC);
        changes.add(
                described.subjectId(),
                DESCRIBED.formatted(TABLE.target()),
                described.subjectId(),
                described.source(),
                described.ref(),
                text(described.name()),
                identities.stream()
                        .filter(identity -> identity.kind() == IdentityKind.EMAIL)
                        .findFirst()
                        .map(Identity::value)
                        .orElse(""),
                identities.stream()
                        .filter(identity -> identity.kind() != IdentityKind.DEVICE)
                        .map(Identity::value)
                        .collect(Collectors.joining(" ")),
                text(described.account()),
                text(described.role()),
                text(described.language()),
                said,
                position,
                said,
                said);
    }

    private static void add(RowChanges changes, SubjectRecognised recognised, Instant at) {
        var seen = at.atOffset(UTC);
        changes.add(
                recognised.subjectId(),
                RECOGNISED.formatted(TABLE.target()),
                recognised.subjectId(),
                recognised.customerId(),
                recognised.by().name(),
                seen,
                text(recognised.source()),
                text(recognised.ref()),
                seen,
                seen);
    }

    private static void move(RowChanges changes, UUID subjectId, UUID customerId) {
        changes.add(subjectId, MOVED.formatted(TABLE.target()), customerId, subjectId);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
