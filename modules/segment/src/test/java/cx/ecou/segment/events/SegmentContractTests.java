package cx.ecou.segment.events;

import static cx.ecou.segment.Rules.all;
import static cx.ecou.segment.Rules.any;
import static cx.ecou.segment.Rules.attribute;
import static cx.ecou.segment.Rules.band;
import static cx.ecou.segment.Rules.count;
import static cx.ecou.segment.Rules.happened;
import static cx.ecou.segment.Rules.none;
import static cx.ecou.segment.Rules.nps;
import static cx.ecou.segment.Rules.number;
import static cx.ecou.segment.Rules.profile;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.EventContract;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.segment.Rules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class SegmentContractTests implements EventContract {

    private static final UUID SEGMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ANA = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID OLGA = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final Instant AT = Instant.parse("2026-07-25T21:37:22.123456Z");

    @Override
    public EventRegister register() {
        return new EventRegister("segment", SegmentEvent.class);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.of(new SegmentDefined(SEGMENT, "At risk", Rules.unhappyAndComplaining(), OLGA, AT)),
                Example.of(new SegmentRedefined(SEGMENT, 2, "Everything", everything(), OLGA, AT)),
                Example.of(new SegmentClosed(SEGMENT, OLGA, AT)),
                Example.of(new CustomersEnteredSegment(
                        SEGMENT,
                        1,
                        MembershipCause.NEWS,
                        List.of(new Member(ANA, List.of(new Finding(0, true, "3"), new Finding(1, true, "2")))),
                        AT)),
                Example.of(new CustomersLeftSegment(
                        SEGMENT, 2, MembershipCause.MERGE, List.of(new Member(ANA, List.of())), AT)));
    }

    /** Every kind of condition. */
    private static Rule everything() {
        return any(
                all(
                        profile(ProfileField.LANGUAGE, Operator.IS, "pl", "cs"),
                        profile(ProfileField.EMAIL, Operator.KNOWN),
                        attribute("city", Operator.CONTAINS, "Brno"),
                        number("orders", Operator.AT_LEAST, "2.5")),
                none(
                        nps(Pick.AVERAGE, Operator.AT_MOST, "6.5", 90),
                        band(Metric.CES, Pick.LATEST, Band.NEGATIVE),
                        new Rule.Scored(
                                Metric.CSAT, Pick.WORST, Operator.AT_MOST, BigDecimal.ONE, new Scale(1, 5), null, null),
                        count(Operator.AT_LEAST, 2, FeedbackKind.COMPLAINT, 30),
                        new Rule.Counted(Operator.AT_MOST, 0, null, Metric.NPS, Band.POSITIVE, null),
                        happened(Moment.LAST_FEEDBACK, Operator.BEFORE, 365)));
    }
}
