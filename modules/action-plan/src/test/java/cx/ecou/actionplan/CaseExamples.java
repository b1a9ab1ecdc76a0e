package cx.ecou.actionplan;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ana, a detractor of the delivery, and her case: opened at noon on 3 November 2036, due a day later. */
public final class CaseExamples {

    public static final Instant NOON = Instant.parse("2036-11-03T12:00:00Z");
    public static final Instant NEXT_NOON = NOON.plusSeconds(24 * 3600);
    public static final UUID ILINCA = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    public static final UUID MAREK = UUID.fromString("00000000-0000-7000-8000-0000000000a2");
    public static final UUID OLGA = UUID.fromString("00000000-0000-7000-8000-0000000000a3");
    public static final UUID FEEDBACK = Ids.derived("feedback", "shop", "r-1042");
    public static final UUID SUBJECT = Ids.derived("customer", "crm-77");
    public static final UUID CASE = OpenCase.caseOf(FEEDBACK);

    private CaseExamples() {}

    /** NPS 3 after a late delivery, in Polish. */
    public static FeedbackReceived aDetractorFromAna() {
        return feedback("r-1042", "delivery", "Szafa przyszła dwa tygodnie za późno.", Score.nps(3));
    }

    public static FeedbackReceived feedback(
            String externalId, @Nullable String touchpoint, @Nullable String comment, Score... scores) {
        return new FeedbackReceived(
                Ids.derived("feedback", "shop", externalId),
                SUBJECT,
                "shop",
                externalId,
                FeedbackKind.SURVEY,
                Instant.parse("2036-11-02T09:30:00Z"),
                "pl",
                "crm-77",
                "Ana Kowalska",
                "ana@example.org",
                touchpoint,
                "web",
                "wardrobe",
                "PL-WP",
                "family",
                List.of(scores),
                comment,
                Map.of());
    }

    public static CaseOpened caseOpened() {
        var feedback = aDetractorFromAna();
        return new CaseOpened(
                CASE,
                FEEDBACK,
                SUBJECT,
                "crm-77",
                "Ana Kowalska",
                FeedbackKind.SURVEY,
                feedback.occurredAt(),
                "delivery",
                "web",
                "pl",
                Score.nps(3),
                feedback.scores(),
                feedback.comment(),
                Priority.HIGH,
                NOON,
                NEXT_NOON);
    }

    public static CaseOpened caseOpenedWithCsat() {
        return new CaseOpened(
                CASE,
                FEEDBACK,
                SUBJECT,
                null,
                null,
                FeedbackKind.REVIEW,
                NOON,
                null,
                null,
                null,
                Score.csat(1, new Scale(1, 5)),
                List.of(Score.csat(1, new Scale(1, 5)), Score.nps(8.5)),
                null,
                Priority.URGENT,
                NOON,
                NOON.plusSeconds(4 * 3600));
    }

    public static CaseAssigned assignedByTheRule() {
        return new CaseAssigned(CASE, ILINCA, null, NOON);
    }

    public static CaseAssigned assignedToMarek() {
        return new CaseAssigned(CASE, MAREK, ILINCA, minutesLater(5));
    }

    public static CustomerContacted contacted() {
        return new CustomerContacted(
                CASE, SUBJECT, ContactChannel.PHONE, "Apologised, new slot tomorrow.", ILINCA, minutesLater(30));
    }

    public static CaseNoted noted() {
        return new CaseNoted(CASE, SUBJECT, "Carrier confirms the slot.", ILINCA, minutesLater(40));
    }

    public static CaseResolved resolved() {
        return new CaseResolved(
                CASE, SUBJECT, Outcome.RECOVERED, RootCause.PARTNER, "Delivered.", ILINCA, minutesLater(90));
    }

    public static CaseClosed closed() {
        return new CaseClosed(CASE, OLGA, minutesLater(120));
    }

    public static CaseReopened reopened() {
        return new CaseReopened(
                CASE, SUBJECT, "A door is missing.", ILINCA, minutesLater(180), NEXT_NOON.plusSeconds(3 * 3600));
    }

    public static CaseEscalated escalated() {
        return new CaseEscalated(CASE, OLGA, NEXT_NOON);
    }

    public static Instant minutesLater(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }
}
