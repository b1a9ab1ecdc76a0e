package cx.ecou.insight.read.customer;

import static java.time.ZoneOffset.UTC;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.FoldedChanges;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The event by which it was recognised may have been put aside: then this is the first that is heard of it. */
    private static final String RECOGNISED = """
            insert into %s (subject_id, customer_id, recognised_by, recognised_at, source, ref, words, first_seen_at, last_seen_at)
            values (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), '', ?, ?)
            on conflict (subject_id) do update set customer_id = excluded.customer_id, recognised_by = excluded.recognised_by,
              recognised_at = excluded.recognised_at
            """;

    private static final String ERASED =
            "update %s set name = null, email = null, words = '', erased = true where subject_id = ?";

    private static final String LOOKS = """
            select subject_id, customer_id,
                   hash_record_extended((source, ref, name, email, words, account, language, described_at, erased), 0)
              from %s where subject_id = any (?)
            """;

    private static final String MOVED = "update %s set customer_id = ? where subject_id = ?";

    private final JdbcTemplate jdbc;

    SubjectRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As what a subject stands in the list.
     *
     * @param customerId null until it has been recognised
     * @param told stands for all that the list shows of who it is
     */
    record Look(@Nullable UUID customerId, long told) {}

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

    /** As what these stand in the table now. */
    Map<UUID, Look> looks(Collection<UUID> subjects) {
        Map<UUID, Look> looks = new HashMap<>();
        jdbc.query(
                LOOKS.formatted(TABLE.target()),
                row -> {
                    looks.put(row.getObject(1, UUID.class), new Look(row.getObject(2, UUID.class), row.getLong(3)));
                },
                (Object) subjects.toArray(UUID[]::new));
        return looks;
    }

    void apply(List<Recorded> batch) {
        var changes = new FoldedChanges<UUID, Said>(Said::and, said -> SaidRows.write(jdbc, said));
        batch.forEach(one -> add(changes, one));
        changes.write(jdbc);
    }

    private static void add(FoldedChanges<UUID, Said> changes, Recorded one) {
        if (one.event() instanceof FeedbackReceived spoke) {
            changes.fold(spoke.subjectId(), Said.of(spoke));
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

    private static void add(FoldedChanges<UUID, Said> changes, CustomerDescribed described, long position) {
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

    private static void add(FoldedChanges<UUID, Said> changes, SubjectRecognised recognised, Instant at) {
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

    private static void move(FoldedChanges<UUID, Said> changes, UUID subjectId, UUID customerId) {
        changes.add(subjectId, MOVED.formatted(TABLE.target()), customerId, subjectId);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
