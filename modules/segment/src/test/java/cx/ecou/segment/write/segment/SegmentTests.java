package cx.ecou.segment.write.segment;

import static cx.ecou.segment.Rules.profile;
import static cx.ecou.segment.Rules.unhappyAndComplaining;

import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.events.SegmentClosed;
import cx.ecou.segment.events.SegmentDefined;
import cx.ecou.segment.events.SegmentRedefined;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SegmentTests {

    private static final UUID SEGMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OLGA = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final Instant AT = Instant.parse("2036-11-03T12:00:00Z");
    private static final Rule RULE = unhappyAndComplaining();
    private static final Rule OTHER = profile(ProfileField.LANGUAGE, Operator.IS, "pl");

    private final AggregateTestFixture<Segment> segment = new AggregateTestFixture<>(Segment.class);

    @Test
    void a_segment_is_defined_once() {
        segment.givenNoPriorActivity()
                .when(new DefineSegment(SEGMENT, "At risk", RULE, OLGA, AT))
                .expectResultMessagePayload(true)
                .expectEvents(defined());
        segment.given(defined())
                .when(new DefineSegment(SEGMENT, "At risk", RULE, OLGA, AT.plusSeconds(9)))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void the_same_definition_again_is_a_repeat_even_when_the_segment_was_changed_since() {
        segment.given(defined(), new SegmentRedefined(SEGMENT, 2, "Poles", OTHER, OLGA, AT))
                .when(new DefineSegment(SEGMENT, "At risk", RULE, OLGA, AT))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void more_than_two_hundred_are_not_kept_and_a_repeat_is_none_of_them() {
        segment.givenNoPriorActivity()
                .when(new DefineSegment(SEGMENT, "At risk", RULE, OLGA, AT, 199))
                .expectEvents(defined());
        segment.givenNoPriorActivity()
                .when(new DefineSegment(SEGMENT, "At risk", RULE, OLGA, AT, 200))
                .expectNoEvents()
                .expectException(DomainRuleViolation.class)
                .expectExceptionMessage("segment.too-many []");
        segment.given(defined())
                .when(new DefineSegment(SEGMENT, "At risk", RULE, OLGA, AT, 200))
                .expectResultMessagePayload(false);
    }

    @Test
    void another_segment_under_the_same_id_is_refused() {
        segment.given(defined())
                .when(new DefineSegment(SEGMENT, "At risk", OTHER, OLGA, AT))
                .expectException(DomainRuleViolation.class)
                .expectExceptionMessage("conflicting-repeat []");
    }

    @Test
    void a_change_is_a_new_revision() {
        segment.given(defined())
                .when(new RedefineSegment(SEGMENT, 1, "Poles", OTHER, OLGA, AT))
                .expectEvents(new SegmentRedefined(SEGMENT, 2, "Poles", OTHER, OLGA, AT));
    }

    @Test
    void what_is_so_already_is_not_changed_again_whichever_revision_was_looked_at() {
        segment.given(defined(), new SegmentRedefined(SEGMENT, 2, "Poles", OTHER, OLGA, AT))
                .when(new RedefineSegment(SEGMENT, 1, "Poles", OTHER, OLGA, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void who_looked_at_an_older_revision_does_not_overwrite_what_a_colleague_has_changed() {
        segment.given(defined(), new SegmentRedefined(SEGMENT, 2, "Poles", OTHER, OLGA, AT))
                .when(new RedefineSegment(SEGMENT, 1, "At risk again", RULE, OLGA, AT))
                .expectException(DomainRuleViolation.class)
                .expectExceptionMessage("segment.changed-meanwhile []");
    }

    @Test
    void a_segment_is_closed_once_and_changed_no_more() {
        segment.given(defined())
                .when(new CloseSegment(SEGMENT, OLGA, AT))
                .expectEvents(new SegmentClosed(SEGMENT, OLGA, AT));
        segment.given(defined(), new SegmentClosed(SEGMENT, OLGA, AT))
                .when(new CloseSegment(SEGMENT, OLGA, AT))
                .expectNoEvents();
        segment.given(defined(), new SegmentClosed(SEGMENT, OLGA, AT))
                .when(new RedefineSegment(SEGMENT, 1, "Poles", OTHER, OLGA, AT))
                .expectException(DomainRuleViolation.class)
                .expectExceptionMessage("segment.closed []");
    }

    private static SegmentDefined defined() {
        return new SegmentDefined(SEGMENT, "At risk", RULE, OLGA, AT);
    }
}
