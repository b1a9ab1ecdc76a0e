package cx.ecou.platform.demo;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the customers of the shop say: each voice follows from its number and its moment. */
final class Voices {

    private static final List<String> PRODUCTS =
            List.of("coffee-machine", "garden-chair", "desk-lamp", "bed-linen", "drill");
    private static final int REDESIGN_DAYS_AGO = 150;
    private static final double BY_THE_NEW_CARRIER = 0.85;
    private static final double MENTIONS = 0.03;
    private static final double INTERVIEWS = 0.004;
    private static final double COMPLAINS_WHEN_UNHAPPY = 0.3;
    private static final double VERY_UNHAPPY = 0.4;
    private static final double ADDS_A_SENTENCE = 0.25;

    private final ZoneId zone;
    private final Feelings feelings;
    private final Map<Market, Phrases> phrases = new EnumMap<>(Market.class);

    Voices(Instant today, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(today, zone);
        this.zone = zone;
        this.feelings = new Feelings(Incident.before(day), day.minusDays(REDESIGN_DAYS_AGO));
        Arrays.stream(Market.values()).forEach(market -> phrases.put(market, Phrases.in(market.language())));
    }

    FeedbackReceived number(int number, Instant occurredAt) {
        Chance chance = Chance.of("voice", number);
        Customer customer = Customer.number(chance.below(Customer.COUNT));
        Touchpoint touchpoint = chance.weighted(List.of(Touchpoint.values()), Touchpoint::weight);
        String product = chance.oneOf(PRODUCTS);
        LocalDate day = LocalDate.ofInstant(occurredAt, zone);
        String carrier = touchpoint == Touchpoint.DELIVERY ? carrier(day, customer.market(), chance) : null;
        double usual = feelings.usual(day, touchpoint, product, Incident.CARRIER.equals(carrier), customer.market());
        double feeling = Feelings.ofOne(usual, chance);
        Occasion occasion = occasion(touchpoint, feeling, chance);
        String externalId = "demo-%06d".formatted(number);
        return new FeedbackReceived(
                Ids.derived("feedback", occasion.source(), externalId),
                CustomerSeen.subjectOf(occasion.source(), customer.ref()),
                occasion.source(),
                externalId,
                occasion.kind(),
                occurredAt,
                customer.market().language(),
                customer.ref(),
                customer.name(),
                customer.email(),
                touchpoint.key(),
                occasion.channel(),
                product,
                customer.region(),
                customer.segment(),
                scores(touchpoint, occasion, feeling),
                comment(customer.market(), touchpoint, occasion, feeling, Incident.CARRIER.equals(carrier), chance),
                carrier == null ? Map.of() : Map.of("courier", carrier));
    }

    private String carrier(LocalDate day, Market market, Chance chance) {
        boolean replaced = Incident.concerns(market)
                && feelings.incident().severity(day) > 0
                && chance.happens(BY_THE_NEW_CARRIER);
        return replaced ? Incident.CARRIER : "Hirundo";
    }

    private static Occasion occasion(Touchpoint touchpoint, double feeling, Chance chance) {
        if (chance.happens(MENTIONS)) {
            return new Occasion(FeedbackKind.MENTION, "social-media", "social");
        }
        if (chance.happens(INTERVIEWS)) {
            return new Occasion(FeedbackKind.INTERVIEW, "interviews", "phone");
        }
        String channel = chance.oneOf(touchpoint.channels());
        if (feeling < VERY_UNHAPPY && chance.happens(COMPLAINS_WHEN_UNHAPPY)) {
            return new Occasion(FeedbackKind.COMPLAINT, "service-desk", chance.happens(0.5) ? "phone" : "email");
        }
        return touchpoint == Touchpoint.PRODUCT
                ? new Occasion(FeedbackKind.REVIEW, "shop-reviews", channel)
                : new Occasion(FeedbackKind.SURVEY, "surveys", channel);
    }

    private static List<Score> scores(Touchpoint touchpoint, Occasion occasion, double feeling) {
        return occasion.isWordsOnly()
                ? List.of()
                : touchpoint.asked().stream()
                        .map(metric -> Feelings.score(metric, feeling))
                        .toList();
    }

    private @Nullable String comment(
            Market market, Touchpoint touchpoint, Occasion occasion, double feeling, boolean incident, Chance chance) {
        String sign = Feelings.sign(feeling);
        if (!chance.happens(occasion.likelihoodOfWords(sign))) {
            return null;
        }
        Phrases language = Objects.requireNonNull(phrases.get(market));
        String about = incident && sign.equals("-") && chance.happens(0.6) ? "incident" : touchpoint.key() + " " + sign;
        String sentence = language.about(about, chance);
        return chance.happens(ADDS_A_SENTENCE) ? sentence + " " + language.about("tail " + sign, chance) : sentence;
    }

    /**
     * How somebody came to speak.
     *
     * @param source the system that would have delivered it
     */
    private record Occasion(FeedbackKind kind, String source, String channel) {

        boolean isWordsOnly() {
            return kind == FeedbackKind.MENTION || kind == FeedbackKind.INTERVIEW;
        }

        double likelihoodOfWords(String sign) {
            if (kind != FeedbackKind.SURVEY) {
                return 1;
            }
            return switch (sign) {
                case "+" -> 0.3;
                case "0" -> 0.4;
                default -> 0.8;
            };
        }
    }
}
