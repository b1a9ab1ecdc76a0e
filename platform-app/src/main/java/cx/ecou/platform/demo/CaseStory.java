package cx.ecou.platform.demo;

import cx.ecou.actionplan.commands.TakeOverCase;
import cx.ecou.actionplan.commands.TakeOverCase.Step;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the shop's people did about an unhappy customer, up to now: most are called within hours, some too late, a few are
 * forgotten.
 */
final class CaseStory {

    private static final List<ContactChannel> CHANNELS = List.of(
            ContactChannel.PHONE,
            ContactChannel.PHONE,
            ContactChannel.PHONE,
            ContactChannel.EMAIL,
            ContactChannel.CHAT);
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.RECOVERED,
            Outcome.RECOVERED,
            Outcome.RECOVERED,
            Outcome.COMPENSATED,
            Outcome.COMPENSATED,
            Outcome.EXPLAINED,
            Outcome.NOT_RECOVERED);
    private static final Map<String, List<RootCause>> CAUSES = Map.of(
            "delivery", List.of(RootCause.PARTNER, RootCause.PARTNER, RootCause.DELIVERY),
            "product", List.of(RootCause.PRODUCT_QUALITY, RootCause.PRODUCT_QUALITY, RootCause.INFORMATION),
            "website", List.of(RootCause.WEBSITE_OR_APP, RootCause.INFORMATION),
            "checkout", List.of(RootCause.WEBSITE_OR_APP, RootCause.PRICE_OR_BILLING),
            "returns", List.of(RootCause.PROCESS, RootCause.POLICY, RootCause.PRICE_OR_BILLING),
            "service-desk", List.of(RootCause.WAITING_TIME, RootCause.WAITING_TIME, RootCause.STAFF),
            "store", List.of(RootCause.STAFF, RootCause.INFORMATION, RootCause.WAITING_TIME));
    private static final Duration STILL_IN_THE_QUEUE = Duration.ofHours(30);
    private static final Duration FORGOTTEN_SINCE = Duration.ofDays(6);
    private static final double FORGOTTEN = 0.14;

    private final Instant now;
    private final DemoPeople.Staff staff;
    private final Map<String, Phrases> notes;

    CaseStory(Instant now, DemoPeople.Staff staff, Map<String, Phrases> notes) {
        this.now = now;
        this.staff = staff;
        this.notes = notes;
    }

    TakeOverCase of(FeedbackReceived feedback) {
        Chance chance = Chance.of("case", feedback.feedbackId().getMostSignificantBits());
        Instant openedAt = earlier(now, feedback.occurredAt().plusSeconds(30 + chance.below(600)));
        Optional<UUID> owner = isStillInTheQueue(openedAt, chance)
                ? Optional.empty()
                : Optional.of(staff.ownerOf(String.valueOf(feedback.touchpoint()), chance));
        return new TakeOverCase(
                feedback,
                owner.orElse(null),
                openedAt,
                owner.isEmpty() ? List.of() : untilNow(steps(feedback, openedAt, chance)));
    }

    private boolean isStillInTheQueue(Instant openedAt, Chance chance) {
        return openedAt.isAfter(now.minus(STILL_IN_THE_QUEUE)) && chance.happens(0.35);
    }

    private List<Step> steps(FeedbackReceived feedback, Instant openedAt, Chance chance) {
        if (openedAt.isAfter(now.minus(FORGOTTEN_SINCE)) && chance.happens(FORGOTTEN)) {
            return List.of();
        }
        Phrases words = notes.getOrDefault(String.valueOf(feedback.language()), Phrases.in("en"));
        List<Step> steps = new ArrayList<>();
        Instant at = openedAt.plus(minutes(hoursUntilContact(chance)));
        steps.add(new TakeOverCase.Contacted(chance.oneOf(CHANNELS), words.about("contacted", chance), at));
        if (chance.happens(0.2)) {
            at = at.plus(minutes(chance.between(0.2, 6)));
            steps.add(new TakeOverCase.Noted(words.about("noted", chance), at));
        }
        at = at.plus(minutes(chance.between(6, 150)));
        steps.add(new TakeOverCase.Resolved(
                chance.oneOf(OUTCOMES),
                chance.oneOf(CAUSES.getOrDefault(feedback.touchpoint(), List.of(RootCause.PROCESS))),
                chance.happens(0.5) ? words.about("resolved", chance) : null,
                at));
        steps.add(new TakeOverCase.Closed(at.plus(minutes(chance.between(4, 160)))));
        return steps;
    }

    /** Most within the four hours of an urgent case, most others within a day, few later. */
    private static double hoursUntilContact(Chance chance) {
        double luck = chance.between(0, 1);
        if (luck < 0.46) {
            return chance.between(0.3, 3.8);
        }
        if (luck < 0.86) {
            return chance.between(4, 23);
        }
        return luck < 0.96 ? chance.between(24, 70) : chance.between(73, 140);
    }

    private List<Step> untilNow(List<Step> steps) {
        return steps.stream().takeWhile(step -> step.at().isBefore(now)).toList();
    }

    private static Duration minutes(double hours) {
        return Duration.ofMinutes(Math.round(hours * 60));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
