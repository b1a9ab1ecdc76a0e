package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.StoredEvents;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Reporting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about scores: as they are known now, or as they were known at any past instant. */
@Component
public class ScoreCounts {

    public static final String PROCESSING_GROUP = "insight.figures";

    /** Announced whenever new answers have been counted. */
    public static final String TOPIC = "insight.figures";

    private final JdbcClient database;
    private final StoredEvents events;
    private final Reporting reporting;
    private final Clock clock;

    ScoreCounts(JdbcClient database, StoredEvents events, Reporting reporting, Clock clock) {
        this.database = database;
        this.events = events;
        this.reporting = reporting;
        this.clock = clock;
    }

    /**
     * What was known at an instant: all answers recorded up to and including it. Whole days come from the roll-up; what
     * was recorded on the instant's own day is counted, exactly, from the stored events.
     *
     * @param asOf null, or an instant to come, for everything that is known now
     */
    public KnownScores asOf(@Nullable Instant asOf) {
        Instant now = clock.instant();
        if (asOf == null || !asOf.isBefore(now)) {
            return new KnownScores(database, now, null, Map.of());
        }
        LocalDate day = reporting.dayOf(asOf);
        return new KnownScores(database, asOf, day, recordedOn(day, asOf));
    }

    /** The members of each dimension that have ever answered, by name. */
    public Map<Dimension, List<String>> members() {
        Map<Dimension, List<String>> members = new EnumMap<>(Dimension.class);
        database.sql("""
                        select counted_by, coalesce(touchpoint, channel, product, region, segment, source, kind) as member
                          from insight.scope where counted_by not in (:total, :combination) order by 1, 2
                        """)
                .param("total", Scope.TOTAL)
                .param("combination", Scope.COMBINATION)
                .query(row -> {
                    String member = row.getString("member");
                    Dimension.named(row.getString("counted_by"))
                            .ifPresent(dimension -> members.computeIfAbsent(dimension, d -> new ArrayList<>())
                                    .add(member));
                });
        return members;
    }

    private Map<Counted, Long> recordedOn(LocalDate day, Instant upTo) {
        Map<Counted, Long> counts = new HashMap<>();
        // The store keeps microseconds.
        Instant after = upTo.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        events.recordedBetween(reporting.startOf(day), after, FeedbackReceived.class, stored -> {
            if (stored.event() instanceof FeedbackReceived feedback) {
                Counted.of(feedback, stored.recordedAt(), reporting)
                        .forEach(counted -> counts.merge(counted, 1L, Long::sum));
            }
        });
        return counts;
    }
}
