package cx.ecou.segment;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody as one source knows them, and what they say. */
public record Person(String source, String ref) {

    public static final Instant SAID = Instant.parse("2036-11-01T12:00:00Z");

    public UUID subjectId() {
        return CustomerSeen.subjectOf(source, ref);
    }

    /** A description that says only this. */
    public CustomerDescribed described(
            @Nullable String language,
            @Nullable String account,
            @Nullable String role,
            Map<String, String> attributes) {
        return described(language, account, role, attributes, List.of(), SAID);
    }

    public CustomerDescribed described(
            @Nullable String language,
            @Nullable String account,
            @Nullable String role,
            Map<String, String> attributes,
            List<String> emails,
            Instant at) {
        return new CustomerDescribed(
                Ids.derived("description", source, ref),
                subjectId(),
                source,
                ref,
                "Somebody Called " + ref,
                emails,
                List.of(),
                List.of(),
                List.of(),
                language,
                "Europe/Warsaw",
                account,
                role,
                attributes,
                at);
    }

    public FeedbackReceived says(FeedbackKind kind, Instant at, Score... scores) {
        String externalId = ref + "-" + Ids.next();
        return new FeedbackReceived(
                Ids.derived("feedback", source, externalId),
                subjectId(),
                source,
                externalId,
                kind,
                at,
                "pl",
                ref,
                null,
                null,
                "delivery",
                "web",
                null,
                null,
                null,
                List.of(scores),
                scores.length == 0 ? "Late again." : null,
                Map.of());
    }

    public FeedbackReceived says(Instant at, Score... scores) {
        return says(FeedbackKind.SURVEY, at, scores);
    }

    public FeedbackReceived complains(Instant at) {
        return says(FeedbackKind.COMPLAINT, at);
    }
}
