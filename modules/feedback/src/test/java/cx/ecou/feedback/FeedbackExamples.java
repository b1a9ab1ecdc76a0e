package cx.ecou.feedback;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Feedback that tests speak of by name. */
public final class FeedbackExamples {

    private FeedbackExamples() {}

    /** Ana's parcel came two weeks late; she would not recommend the shop. */
    public static FeedbackReceived aDetractorFromAna() {
        return new FeedbackReceived(
                Ids.derived("feedback", "shop", "r-1042"),
                CustomerSeen.subjectOf("shop", "crm-77"),
                "shop",
                "r-1042",
                FeedbackKind.SURVEY,
                Instant.parse("2026-07-25T21:37:22Z"),
                "pl",
                "crm-77",
                "Ana Kowalska",
                "ana@example.org",
                "delivery",
                "web",
                "wardrobe",
                "north",
                "gold",
                List.of(Score.nps(3), Score.csat(2, Scale.of("1-5")), Score.ces(5, Scale.of("1-7"))),
                "Dwa tygodnie opóźnienia.",
                Map.of("courier", "x"));
    }

    /** Somebody at the kiosk gave a seven and a half and said nothing. */
    public static FeedbackReceived anAnonymousPassive() {
        var id = Ids.derived("feedback", "kiosk", "k-1");
        return new FeedbackReceived(
                id,
                id,
                "kiosk",
                "k-1",
                FeedbackKind.SURVEY,
                Instant.parse("2026-07-26T10:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(Score.nps(7.5)),
                null,
                Map.of());
    }

    /** What Ana said, as it is delivered. */
    public static String aDetractorFromAnaAsJson() {
        return """
            { "source": "shop", "externalId": "r-1042", "kind": "SURVEY",
              "occurredAt": "2026-07-25T21:37:22Z", "language": "pl",
              "customer": { "ref": "crm-77", "name": "Ana Kowalska", "email": "ana@example.org" },
              "touchpoint": "delivery", "channel": "web", "product": "wardrobe", "region": "north", "segment": "gold",
              "scores": [ { "metric": "NPS", "value": 3 }, { "metric": "CSAT", "value": 2, "scale": "1-5" },
                          { "metric": "CES", "value": 5, "scale": "1-7" } ],
              "comment": "Dwa tygodnie opóźnienia.", "attributes": { "courier": "x" } }""";
    }

    /** Nothing but a score, by a customer who is not known. */
    public static String anAnonymousScore(String externalId, double nps) {
        return """
            {"source":"kiosk","externalId":"%s","kind":"SURVEY","occurredAt":"2026-07-26T10:00:00Z","scores":[{"metric":"NPS","value":%s}]}""".formatted(externalId, nps);
    }
}
