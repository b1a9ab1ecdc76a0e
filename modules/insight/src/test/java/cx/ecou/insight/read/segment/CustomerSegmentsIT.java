package cx.ecou.insight.read.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.insight.CustomerWorld;
import cx.ecou.insight.SegmentWorld;
import cx.ecou.insight.read.customer.EntryKind;
import cx.ecou.insight.read.customer.Timeline;
import cx.ecou.insight.read.customer.TimelineEntry;
import cx.ecou.segment.events.MembershipCause;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test has sources of its own. */
@EcouTest
class CustomerSegmentsIT {

    private static final Set<EntryKind> MEMBERSHIPS = Set.of(EntryKind.ENTERED_SEGMENT, EntryKind.LEFT_SEGMENT);

    @Autowired
    CustomerWorld world;

    @Autowired
    SegmentWorld segments;

    @Autowired
    CustomerSegments customerSegments;

    @Autowired
    Timeline timeline;

    @Test
    void a_customer_belongs_to_a_segment_since_a_moment_for_a_reason_under_its_newest_name() {
        UUID ana = isNew("member", "c-1");
        UUID loyal = segments.defines("Loyal");
        UUID atRisk = segments.defines("At risk");
        segments.enter(loyal, "2026-11-09T11:00:00Z", MembershipCause.RULE, ana);
        segments.enter(atRisk, "2026-11-09T12:00:00Z", MembershipCause.NEWS, ana);
        segments.renames(loyal, "Faithful");

        assertThat(customerSegments.of(ana))
                .extracting(HeldMembership::name, HeldMembership::cause, HeldMembership::since)
                .containsExactly(
                        tuple("At risk", MembershipCause.NEWS, Instant.parse("2026-11-09T12:00:00Z")),
                        tuple("Faithful", MembershipCause.RULE, Instant.parse("2026-11-09T11:00:00Z")));
        assertThat(customerSegments.of(ana).get(0).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.value()).isEqualTo("2"));
        assertThat(story(ana)).containsExactly(EntryKind.ENTERED_SEGMENT, EntryKind.ENTERED_SEGMENT);
    }

    @Test
    void who_has_left_belongs_to_it_no_more_and_the_story_keeps_both() {
        UUID ana = isNew("left", "c-1");
        UUID segment = segments.defines("Left");
        segments.enter(segment, "2026-11-09T11:00:00Z", MembershipCause.NEWS, ana);
        segments.leave(segment, "2026-11-09T12:00:00Z", MembershipCause.TIME, ana);

        assertThat(customerSegments.of(ana)).isEmpty();
        assertThat(story(ana)).containsExactly(EntryKind.LEFT_SEGMENT, EntryKind.ENTERED_SEGMENT);

        segments.enter(segment, "2026-11-09T13:00:00Z", MembershipCause.NEWS, ana);

        assertThat(customerSegments.of(ana)).hasSize(1);
        assertThat(story(ana)).hasSize(3);
    }

    @Test
    void with_a_segment_that_is_closed_everybody_leaves_and_who_is_found_out_later_does_not_enter() {
        UUID ana = isNew("closed", "c-1");
        UUID bea = isNew("closed", "c-2");
        UUID segment = segments.defines("Closed");
        segments.enter(segment, "2026-11-09T11:00:00Z", MembershipCause.RULE, ana);
        segments.closes(segment, "2026-11-09T12:00:00Z");
        segments.enter(segment, "2026-11-09T12:00:01Z", MembershipCause.RULE, bea);

        assertThat(customerSegments.of(ana)).isEmpty();
        assertThat(customerSegments.of(bea)).isEmpty();
        assertThat(story(ana)).containsExactly(EntryKind.LEFT_SEGMENT, EntryKind.ENTERED_SEGMENT);
        assertThat(story(bea)).isEmpty();
        assertThat(customerSegments.name(segment)).contains("Closed");
    }

    @Test
    void memberships_follow_a_merge_and_its_undoing() {
        UUID shop = isNew("merge-shop", "c-1");
        UUID app = isNew("merge-app", "u-1");
        UUID segment = segments.defines("Merged");
        segments.enter(segment, "2026-11-09T11:00:00Z", MembershipCause.NEWS, app);
        segments.enter(segment, "2026-11-09T12:00:00Z", MembershipCause.NEWS, shop);

        UUID merge = world.merges(shop, app, app);

        assertThat(customerSegments.of(shop))
                .as("since the first of the two did")
                .extracting(HeldMembership::since)
                .containsExactly(Instant.parse("2026-11-09T11:00:00Z"));
        assertThat(customerSegments.of(app)).isEmpty();
        segments.leave(segment, "2026-11-09T13:00:00Z", MembershipCause.MERGE, app);
        assertThat(story(shop))
                .containsExactly(EntryKind.LEFT_SEGMENT, EntryKind.ENTERED_SEGMENT, EntryKind.ENTERED_SEGMENT);

        world.undoes(merge, shop, app, app);

        assertThat(story(shop)).containsExactly(EntryKind.ENTERED_SEGMENT);
        assertThat(story(app)).containsExactly(EntryKind.LEFT_SEGMENT, EntryKind.ENTERED_SEGMENT);
    }

    @Test
    void who_is_erased_leaves_and_that_they_belonged_stays() {
        UUID ana = isNew("erased-member", "c-1");
        UUID segment = segments.defines("Erased");
        segments.enter(segment, "2026-11-09T11:00:00Z", MembershipCause.NEWS, ana);

        segments.erases(segment, ana, "2026-11-09T12:00:00Z");

        assertThat(customerSegments.of(ana)).isEmpty();
        assertThat(story(ana)).containsExactly(EntryKind.LEFT_SEGMENT, EntryKind.ENTERED_SEGMENT);
    }

    @Test
    void the_story_goes_on_behind_a_membership_without_a_gap() {
        UUID ana = isNew("gap", "c-1");
        UUID segment = segments.defines("Gap");
        segments.enter(segment, "2026-11-09T11:00:00Z", MembershipCause.NEWS, ana);
        segments.leave(segment, "2026-11-09T12:00:00Z", MembershipCause.TIME, ana);

        Timeline.Page first = timeline.page(ana, null, 2);
        Timeline.Page second = timeline.page(ana, first.next(), 10);

        assertThat(first.entries()).hasSize(2);
        assertThat(first.entries()).doesNotContainAnyElementsOf(second.entries());
        assertThat(Stream.concat(first.entries().stream(), second.entries().stream())
                        .map(TimelineEntry::kind))
                .filteredOn(MEMBERSHIPS::contains)
                .containsExactly(EntryKind.LEFT_SEGMENT, EntryKind.ENTERED_SEGMENT);
    }

    private UUID isNew(String source, String ref) {
        return world.isNew(source, ref, "Ana", ref + "@" + source + ".example.org");
    }

    private List<EntryKind> story(UUID customerId) {
        return timeline.newest(customerId, MEMBERSHIPS, 100).stream()
                .map(TimelineEntry::kind)
                .toList();
    }
}
