package cx.ecou.insight.read.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.insight.CustomerWorld;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has sources of its own. */
@EcouTest
class CustomersIT {

    @Autowired
    CustomerWorld world;

    @Autowired
    Customers customers;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient database;

    @Test
    void a_customer_is_listed_with_what_all_sources_know_and_the_newest_score() {
        UUID ana = world.isNew("list-shop", "c-1", "Ana Żółkowska", "ana@list.example.org");
        world.isAlso(ana, "list-app", "u-1", "Ana Z.", "ana@list.example.org");
        world.says("list-app", "u-1", "2026-11-10T09:00:00Z", null, Score.nps(9), Score.csat(2, new Scale(1, 5)));
        UUID bad = world.says("list-shop", "c-1", "2026-11-10T08:00:00Z", null, Score.nps(1));
        world.opensCase("list-shop", "c-1", bad, "2026-11-10T08:01:00Z", "2026-11-10T12:00:00Z");

        CustomerRow row = customers.find(ana).orElseThrow();

        assertThat(row.name()).isIn("Ana Żółkowska", "Ana Z.");
        assertThat(row.sources()).containsExactly("list-app", "list-shop");
        assertThat(row.subjects()).isEqualTo(2);
        assertThat(row.feedback()).isEqualTo(2);
        assertThat(row.score()).as("of several at once the most severe").isEqualTo(Score.csat(2, new Scale(1, 5)));
        assertThat(row.openCases()).isEqualTo(1);
        assertThat(row.nextDueAt()).isEqualTo(Instant.parse("2026-11-10T12:00:00Z"));
        assertThat(row.lastSeenAt()).isEqualTo(Instant.parse("2026-11-10T09:00:00Z"));
        assertThat(row.toString()).doesNotContain("Ana", "ana@");
    }

    @Test
    void words_find_by_their_beginnings_whatever_their_marks() {
        UUID ana = world.isNew("words", "kl-77", "Ana Żółkowska", "zolty@words.example.org");

        for (String typed : List.of("zolk", "ŻÓŁK ana", "kl-77", "zolty@words", "+48601234567", "88001234")) {
            assertThat(found(filter(typed, null, null, "words", null, false)))
                    .as(typed)
                    .containsExactly(ana);
        }
        for (String typed : List.of("kowska", "zolk bea", "') or true --")) {
            assertThat(found(filter(typed, null, null, "words", null, false)))
                    .as(typed)
                    .isEmpty();
        }
    }

    @Test
    void the_list_is_narrowed_by_account_source_language_band_and_open_case() {
        UUID happy = world.isNew("narrow", "a", "Happy", "happy@narrow.example.org");
        UUID unhappy = world.isNew("narrow", "b", "Unhappy", "unhappy@narrow.example.org");
        world.says("narrow", "a", "2026-11-10T09:00:00Z", null, Score.nps(10));
        UUID said = world.says("narrow", "b", "2026-11-10T10:00:00Z", null, Score.nps(0));
        world.opensCase("narrow", "b", said, "2026-11-10T10:00:00Z", "2026-11-11T10:00:00Z");

        assertThat(found(filter(null, "acme-narrow", null, null, null, false))).containsExactly(unhappy, happy);
        assertThat(found(filter(null, null, "pl", "narrow", null, false))).containsExactly(unhappy, happy);
        assertThat(found(filter(null, null, "cs", "narrow", null, false))).isEmpty();
        assertThat(found(filter(null, null, null, "narrow", Band.POSITIVE, false)))
                .containsExactly(happy);
        assertThat(found(filter(null, null, null, "narrow", null, true))).containsExactly(unhappy);
        assertThat(customers
                        .page(filter(null, null, null, "narrow", null, false), null, 1)
                        .count())
                .isEqualTo(2);
        assertThat(customers.values(Facet.SOURCE)).contains("narrow");
    }

    @Test
    void when_more_are_meant_than_are_counted_the_list_is_walked_and_comes_to_the_same() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(0, world.isNew("walked", "c-" + i, "Walked " + i, "w" + i + "@walked.example.org"));
            UUID said = world.says("walked", "c-" + i, "2026-11-10T0" + i + ":00:00Z", null, Score.nps(0));
            world.opensCase("walked", "c-" + i, said, "2026-11-10T09:00:00Z", "2026-11-11T10:00:00Z");
        }
        for (CustomerFilter filter : List.of(
                filter(null, null, null, "walked", null, false),
                filter("walked", "acme-walked", "pl", null, null, false),
                filter(null, "acme-walked", null, null, Band.NEGATIVE, true))) {
            Customers.Page first = customers.page(filter, null, 3, 2);
            Customers.Page rest = customers.page(filter, first.next(), 3, 2);

            assertThat(Stream.of(first, rest).flatMap(page -> page.rows().stream()))
                    .extracting(CustomerRow::customerId)
                    .isEqualTo(all);
            assertThat(first.count()).isEqualTo(3);
        }
        CustomerFilter nobody = filter(null, "acme-walked", null, null, Band.POSITIVE, false);
        assertThat(customers.page(nobody, null, 3, 0).rows()).isEmpty();
    }

    @Test
    void what_somebody_says_does_not_write_anew_who_they_are() {
        UUID ana = world.isNew("written", "c-1", "Ana", "ana@written.example.org");
        String written = placeOf(ana);

        world.says("written", "c-1", "2026-11-10T09:00:00Z", "Words", Score.nps(9));
        world.says("written", "c-1", "2026-11-10T10:00:00Z", null, Score.nps(3));

        assertThat(placeOf(ana)).isEqualTo(written);
        assertThat(customers.find(ana).orElseThrow().feedback()).isEqualTo(2);

        world.describes("written", "c-1", "Ana Nowak", "ana@written.example.org");

        assertThat(placeOf(ana)).isNotEqualTo(written);
        assertThat(customers.find(ana).orElseThrow().name()).isEqualTo("Ana Nowak");
    }

    private String placeOf(UUID customerId) {
        return database.sql("select ctid::text from insight.customer where customer_id = ?")
                .param(customerId)
                .query(String.class)
                .single();
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended_and_a_file_holds_them_all() {
        for (int i = 0; i < 5; i++) {
            world.isNew("paged", "c-" + i, "Paged " + i, "p" + i + "@paged.example.org");
        }
        CustomerFilter all = filter(null, null, null, "paged", null, false);
        List<UUID> walked = new ArrayList<>();
        Place place = null;
        do {
            Customers.Page page = customers.page(all, place, 2);
            page.rows().forEach(row -> walked.add(row.customerId()));
            place = page.next();
        } while (place != null);
        List<UUID> taken = new ArrayList<>();
        customers.forEach(all, row -> taken.add(row.customerId()));

        assertThat(walked).hasSize(5).doesNotHaveDuplicates().isEqualTo(taken);
    }

    @Test
    void merged_customers_have_one_story_and_separated_ones_their_own_again() {
        UUID shop = world.isNew("story-shop", "c-1", "Ana", "ana@story.example.org");
        UUID app = world.isNew("story-app", "u-1", "Ana", "ana@story2.example.org");
        world.says("story-shop", "c-1", "2026-11-10T08:00:00Z", null, Score.nps(9));
        world.says("story-app", "u-1", "2026-11-10T09:00:00Z", null, Score.nps(8));

        UUID merge = world.merges(shop, app, app);

        assertThat(kinds(shop))
                .as("what both share is told once")
                .containsExactly(
                        EntryKind.MERGED,
                        EntryKind.RECOGNISED,
                        EntryKind.RECOGNISED,
                        EntryKind.FEEDBACK,
                        EntryKind.FEEDBACK,
                        EntryKind.DESCRIBED,
                        EntryKind.DESCRIBED);
        assertThat(customers.find(app)).isEmpty();
        assertThat(customers.whoseIs(app)).contains(shop);
        assertThat(customers.find(shop).orElseThrow().feedback()).isEqualTo(2);

        world.says("story-app", "u-1", "2026-11-10T10:00:00Z", null, Score.nps(7));
        world.undoes(merge, shop, app, app);

        assertThat(kinds(shop)).filteredOn(EntryKind.FEEDBACK::equals).hasSize(1);
        assertThat(kinds(app)).filteredOn(EntryKind.FEEDBACK::equals).hasSize(2);
        assertThat(kinds(app)).contains(EntryKind.MERGED, EntryKind.SEPARATED);
        assertThat(customers.find(app).orElseThrow().feedback()).isEqualTo(2);
        assertThat(customers.whoseIs(app)).contains(app);
    }

    @Test
    void the_story_of_a_customer_is_read_a_part_at_a_time_without_a_gap() {
        UUID ana = world.isNew("parts", "c-1", "Ana", "ana@parts.example.org");
        for (int i = 0; i < 7; i++) {
            world.says("parts", "c-1", "2026-11-10T08:00:00Z", null, Score.nps(i));
        }
        List<TimelineEntry> walked = new ArrayList<>();
        TimelinePlace place = null;
        do {
            Timeline.Page page = timeline.page(ana, place, 2);
            walked.addAll(page.entries());
            place = page.next() == null
                    ? null
                    : TimelinePlace.parse(page.next().cursor()).orElseThrow();
        } while (place != null);

        assertThat(walked).hasSize(9).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(timeline.page(ana, null, 100).entries());
        assertThat(timeline.newest(ana, List.of(EntryKind.FEEDBACK), 3)).hasSize(3);
    }

    @Test
    void a_case_is_followed_until_it_is_done() {
        UUID ana = world.isNew("case", "c-1", "Ana", "ana@case.example.org");
        UUID said = world.says("case", "c-1", "2026-11-10T08:00:00Z", null, Score.nps(0));
        UUID held = world.opensCase("case", "c-1", said, "2026-11-10T08:00:00Z", "2026-11-10T12:00:00Z");
        UUID owner = Ids.next();
        world.assigns(held, owner, "2026-11-10T08:10:00Z");

        assertThat(customers.openCases(ana)).singleElement().satisfies(one -> {
            assertThat(one.owner()).isEqualTo(owner);
            assertThat(one.isOverdue(Instant.parse("2026-11-10T12:00:01Z"))).isTrue();
            assertThat(one.isOverdue(Instant.parse("2026-11-10T11:59:59Z"))).isFalse();
        });
        assertThat(customers.ledToCase(ana, said)).isTrue();
        assertThat(customers.whoseIsCase(held)).contains(ana);

        world.contacts(held, ana, owner, "2026-11-10T08:20:00Z", "Called.");

        assertThat(customers.find(ana).orElseThrow().nextDueAt())
                .as("nobody waits for us")
                .isNull();
        assertThat(customers.find(ana).orElseThrow().openCases()).isEqualTo(1);
        assertThat(kinds(ana)).containsSubsequence(EntryKind.CONTACTED, EntryKind.CASE_ASSIGNED, EntryKind.CASE_OPENED);
    }

    @Test
    void of_somebody_who_was_erased_nothing_personal_is_left_and_nothing_comes_back_but_what_is_counted_stays() {
        UUID ana = world.isNew("erased", "c-1", "Ana Erasedova", "ana@erased.example.org");
        world.says("erased", "c-1", "2026-11-10T08:00:00Z", "Words", Score.nps(9));
        world.happens(new CustomerErased(
                Ids.next(), ana, List.of(ana), ErasureReason.REQUESTED, null, Instant.parse("2026-11-10T09:00:00Z")));
        world.describes("erased", "c-1", "Ana Erasedova", "ana@erased.example.org");
        world.says("erased", "c-1", "2026-11-10T10:00:00Z", "Words", Score.nps(10));

        CustomerRow row = customers.find(ana).orElseThrow();

        assertThat(row.erased()).isTrue();
        assertThat(row.name()).isNull();
        assertThat(row.email()).isNull();
        assertThat(row.score()).isEqualTo(Score.nps(10));
        assertThat(found(filter("erasedova", null, null, null, null, false))).isEmpty();
        assertThat(database.sql("""
                        select count(*) from insight.subject one join insight.customer whole using (customer_id)
                         where customer_id = ? and one::text || whole::text ~* 'erasedova|ana@erased|601234567|ana k'
                        """).param(ana).query(Long.class).single()).isZero();
        assertThat(kinds(ana)).contains(EntryKind.ERASED, EntryKind.FEEDBACK);
    }

    @Test
    void a_place_that_is_none_of_ours_is_no_place() {
        for (String written : List.of("", "x", "MjAyNi0xMS0xMFQwODowMDowMFo", "!!")) {
            assertThat(TimelinePlace.parse(written)).as(written).isEmpty();
        }
    }

    private List<EntryKind> kinds(UUID customerId) {
        return timeline.page(customerId, null, 50).entries().stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private List<UUID> found(CustomerFilter filter) {
        return customers.page(filter, null, 10).rows().stream()
                .map(CustomerRow::customerId)
                .toList();
    }

    private static CustomerFilter filter(
            @Nullable String words,
            @Nullable String account,
            @Nullable String language,
            @Nullable String source,
            @Nullable Band band,
            boolean open) {
        return new CustomerFilter(words, account, language, source, band, open);
    }
}
