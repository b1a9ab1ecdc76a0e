package cx.ecou.feedback.write.intake;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.feedback.write.intake.NewFeedback.NewScore;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Instants;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.problems.FieldChecks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one delivered feedback and names everything that is wrong with it. */
final class Check {

    static final int KEY_LENGTH = 200;
    static final int WORD_LENGTH = 100;
    static final int COMMENT_LENGTH = 20_000;
    private static final Duration TOLERATED_CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");
    private static final List<String> KINDS =
            Arrays.stream(FeedbackKind.values()).map(Enum::name).toList();

    private final NewFeedback delivered;
    private final Instant now;
    private final FieldChecks checks;

    private Check(NewFeedback delivered, Instant now) {
        this.delivered = delivered;
        this.now = now;
        this.checks = new FieldChecks(delivered.unreadable());
    }

    /** @param now the instant against which "in the future" is judged */
    static Checked of(NewFeedback delivered, Instant now) {
        return isUnreadable(delivered) ? new Checked.Unsound(delivered.unreadable()) : new Check(delivered, now).run();
    }

    private static boolean isUnreadable(NewFeedback delivered) {
        return !delivered.unreadable().isEmpty()
                && delivered.unreadable().stream()
                        .anyMatch(problem -> problem.field().isEmpty());
    }

    private Checked run() {
        String source = checks.needed("source", checks.key("source", delivered.source(), WORD_LENGTH));
        String externalId = checks.needed("externalId", checks.key("externalId", delivered.externalId(), KEY_LENGTH));
        FeedbackKind kind = kind();
        Instant occurredAt = occurredAt();
        List<Score> scores = scores();
        String comment = comment();
        if (scores.isEmpty() && comment == null && checks.isSound()) {
            checks.add("scores", "nothing-said", "Feedback has at least one score or a comment.");
        }
        String customerRef = checks.key("customer.ref", delivered.customerRef(), KEY_LENGTH);
        String language = checks.language("language", delivered.language());
        String name = checks.key("customer.name", delivered.customerName(), KEY_LENGTH);
        String email = email();
        String touchpoint = checks.key("touchpoint", delivered.touchpoint(), WORD_LENGTH);
        String channel = checks.key("channel", delivered.channel(), WORD_LENGTH);
        String product = checks.key("product", delivered.product(), KEY_LENGTH);
        String region = checks.key("region", delivered.region(), WORD_LENGTH);
        String segment = checks.key("segment", delivered.segment(), WORD_LENGTH);
        Map<String, String> attributes = checks.attributes("attributes", delivered.attributes());
        if (!checks.isSound() || source == null || externalId == null || kind == null || occurredAt == null) {
            return new Checked.Unsound(checks.problems());
        }
        UUID feedbackId = Ids.derived("feedback", source, externalId);
        UUID subjectId = customerRef == null ? feedbackId : CustomerSeen.subjectOf(source, customerRef);
        return new Checked.Sound(new FeedbackReceived(
                feedbackId,
                subjectId,
                source,
                externalId,
                kind,
                occurredAt,
                language,
                customerRef,
                name,
                email,
                touchpoint,
                channel,
                product,
                region,
                segment,
                scores,
                comment,
                attributes));
    }

    private @Nullable FeedbackKind kind() {
        String written = checks.needed("kind", delivered.kind());
        if (written == null) {
            return null;
        }
        if (KINDS.contains(written)) {
            return FeedbackKind.valueOf(written);
        }
        checks.add("kind", "unknown-kind", "A kind is one of " + String.join(", ", KINDS) + ".");
        return null;
    }

    private @Nullable Instant occurredAt() {
        String written = checks.needed("occurredAt", delivered.occurredAt());
        if (written == null) {
            return null;
        }
        try {
            Instant instant = Instants.parse(written).truncatedTo(ChronoUnit.MICROS);
            if (instant.isAfter(now.plus(TOLERATED_CLOCK_SKEW))) {
                checks.add("occurredAt", "in-the-future", "The instant lies more than 5 minutes ahead.");
            } else if (instant.isBefore(EARLIEST)) {
                checks.add("occurredAt", "too-early", "The instant lies before 1970.");
            }
            return instant;
        } catch (DateTimeException e) {
            checks.add(
                    "occurredAt", "not-an-instant", "Expected an RFC 3339 instant, for instance 2026-07-25T21:37:22Z.");
            return null;
        }
    }

    private List<Score> scores() {
        List<Score> sound = new ArrayList<>(delivered.scores().size());
        Set<Metric> seen = EnumSet.noneOf(Metric.class);
        for (int i = 0; i < delivered.scores().size(); i++) {
            Score score = score("scores[" + i + "]", delivered.scores().get(i));
            if (score != null && !seen.add(score.metric())) {
                checks.add(
                        "scores[" + i + "].metric",
                        "duplicate-metric",
                        "There are two scores of " + score.metric() + ".");
            } else if (score != null) {
                sound.add(score);
            }
        }
        return sound;
    }

    private @Nullable Score score(String path, NewScore score) {
        Metric metric = metric(path, score.metric());
        if (score.value() == null) {
            checks.missing(path + ".value");
        }
        if (metric == null || score.value() == null) {
            return null;
        }
        Scale scale = scale(path, metric, score.scale());
        if (scale == null) {
            return null;
        }
        try {
            return new Score(metric, score.value(), scale);
        } catch (IllegalArgumentException e) {
            checks.add(path + ".value", "off-scale", String.valueOf(e.getMessage()) + ".");
            return null;
        }
    }

    private @Nullable Metric metric(String path, @Nullable String written) {
        if (written == null) {
            checks.missing(path + ".metric");
            return null;
        }
        return switch (written) {
            case "NPS" -> Metric.NPS;
            case "CSAT" -> Metric.CSAT;
            case "CES" -> Metric.CES;
            default -> {
                checks.add(path + ".metric", "unknown-metric", "A metric is one of NPS, CSAT, CES.");
                yield null;
            }
        };
    }

    private @Nullable Scale scale(String path, Metric metric, @Nullable String written) {
        if (written == null && metric == Metric.NPS) {
            return Scale.NPS;
        }
        if (written == null) {
            checks.missing(path + ".scale");
            return null;
        }
        try {
            Scale read = Scale.of(written);
            if (metric == Metric.NPS && !read.equals(Scale.NPS)) {
                checks.add(path + ".scale", "wrong-scale", "NPS is asked on 0-10.");
                return null;
            }
            return read;
        } catch (IllegalArgumentException e) {
            checks.add(path + ".scale", "not-a-scale", String.valueOf(e.getMessage()) + ".");
            return null;
        }
    }

    private @Nullable String comment() {
        String comment = delivered.comment();
        if (comment == null || comment.isBlank()) {
            return null;
        }
        return checks.text("comment", comment.strip(), COMMENT_LENGTH, true);
    }

    private @Nullable String email() {
        String email = checks.key("customer.email", delivered.customerEmail(), 254);
        if (email != null && !EMAIL.matcher(email).matches()) {
            checks.add("customer.email", "not-an-address", "Expected an e-mail address.");
        }
        return email;
    }
}
