package cx.ecou.customer.write.person;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.Visit.CameBy;
import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.RecognisedBy;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
class RecognitionIT {

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    World world;

    @Test
    void who_is_seen_for_the_first_time_is_a_new_customer() {
        UUID ana = world.meets("shop", "first-1");

        assertThat(world.recorded(ana))
                .containsExactly(new SubjectRecognised(ana, ana, RecognisedBy.NOTHING_KNOWN, "shop", "first-1"));
        assertThat(world.customerOf(ana)).isEqualTo(ana);
    }

    @Test
    void who_comes_again_is_recognised_without_a_word() {
        UUID ana = world.meets("shop", "again-1", email("again@example.org"));
        world.meets("shop", "again-1", email("again@example.org"));

        assertThat(world.recorded(ana)).hasSize(1);
    }

    @Test
    void shop_app_and_service_desk_know_one_customer_by_her_address() {
        UUID inTheShop = world.meets("shop", "one-1", email("one@example.org"));
        UUID inTheApp = world.meets("app", "u-one", email("One@Example.org"));
        UUID atTheDesk = world.meets(email("one@example.org"), phone("+48601000001"));
        UUID onThePhone = world.meets(phone("+48 601 000 001"));

        assertThat(world.customerOf(inTheApp)).isEqualTo(inTheShop);
        assertThat(world.customerOf(atTheDesk)).isEqualTo(inTheShop);
        assertThat(world.customerOf(onThePhone)).isEqualTo(inTheShop);
        assertThat(world.recorded(inTheApp, onThePhone))
                .extracting(event -> ((SubjectRecognised) event).by())
                .containsExactly(RecognisedBy.EMAIL, RecognisedBy.PHONE);
    }

    @Test
    void a_loyalty_card_is_trusted_more_than_an_address() {
        UUID holder = world.meets("shop", "card-1", card("8800 1"));
        UUID namesake = world.meets("desk", "card-2", email("card@example.org"));
        UUID seen = world.meets("app", "card-3", email("card@example.org"), card("88001"));

        assertThat(world.recorded(seen))
                .containsExactly(new SubjectRecognised(seen, holder, RecognisedBy.LOYALTY_CARD, "app", "card-3"));
        assertThat(world.customerOf(namesake))
                .as("the address proves that they are one")
                .isEqualTo(holder);
    }

    @Test
    void an_address_that_is_told_later_makes_one_of_two() {
        UUID inTheShop = world.meets("shop", "later-1", email("later@example.org"));
        UUID inTheApp = world.meets("app", "later-2");
        assertThat(world.customerOf(inTheApp)).isEqualTo(inTheApp);

        world.meets("app", "later-2", email("later@example.org"));

        assertThat(world.customerOf(inTheApp)).isEqualTo(inTheShop);
    }

    @Test
    void a_merge_by_rule_says_why() {
        UUID inTheShop = world.meets("shop", "why-1", email("why@example.org"));
        UUID inTheApp = world.meets("app", "why-2");
        world.meets("app", "why-2", email("why@example.org"));

        UUID mergeId = world.mergeOf(inTheApp);
        assertThat(world.recorded(mergeId))
                .containsExactly(
                        new CustomersMerged(mergeId, inTheShop, inTheApp, List.of(inTheApp), IdentityKind.EMAIL, null));
    }

    @Nested
    class WhenInDoubt {

        @Test
        void two_keys_of_one_source_with_one_address_stay_two_and_a_colleague_is_asked() {
            UUID one = world.meets("shop", "two-1", email("two@example.org"));
            UUID other = world.meets("shop", "two-2", email("two@example.org"));

            assertThat(world.customerOf(other)).isEqualTo(other);
            assertThat(world.doubts(one, other)).containsExactly("SAME_EMAIL");
        }

        @Test
        void a_telephone_does_not_make_one_of_two_with_different_addresses() {
            UUID ana = world.meets("shop", "tel-1", email("tel-ana@example.org"), phone("+48601000002"));
            UUID husband = world.meets("app", "tel-2", email("tel-jan@example.org"), phone("+48601000002"));

            assertThat(world.customerOf(husband)).isEqualTo(husband);
            assertThat(world.doubts(ana, husband)).containsExactly("SAME_PHONE");
        }

        @Test
        void an_address_that_only_looks_the_same_is_another_one() {
            UUID ana = world.meets("shop", "look-1", email("look@example.org"));
            UUID impostor = world.meets("app", "look-2", email("l\u043e\u043ek@example.org"));

            assertThat(world.customerOf(impostor)).isEqualTo(impostor);
            assertThat(world.doubts(ana, impostor)).containsExactly("LOOK_ALIKE_EMAIL");
        }

        @Test
        void two_customers_with_one_address_leave_it_open_which_of_them_a_third_is() {
            UUID one = world.meets("shop", "open-1", email("open@example.org"));
            UUID other = world.meets("shop", "open-2", email("open@example.org"));
            UUID third = world.meets("app", "open-3", email("open@example.org"));

            assertThat(world.customerOf(third)).isEqualTo(third);
            assertThat(world.doubts(one, third)).containsExactly("SAME_EMAIL");
            assertThat(world.doubts(other, third)).containsExactly("SAME_EMAIL");
        }

        @Test
        void what_a_crowd_has_in_common_says_nothing() {
            UUID[] crowd = IntStream.range(0, 7)
                    .mapToObj(n -> world.meets("shop", "crowd-" + n, email("info@crowd.example")))
                    .toArray(UUID[]::new);
            UUID seen = world.meets("app", "crowd-app", email("info@crowd.example"));

            assertThat(world.customerOf(seen)).isEqualTo(seen);
            assertThat(world.doubts(crowd[6], seen)).isEmpty();
        }
    }

    @Nested
    class OnADevice {

        @Test
        void who_signs_in_is_who_came_by_before() {
            UUID visitor = world.meets(device("cookie-1"));
            UUID ana = world.meets("app", "device-1", device("cookie-1"));

            assertThat(world.customerOf(ana)).isEqualTo(visitor);
        }

        @Test
        void two_who_are_known_are_not_made_one_by_it() {
            UUID ana = world.meets("app", "device-2", device("cookie-2"));
            UUID jan = world.meets("shop", "device-3", device("cookie-2"));

            assertThat(world.customerOf(jan)).isEqualTo(jan);
            assertThat(world.doubts(ana, jan)).isEmpty();
        }
    }

    @Test
    void many_of_one_batch_are_recognised_by_each_other() {
        List<CameBy> seen = IntStream.range(0, 40)
                .mapToObj(n -> "source-" + n)
                .map(source -> new CameBy(
                        CustomerSeen.subjectOf(source, "batch"), source, "batch", List.of(email("batch@example.org"))))
                .toList();

        world.recordsAll(seen);

        assertThat(seen.stream().map(CameBy::subjectId).map(world::customerOf))
                .containsOnly(seen.get(0).subjectId());
    }

    @Test
    void an_address_that_moves_within_one_batch_recognises_only_who_has_it_now() {
        UUID before = CustomerSeen.subjectOf("shop", "moves-1");
        UUID now = CustomerSeen.subjectOf("app", "moves-2");

        world.recordsAll(List.of(
                described("shop", "moves-1", List.of("moves@example.org")),
                described("shop", "moves-1", List.of("elsewhere@example.org")),
                described("app", "moves-2", List.of("moves@example.org"))));

        assertThat(world.customerOf(now)).isEqualTo(now);
        assertThat(world.doubts(before, now)).isEmpty();
    }

    @Test
    void an_address_that_one_source_has_dropped_still_recognises_by_the_other() {
        UUID inTheShop = CustomerSeen.subjectOf("shop", "drops-1");
        UUID seen = CustomerSeen.subjectOf("desk", "drops-3");

        world.recordsAll(List.of(
                described("shop", "drops-1", List.of("drops@example.org")),
                described("app", "drops-2", List.of("drops@example.org")),
                described("app", "drops-2", List.of()),
                described("desk", "drops-3", List.of("drops@example.org"))));

        assertThat(world.customerOf(seen)).isEqualTo(inTheShop);
    }

    @Test
    void an_address_that_a_source_drops_and_its_customer_tells_again_within_one_batch_still_recognises_them() {
        UUID ana = CustomerSeen.subjectOf("shop", "told-1");
        world.recordsAll(List.of(described("shop", "told-1", List.of("told@example.org"))));

        world.recordsAll(List.of(
                described("shop", "told-1", List.of()),
                new CameBy(ana, "shop", "told-1", List.of(email("told@example.org")))));

        assertThat(world.customerOf(world.meets("app", "told-2", email("told@example.org"))))
                .isEqualTo(ana);
    }

    @Test
    void who_tells_nothing_new_waits_for_nobody_who_decides_about_them() {
        UUID ana = world.meets("shop", "held-1", email("held@example.org"));

        transaction.executeWithoutResult(status -> {
            database.sql("select 1 from customer.customer where customer_id = ? for update")
                    .param(ana)
                    .query(Integer.class)
                    .single();
            assertThat(CompletableFuture.supplyAsync(() -> world.meets("shop", "held-1", email("held@example.org"))))
                    .succeedsWithin(Duration.ofSeconds(30))
                    .isEqualTo(ana);
        });
    }

    @Test
    void who_was_erased_is_not_recognised_by_anything_said_afterwards() {
        UUID ana = world.meets("shop", "erased-1");
        world.erases(ana);

        world.meets("shop", "erased-1", email("erased@example.org"));
        UUID seen = world.meets("app", "erased-2", email("erased@example.org"));

        assertThat(world.customerOf(seen)).isEqualTo(seen);
    }

    private static CustomerDescribed described(String source, String ref, List<String> emails) {
        return new CustomerDescribed(
                Ids.derived("description", source, ref),
                CustomerSeen.subjectOf(source, ref),
                source,
                ref,
                null,
                emails,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.parse("2026-07-25T21:37:22Z"));
    }

    private static Identity email(String address) {
        return Identity.email(address).orElseThrow();
    }

    private static Identity phone(String number) {
        return Identity.phone(number).orElseThrow();
    }

    private static Identity card(String number) {
        return Identity.loyaltyCard(number).orElseThrow();
    }

    private static Identity device(String id) {
        return Identity.device(id).orElseThrow();
    }
}
