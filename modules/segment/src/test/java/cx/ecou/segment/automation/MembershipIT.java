package cx.ecou.segment.automation;

import static cx.ecou.segment.Rules.all;
import static cx.ecou.segment.Rules.attribute;
import static cx.ecou.segment.Rules.count;
import static cx.ecou.segment.Rules.happened;
import static cx.ecou.segment.Rules.none;
import static cx.ecou.segment.Rules.nps;
import static cx.ecou.segment.Rules.profile;
import static cx.ecou.segment.Rules.unhappyAndComplaining;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.StoredEvents;
import cx.ecou.eventstore.rebuild.Rebuild;
import cx.ecou.eventstore.rebuild.RebuildState;
import cx.ecou.eventstore.rebuild.Rebuilds;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import cx.ecou.segment.Person;
import cx.ecou.segment.World;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Pick;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.read.segments.MemberRow;
import cx.ecou.segment.read.segments.SegmentRow;
import cx.ecou.segment.read.segments.Segments;
import cx.ecou.segment.write.segment.CloseSegment;
import cx.ecou.segment.write.segment.DefineSegment;
import cx.ecou.segment.write.segment.RedefineSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
@AutoConfigureMockMvc
class MembershipIT {

    private static final Instant NOW = Instant.parse("2036-11-03T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final UUID OLGA = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    @Autowired
    World world;

    @Autowired
    KeptUp keptUp;

    @Autowired
    Segments segments;

    @Autowired
    CommandGateway commands;

    @Autowired
    SettableClock clock;

    @Autowired
    StoredEvents stored;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void it_is_noon() {
        clock.set(NOW);
    }

    @Test
    void whoever_meets_a_new_rule_is_in_with_the_reason() {
        var ana = new Person("shop", "enter-ana");
        var jan = new Person("shop", "enter-jan");
        world.hears(
                ana.says(NOW.minus(DAY), Score.nps(3)),
                ana.complains(NOW.minus(DAY)),
                ana.complains(NOW.minus(DAY.multipliedBy(200))),
                jan.says(NOW.minus(DAY), Score.nps(3)));

        UUID segment = defines(withAccountOf("nobody", unhappyAndComplaining()));

        assertThat(members(segment)).singleElement().satisfies(member -> {
            assertThat(member.customerId()).isEqualTo(ana.subjectId());
            assertThat(member.since()).isEqualTo(NOW);
            assertThat(member.cause()).isEqualTo(MembershipCause.RULE);
            assertThat(member.findings()).containsSubsequence(new Finding(1, true, "3"), new Finding(2, true, "2"));
        });
        assertThat(segment(segment).members()).isEqualTo(1);
    }

    @Test
    void news_let_customers_in_and_out_and_the_past_is_remembered() {
        var ana = new Person("crm", "news-ana");
        UUID segment = defines(attribute("tier-news", Operator.IS, "gold"));
        world.hears(ana.described("pl", null, null, Map.of("tier-news", "gold")));
        keptUp.now();
        assertThat(members(segment)).extracting(MemberRow::cause).containsExactly(MembershipCause.NEWS);

        clock.set(NOW.plus(DAY));
        world.hears(ana.described("pl", null, null, Map.of("tier-news", "silver")));
        keptUp.now();

        assertThat(members(segment)).isEmpty();
        assertThat(segment(segment).members()).isZero();
        assertThat(membersAt(segment, NOW.minusMillis(1))).isEmpty();
        assertThat(membersAt(segment, NOW.plus(DAY))).isEmpty();
        assertThat(membersAt(segment, NOW.plusSeconds(1))).singleElement().satisfies(member -> {
            assertThat(member.name()).isEqualTo("Somebody Called news-ana");
            assertThat(member.until()).isEqualTo(NOW.plus(DAY));
            assertThat(member.untilCause()).isEqualTo(MembershipCause.NEWS);
        });
    }

    @Test
    void a_rule_that_cannot_be_asked_holds_up_no_other_and_is_asked_of_everybody_when_it_can() {
        var ana = new Person("crm", "broken-ana");
        UUID sound = defines(attribute("tier-broken", Operator.IS, "gold"));
        UUID broken = defines(attribute("tier-broken\0", Operator.IS, "gold"));
        try {
            world.hears(ana.described("pl", null, null, Map.of("tier-broken", "gold")));
            keptUp.now();

            assertThat(members(sound)).extracting(MemberRow::cause).containsExactly(MembershipCause.NEWS);
            assertThat(members(broken)).isEmpty();

            commands.sendAndWait(new RedefineSegment(
                    broken, 1, "A segment", attribute("tier-broken", Operator.IS, "gold"), OLGA, clock.instant()));
            keptUp.now();

            assertThat(members(broken)).extracting(MemberRow::customerId).containsExactly(ana.subjectId());
        } finally {
            commands.sendAndWait(new CloseSegment(broken, OLGA, clock.instant()));
        }
    }

    @Test
    void a_rule_that_cannot_be_read_holds_up_no_other_and_who_was_examined_meanwhile_is_asked_later() {
        var ana = new Person("crm", "illegible-ana");
        UUID sound = defines(attribute("tier-illegible", Operator.IS, "gold"));
        UUID illegible = defines(attribute("tier-illegible", Operator.IS, "gold"));
        String rule = database.sql("select rule from segment.definition where segment_id = ?")
                .param(illegible)
                .query(String.class)
                .single();
        write(illegible, "{}");
        try {
            world.hears(ana.described("pl", null, null, Map.of("tier-illegible", "gold")));
            keptUp.now();
            assertThat(members(sound)).hasSize(1);
        } finally {
            write(illegible, rule);
        }
        keptUp.now();

        assertThat(members(illegible))
                .as("nobody else knows any more that she was to be examined")
                .extracting(MemberRow::cause)
                .containsExactly(MembershipCause.RULE);
    }

    private void write(UUID segmentId, String rule) {
        database.sql("update segment.definition set rule = ? where segment_id = ?")
                .params(rule, segmentId)
                .update();
    }

    @Test
    void nothing_is_recorded_of_news_that_change_nothing() {
        var ana = new Person("crm", "same-ana");
        UUID segment = defines(attribute("tier-same", Operator.IS, "gold"));
        world.hears(ana.described("pl", null, null, Map.of("tier-same", "gold")));
        keptUp.now();

        world.hears(ana.complains(NOW));
        keptUp.now();
        keptUp.now();

        assertThat(stored.ofAggregate(Judging.streamOf(segment))).hasSize(1);
    }

    @Test
    void who_enters_leaves_and_enters_at_one_moment_did_so_in_this_order() {
        var ana = new Person("crm", "moment-ana");
        UUID segment = defines(attribute("tier-moment", Operator.IS, "gold"));
        for (String tier : List.of("gold", "silver", "gold")) {
            world.hears(ana.described("pl", null, null, Map.of("tier-moment", tier)));
            keptUp.now();
        }

        assertThat(members(segment)).extracting(MemberRow::since).containsExactly(NOW.plusNanos(2_000));
        assertThat(membersAt(segment, NOW.plusNanos(1_000))).isEmpty();
        assertThat(membersAt(segment, NOW)).hasSize(1);
    }

    @Test
    void time_alone_lets_customers_out_and_in() {
        var ana = new Person("shop", "time-ana");
        world.hears(ana.says(NOW.minus(DAY), Score.nps(3)), ana.described("pl", "time-account", null, Map.of()));
        UUID unhappy = defines(withAccountOf("time-account", nps(Pick.WORST, Operator.AT_MOST, "6", 30)));
        UUID silent = defines(withAccountOf("time-account", happened(Moment.LAST_FEEDBACK, Operator.BEFORE, 30)));
        assertThat(members(unhappy)).hasSize(1);
        assertThat(members(silent)).isEmpty();

        Instant later = NOW.plus(DAY.multipliedBy(29));
        clock.set(later.minusSeconds(1));
        keptUp.now();
        assertThat(members(unhappy)).hasSize(1);

        clock.set(later.plusSeconds(60));
        keptUp.now();

        assertThat(members(unhappy)).isEmpty();
        assertThat(membersAt(unhappy, later))
                .singleElement()
                .satisfies(member -> assertThat(member.untilCause()).isEqualTo(MembershipCause.TIME));
        assertThat(members(silent)).extracting(MemberRow::cause).containsExactly(MembershipCause.TIME);
    }

    @Test
    void late_feedback_counts_for_the_time_when_it_was_said() {
        var ana = new Person("shop", "late-ana");
        world.hears(ana.described("pl", "late-account", null, Map.of()));
        UUID segment = defines(withAccountOf("late-account", nps(Pick.LATEST, Operator.AT_MOST, "6", 30)));

        world.hears(ana.says(NOW.minus(DAY.multipliedBy(31)), Score.nps(0)));
        keptUp.now();
        assertThat(members(segment)).isEmpty();

        world.hears(ana.says(NOW.minus(DAY.multipliedBy(3)), Score.nps(6)));
        keptUp.now();
        world.hears(ana.says(NOW.minus(DAY.multipliedBy(4)), Score.nps(10)));
        keptUp.now();

        assertThat(members(segment)).hasSize(1);
    }

    @Test
    void a_merge_moves_membership_and_a_separation_moves_it_back() {
        var shop = new Person("shop", "merged-ana");
        var app = new Person("app", "merged-ana");
        world.hears(
                shop.described("pl", null, null, Map.of("of", "merged")),
                app.described("pl", null, null, Map.of("of", "merged")),
                shop.complains(NOW.minus(DAY)),
                app.complains(NOW.minus(DAY)));
        Rule twice =
                all(attribute("of", Operator.IS, "merged"), count(Operator.AT_LEAST, 2, FeedbackKind.COMPLAINT, null));
        Rule once =
                all(attribute("of", Operator.IS, "merged"), count(Operator.AT_MOST, 1, FeedbackKind.COMPLAINT, null));
        UUID many = defines(twice);
        UUID few = defines(once);
        assertThat(members(few)).hasSize(2);

        world.merges(shop, app);
        keptUp.now();

        assertThat(members(many)).singleElement().satisfies(member -> {
            assertThat(member.customerId()).isEqualTo(shop.subjectId());
            assertThat(member.cause()).isEqualTo(MembershipCause.MERGE);
        });
        assertThat(members(few)).isEmpty();

        clock.set(NOW.plus(DAY));
        world.separates(shop, app);
        keptUp.now();

        assertThat(members(many)).isEmpty();
        assertThat(members(few))
                .extracting(MemberRow::customerId)
                .containsExactlyInAnyOrder(shop.subjectId(), app.subjectId());
        assertThat(members(few)).extracting(MemberRow::cause).containsOnly(MembershipCause.SEPARATION);
        assertThat(membersAt(many, NOW.plusSeconds(1))).hasSize(1);
    }

    @Test
    void who_is_erased_leaves_and_the_past_counts_them_without_a_name() {
        var ana = new Person("crm", "erased-member");
        world.hears(ana.described("pl", null, null, Map.of("of", "erased")));
        UUID segment = defines(attribute("of", Operator.IS, "erased"));

        clock.set(NOW.plus(DAY));
        world.erases(ana);
        keptUp.now();

        assertThat(members(segment)).isEmpty();
        assertThat(membersAt(segment, NOW.plusSeconds(1))).singleElement().satisfies(member -> {
            assertThat(member.name()).isNull();
            assertThat(member.untilCause()).isEqualTo(MembershipCause.ERASURE);
        });
    }

    @Test
    void a_changed_rule_is_asked_of_everybody_anew() {
        var pole = new Person("crm", "changed-pole");
        var czech = new Person("crm", "changed-czech");
        world.hears(
                pole.described("pl", "changed-account", null, Map.of()),
                czech.described("cs", "changed-account", null, Map.of()));
        UUID segment = defines(withAccountOf("changed-account", profile(ProfileField.LANGUAGE, Operator.IS, "pl")));

        clock.set(NOW.plus(DAY));
        commands.sendAndWait(new RedefineSegment(
                segment,
                1,
                "Czechs",
                withAccountOf("changed-account", profile(ProfileField.LANGUAGE, Operator.IS, "cs")),
                OLGA,
                NOW.plus(DAY)));
        keptUp.now();

        assertThat(members(segment)).singleElement().satisfies(member -> {
            assertThat(member.customerId()).isEqualTo(czech.subjectId());
            assertThat(member.cause()).isEqualTo(MembershipCause.RULE);
            assertThat(member.revision()).isEqualTo(2);
        });
        assertThat(membersAt(segment, NOW.plusSeconds(1)))
                .extracting(MemberRow::customerId)
                .containsExactly(pole.subjectId());
        assertThat(segments.rule(segment, 1)).isNotEqualTo(segments.rule(segment, 2));
    }

    @Test
    void who_is_in_a_segment_that_is_closed_has_left_it_with_that() {
        var ana = new Person("crm", "closed-ana");
        world.hears(ana.described("pl", null, null, Map.of("of", "closed")));
        UUID segment = defines(attribute("of", Operator.IS, "closed"));

        commands.sendAndWait(new CloseSegment(segment, OLGA, NOW.plus(DAY)));
        keptUp.now();
        world.hears(new Person("crm", "closed-jan").described("pl", null, null, Map.of("of", "closed")));
        keptUp.now();

        assertThat(members(segment)).isEmpty();
        assertThat(segment(segment).members()).isZero();
        assertThat(segment(segment).closedAt()).isEqualTo(NOW.plus(DAY));
        assertThat(membersAt(segment, NOW.plusSeconds(1))).hasSize(1);
        assertThat(stored.ofAggregate(Judging.streamOf(segment))).hasSize(1);
    }

    @Test
    void hundreds_enter_together_and_are_listed_in_pages() {
        List<Object> many = new ArrayList<>();
        for (int n = 0; n < 700; n++) {
            many.add(new Person("hundreds", "n-" + n).described("pl", "hundreds", null, Map.of()));
        }
        world.hears(many.toArray());

        UUID segment = defines(profile(ProfileField.ACCOUNT, Operator.IS, "hundreds"));

        assertThat(segment(segment).members()).isEqualTo(700);
        assertThat(stored.ofAggregate(Judging.streamOf(segment))).hasSizeLessThan(20);
        List<UUID> listed = new ArrayList<>();
        var page = segments.members(segment, null, null, 300);
        page.rows().forEach(row -> listed.add(row.customerId()));
        while (page.next() != null) {
            page = segments.members(segment, null, page.next(), 300);
            page.rows().forEach(row -> listed.add(row.customerId()));
        }
        assertThat(listed).hasSize(700).doesNotHaveDuplicates();
    }

    @Test
    void segments_and_memberships_are_rebuilt_as_they_are() {
        var ana = new Person("crm", "rebuilt-ana");
        UUID segment = defines(none(profile(ProfileField.ACCOUNT, Operator.KNOWN)));
        world.hears(ana.described("pl", null, null, Map.of()));
        keptUp.now();
        world.hears(ana.described("pl", "acme", null, Map.of()));
        keptUp.now();
        commands.sendAndWait(new CloseSegment(segment, OLGA, NOW));
        world.settles();

        rebuilds.start(Segments.PROCESSING_GROUP, "a test");

        Rebuild rebuild = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> rebuilds.progress(Segments.PROCESSING_GROUP).orElseThrow(),
                        progress -> !progress.state().isActive());
        assertThat(rebuild.state()).as("%s", rebuild.failure()).isEqualTo(RebuildState.DONE);
        assertThat(Objects.requireNonNull(rebuild.comparison()).identical())
                .as("%s", rebuild.comparison())
                .isTrue();
    }

    /** Nobody of another test meets it. */
    private static Rule withAccountOf(String account, Rule rule) {
        return account.equals("nobody")
                ? all(none(profile(ProfileField.ACCOUNT, Operator.KNOWN)), rule)
                : all(profile(ProfileField.ACCOUNT, Operator.IS, account), rule);
    }

    private UUID defines(Rule rule) {
        UUID segmentId = Ids.next();
        commands.sendAndWait(new DefineSegment(segmentId, "A segment", rule, OLGA, clock.instant()));
        keptUp.now();
        return segmentId;
    }

    private SegmentRow segment(UUID segmentId) {
        return segments.find(segmentId).orElseThrow();
    }

    private List<MemberRow> members(UUID segmentId) {
        return membersAt(segmentId, null);
    }

    private List<MemberRow> membersAt(UUID segmentId, @Nullable Instant at) {
        return segments.members(segmentId, at, null, 100).rows();
    }
}
