package cx.ecou.segment.read.portrait;

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
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.rebuild.Rebuild;
import cx.ecou.eventstore.rebuild.RebuildState;
import cx.ecou.eventstore.rebuild.Rebuilds;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import cx.ecou.segment.Person;
import cx.ecou.segment.Rules;
import cx.ecou.segment.World;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Pick;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
@AutoConfigureMockMvc
class PortraitsIT {

    private static final Instant NOW = Instant.parse("2036-11-03T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    World world;

    @Autowired
    Portraits portraits;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    JdbcClient database;

    @Test
    void what_a_source_says_of_a_customer_is_asked_for_whatever_its_case() {
        var ana = new Person("crm", "profile-ana");
        world.hears(ana.described("pl-PL", "acme", "Buyer", Map.of()));

        assertThat(meets(ana, profile(ProfileField.LANGUAGE, Operator.IS, "cs", "PL")))
                .isTrue();
        assertThat(meets(ana, profile(ProfileField.LANGUAGE, Operator.IS, "p"))).isFalse();
        assertThat(meets(ana, profile(ProfileField.LANGUAGE, Operator.IS_NOT, "cs")))
                .isTrue();
        assertThat(meets(ana, profile(ProfileField.ROLE, Operator.IS, "buyer"))).isTrue();
        assertThat(meets(ana, profile(ProfileField.ROLE, Operator.IS_NOT, "buyer")))
                .isFalse();
        assertThat(meets(ana, profile(ProfileField.ACCOUNT, Operator.KNOWN))).isTrue();
        assertThat(meets(ana, profile(ProfileField.TIME_ZONE, Operator.IS, "europe/warsaw")))
                .isTrue();
        assertThat(meets(ana, profile(ProfileField.EMAIL, Operator.KNOWN))).isFalse();
        assertThat(meets(ana, profile(ProfileField.LOYALTY_CARD, Operator.UNKNOWN)))
                .isTrue();
    }

    @Test
    void what_is_not_known_meets_no_condition_but_that_it_is_unknown() {
        var jan = new Person("crm", "unknown-jan");
        world.hears(jan.described(null, null, null, Map.of()));

        assertThat(meets(jan, profile(ProfileField.LANGUAGE, Operator.IS, "pl")))
                .isFalse();
        assertThat(meets(jan, profile(ProfileField.LANGUAGE, Operator.IS_NOT, "pl")))
                .isFalse();
        assertThat(meets(jan, none(profile(ProfileField.LANGUAGE, Operator.IS, "pl"))))
                .isTrue();
        assertThat(meets(jan, profile(ProfileField.LANGUAGE, Operator.UNKNOWN))).isTrue();
        assertThat(meets(jan, attribute("city", Operator.IS_NOT, "Brno"))).isFalse();
        assertThat(meets(jan, nps(Pick.LATEST, Operator.AT_MOST, "6", null))).isFalse();
        assertThat(meets(jan, none(nps(Pick.LATEST, Operator.AT_MOST, "6", null))))
                .isTrue();
        assertThat(meets(jan, happened(Moment.LAST_FEEDBACK, Operator.BEFORE, 1)))
                .isFalse();
        assertThat(meets(jan, count(Operator.AT_MOST, 0, null, null))).isTrue();
    }

    @Test
    void further_facts_are_compared_as_words_and_as_numbers() {
        var ana = new Person("crm", "facts-ana");
        world.hears(ana.described(
                "pl",
                null,
                null,
                Map.of("city", "Český Krumlov", "orders", " 12.50 ", "since", "May '24", "50%?", "yes")));

        assertThat(meets(ana, attribute("city", Operator.CONTAINS, "KRUM"))).isTrue();
        assertThat(meets(ana, attribute("city", Operator.CONTAINS, "%"))).isFalse();
        assertThat(meets(ana, attribute("city", Operator.IS, "Brno", "český krumlov")))
                .isTrue();
        assertThat(meets(ana, attribute("City", Operator.KNOWN))).isFalse();
        assertThat(meets(ana, attribute("50%?", Operator.IS, "yes"))).isTrue();
        assertThat(meets(ana, number("orders", Operator.AT_LEAST, "12.5"))).isTrue();
        assertThat(meets(ana, number("orders", Operator.AT_MOST, "12.49"))).isFalse();
        assertThat(meets(ana, number("since", Operator.AT_LEAST, "0"))).isFalse();
        assertThat(meets(ana, attribute("x' or true or '", Operator.IS, "' or '1' = '1")))
                .isFalse();
    }

    @Test
    void the_latest_score_is_the_one_given_last_however_late_it_is_delivered() {
        var ana = new Person("shop", "late-said");
        world.hears(ana.says(NOW.minus(DAY), Score.nps(3)));
        world.hears(ana.says(NOW.minus(DAY.multipliedBy(40)), Score.nps(9)));

        assertThat(meets(ana, nps(Pick.LATEST, Operator.AT_MOST, "6", null))).isTrue();
        assertThat(meets(ana, nps(Pick.LATEST, Operator.AT_LEAST, "3.5", null))).isFalse();
        assertThat(meets(ana, nps(Pick.BEST, Operator.AT_LEAST, "9", null))).isTrue();
        assertThat(meets(ana, nps(Pick.BEST, Operator.AT_LEAST, "9", 30))).isFalse();
        assertThat(meets(ana, nps(Pick.AVERAGE, Operator.AT_LEAST, "6", null))).isTrue();
        assertThat(meets(ana, nps(Pick.AVERAGE, Operator.AT_LEAST, "6.01", null)))
                .isFalse();
        assertThat(meets(ana, nps(Pick.WORST, Operator.AT_MOST, "3", 1))).isFalse();
        assertThat(meets(ana, nps(Pick.WORST, Operator.AT_MOST, "3", 2))).isTrue();
        assertThat(meets(ana, band(Metric.NPS, Pick.LATEST, Band.NEGATIVE))).isTrue();
        assertThat(meets(ana, band(Metric.NPS, Pick.BEST, Band.POSITIVE))).isTrue();
        assertThat(meets(ana, band(Metric.CSAT, Pick.LATEST, Band.NEGATIVE))).isFalse();
    }

    @Test
    void a_number_counts_on_its_own_scale_and_a_band_on_every_scale() {
        var ana = new Person("shop", "scale-ana");
        world.hears(ana.says(NOW.minus(DAY), Score.csat(7, new Scale(1, 7))));
        var four = new BigDecimal("4");

        assertThat(meets(ana, csat(four, new Scale(1, 5)))).isFalse();
        assertThat(meets(ana, csat(four, new Scale(1, 7)))).isTrue();
        assertThat(meets(ana, band(Metric.CSAT, Pick.LATEST, Band.POSITIVE))).isTrue();
    }

    @Test
    void feedback_is_counted_by_kind_metric_band_and_time() {
        var ana = new Person("shop", "count-ana");
        world.hears(
                ana.complains(NOW.minus(DAY)),
                ana.complains(NOW.minus(DAY.multipliedBy(100))),
                ana.says(NOW.minus(DAY), Score.nps(2), Score.ces(2, new Scale(1, 7))),
                ana.says(NOW.minus(DAY), Score.nps(10)));

        assertThat(meets(ana, count(Operator.AT_LEAST, 4, null, null))).isTrue();
        assertThat(meets(ana, count(Operator.AT_LEAST, 5, null, null))).isFalse();
        assertThat(meets(ana, count(Operator.AT_LEAST, 2, FeedbackKind.COMPLAINT, null)))
                .isTrue();
        assertThat(meets(ana, count(Operator.AT_LEAST, 2, FeedbackKind.COMPLAINT, 90)))
                .isFalse();
        assertThat(meets(ana, counted(2, Metric.NPS, null))).isTrue();
        assertThat(meets(ana, counted(2, Metric.NPS, Band.NEGATIVE))).isFalse();
        assertThat(meets(ana, counted(1, Metric.CES, Band.NEGATIVE))).isTrue();
    }

    @Test
    void a_window_ends_to_the_second() {
        var ana = new Person("shop", "window-ana");
        Instant said = NOW.minus(DAY.multipliedBy(10));
        world.hears(ana.says(said, Score.nps(1)));
        Rule rule = nps(Pick.LATEST, Operator.AT_MOST, "6", 10);

        assertThat(meets(ana, rule, NOW.minusSeconds(1))).isTrue();
        assertThat(meets(ana, rule, NOW)).isFalse();
        assertThat(meets(ana, happened(Moment.LAST_FEEDBACK, Operator.WITHIN, 10), NOW.minusSeconds(1)))
                .isTrue();
        assertThat(meets(ana, happened(Moment.LAST_FEEDBACK, Operator.BEFORE, 10), NOW.minusSeconds(1)))
                .isFalse();
        assertThat(meets(ana, happened(Moment.LAST_FEEDBACK, Operator.BEFORE, 10), NOW))
                .isTrue();
        assertThat(meets(ana, happened(Moment.FIRST_SEEN, Operator.BEFORE, 10), NOW))
                .isTrue();
        assertThat(portraits.leaving(new Window(Moment.LAST_FEEDBACK, 10), NOW.minusSeconds(1), NOW, null, 10))
                .containsExactly(ana.subjectId());
        assertThat(portraits.leaving(new Window(Moment.LAST_FEEDBACK, 10), NOW, NOW.plusSeconds(1), null, 10))
                .isEmpty();
    }

    @Test
    void who_is_seen_again_is_dated_and_not_written_anew() {
        var ana = new Person("shop", "seen-ana");
        world.hears(
                ana.described("pl", null, null, Map.of("city", "Brno"), List.of(), NOW.minus(DAY.multipliedBy(20))));
        String written = placeOf(ana);
        assertThat(meets(ana, happened(Moment.LAST_SEEN, Operator.WITHIN, 10))).isFalse();

        world.hears(ana.says(NOW.minus(DAY), Score.nps(9)), ana.complains(NOW.minus(DAY.multipliedBy(2))));

        assertThat(meets(ana, happened(Moment.LAST_SEEN, Operator.WITHIN, 10))).isTrue();
        assertThat(meets(ana, happened(Moment.FIRST_SEEN, Operator.BEFORE, 10))).isTrue();
        assertThat(portraits.leaving(
                        new Window(Moment.LAST_SEEN, 10), NOW.minus(DAY), NOW.plus(DAY.multipliedBy(10)), null, 100))
                .contains(ana.subjectId());
        assertThat(placeOf(ana)).isEqualTo(written);
    }

    private String placeOf(Person person) {
        return database.sql("select ctid::text from segment.portrait where customer_id = ?")
                .param(person.subjectId())
                .query(String.class)
                .single();
    }

    @Test
    void groups_hold_groups() {
        var ana = new Person("crm", "groups-ana");
        world.hears(ana.described("pl", "acme", "buyer", Map.of()));
        Rule pole = profile(ProfileField.LANGUAGE, Operator.IS, "pl");
        Rule czech = profile(ProfileField.LANGUAGE, Operator.IS, "cs");
        Rule buyer = profile(ProfileField.ROLE, Operator.IS, "buyer");

        assertThat(meets(ana, all(buyer, any(czech, pole)))).isTrue();
        assertThat(meets(ana, all(pole, none(buyer, czech)))).isFalse();
        assertThat(meets(ana, none(all(pole, czech), none(buyer)))).isTrue();
    }

    @Test
    void of_two_who_are_one_the_newer_description_counts_and_all_that_they_said() {
        var shop = new Person("shop", "merge-ana");
        var app = new Person("app", "merge-ana");
        world.hears(
                shop.described("pl", null, null, Map.of("city", "Brno", "tier", "gold"), List.of(), NOW.minus(DAY)),
                app.described("ro", null, null, Map.of("city", "Cluj"), List.of("a@example.org"), NOW),
                shop.complains(NOW),
                app.complains(NOW));
        Rule two = count(Operator.AT_LEAST, 2, FeedbackKind.COMPLAINT, null);
        Rule fromCluj = all(attribute("city", Operator.IS, "Cluj"), attribute("tier", Operator.IS, "gold"));
        assertThat(meets(shop, two)).isFalse();

        world.merges(shop, app);

        assertThat(meets(shop, two)).isTrue();
        assertThat(meets(shop, fromCluj)).isTrue();
        assertThat(meets(shop, profile(ProfileField.LANGUAGE, Operator.IS, "ro")))
                .isTrue();
        assertThat(meets(shop, profile(ProfileField.EMAIL, Operator.KNOWN))).isTrue();
        assertThat(meets(app, none(two)))
                .as("who is a part of somebody else meets nothing")
                .isFalse();

        world.separates(shop, app);

        assertThat(meets(shop, two)).isFalse();
        assertThat(meets(shop, attribute("city", Operator.IS, "Brno"))).isTrue();
        assertThat(meets(app, attribute("city", Operator.IS, "Cluj"))).isTrue();
        assertThat(meets(app, count(Operator.AT_LEAST, 1, FeedbackKind.COMPLAINT, null)))
                .isTrue();
    }

    @Test
    void of_somebody_who_was_erased_nothing_is_kept_and_no_rule_is_met() {
        var shop = new Person("shop", "erased-ana");
        var app = new Person("app", "erased-ana");
        world.hears(
                shop.described("pl", "acme", "buyer", Map.of("city", "Canary-1"), List.of("canary-2@example.org"), NOW),
                app.complains(NOW));
        world.merges(shop, app);
        Rule anybody = none(profile(ProfileField.ROLE, Operator.IS, "nobody"));
        assertThat(meets(shop, anybody)).isTrue();

        world.erases(shop, app);
        world.hears(shop.described("pl", null, null, Map.of("city", "Canary-3")), app.complains(NOW));

        assertThat(meets(shop, anybody)).isFalse();
        for (String table : List.of("acquaintance", "portrait", "voice", "examination")) {
            assertThat(database.sql("select count(*) from segment." + table
                                    + " t where t::text ~* 'canary|called erased-ana'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void what_is_found_names_numbers_moments_and_bands_and_no_words_of_a_customer() {
        var ana = new Person("shop", "found-ana");
        world.hears(
                ana.described("pl", null, null, Map.of("city", "Brno")),
                ana.says(NOW.minus(DAY), Score.nps(2.5)),
                ana.complains(NOW.minus(DAY)));

        assertThat(portraits.findings(
                        all(
                                nps(Pick.AVERAGE, Operator.AT_LEAST, "6", null),
                                any(count(Operator.AT_LEAST, 1, null, null), attribute("city", Operator.IS, "Brno")),
                                band(Metric.NPS, Pick.WORST, Band.NEGATIVE),
                                happened(Moment.LAST_FEEDBACK, Operator.WITHIN, 5),
                                band(Metric.CES, Pick.WORST, Band.NEGATIVE)),
                        NOW,
                        List.of(ana.subjectId())))
                .containsExactly(Map.entry(
                        ana.subjectId(),
                        List.of(
                                new Finding(0, false, "2.5"),
                                new Finding(1, true, "2"),
                                new Finding(2, true, null),
                                new Finding(3, true, "NEGATIVE"),
                                new Finding(4, true, "2036-11-02T12:00:00Z"),
                                new Finding(5, false, null))));
    }

    @Test
    void of_many_customers_a_part_is_asked_how_many_they_are() {
        List<Object> hundred = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            hundred.add(new Person("many", "n-" + n).described("pl", "many", null, Map.of()));
        }
        world.hears(hundred.toArray());
        Rule everybody = none(profile(ProfileField.ROLE, Operator.IS, "nobody-has-this-role"));

        Portraits.Matching some = portraits.count(everybody, NOW, 90);

        assertThat(portraits.count(profile(ProfileField.ACCOUNT, Operator.IS, "many"), NOW))
                .isEqualTo(new Portraits.Matching(100, some.of(), true));
        assertThat(some).isEqualTo(new Portraits.Matching(some.of(), some.of(), false));
        assertThat(portraits.count(none(everybody), NOW, 90).customers()).isZero();
    }

    @Test
    void portraits_are_rebuilt_as_they_are() {
        var shop = new Person("shop", "rebuilt-ana");
        var app = new Person("app", "rebuilt-ana");
        world.hears(
                shop.described("pl", "acme", null, Map.of("city", "Brno")),
                app.described("ro", null, null, Map.of("city", "Cluj")),
                shop.complains(NOW),
                app.says(NOW, Score.nps(8.5)));
        world.merges(shop, app);
        var gone = new Person("app", "rebuilt-gone");
        world.hears(gone.described("ro", null, null, Map.of("city", "Cluj")), gone.complains(NOW));
        world.erases(gone);
        world.hears(gone.complains(NOW));

        rebuilds.start(Portraits.PROCESSING_GROUP, "a test");

        Rebuild rebuild = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> rebuilds.progress(Portraits.PROCESSING_GROUP).orElseThrow(),
                        progress -> !progress.state().isActive());
        assertThat(rebuild.state()).as("%s", rebuild.failure()).isEqualTo(RebuildState.DONE);
        assertThat(Objects.requireNonNull(rebuild.comparison()).identical())
                .as("%s", rebuild.comparison())
                .isTrue();
        assertThat(meets(shop, Rules.profile(ProfileField.LANGUAGE, Operator.KNOWN)))
                .isTrue();
    }

    private static Rule csat(BigDecimal number, Scale scale) {
        return new Rule.Scored(Metric.CSAT, Pick.LATEST, Operator.AT_LEAST, number, scale, null, null);
    }

    private static Rule counted(int number, Metric metric, @Nullable Band band) {
        return new Rule.Counted(Operator.AT_LEAST, number, null, metric, band, null);
    }

    private boolean meets(Person person, Rule rule) {
        return meets(person, rule, NOW);
    }

    private boolean meets(Person person, Rule rule, Instant now) {
        UUID customerId = person.subjectId();
        return portraits.inside(rule, now, List.of(customerId)).contains(customerId);
    }
}
