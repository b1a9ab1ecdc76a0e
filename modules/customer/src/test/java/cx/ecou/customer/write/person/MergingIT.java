package cx.ecou.customer.write.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EcouTest
class MergingIT {

    private static final UUID MARTA = Ids.next();

    @Autowired
    World world;

    @Autowired
    Merging merging;

    @Test
    void whoever_belonged_to_the_second_belongs_to_the_first() {
        UUID ana = world.meets("shop", "m1-a");
        UUID other = world.meets("shop", "m1-b", email("m1@example.org"));
        UUID inTheApp = world.meets("app", "m1-c", email("m1@example.org"));

        UUID mergeId = merging.merge(ana, other, MARTA);

        assertThat(Stream.of(ana, other, inTheApp).map(world::customerOf)).containsOnly(ana);
        assertThat(world.recorded(mergeId)).singleElement().satisfies(event -> {
            var merged = (CustomersMerged) event;
            assertThat(merged.subjects()).containsExactlyInAnyOrder(other, inTheApp);
            assertThat(merged.by()).isEqualTo(MARTA);
        });
    }

    @Test
    void undone_it_is_as_it_was_and_who_was_recognised_since_goes_along() {
        UUID ana = world.meets("shop", "m2-a");
        UUID other = world.meets("shop", "m2-b", email("m2@example.org"));
        UUID mergeId = merging.merge(ana, other, MARTA);
        UUID since = world.meets("app", "m2-c", email("m2@example.org"));
        assertThat(world.customerOf(since)).isEqualTo(ana);

        merging.undo(mergeId, MARTA);

        assertThat(world.customerOf(ana)).isEqualTo(ana);
        assertThat(Stream.of(other, since).map(world::customerOf)).containsOnly(other);
        var undone = (MergeUndone) world.recorded(mergeId).get(1);
        assertThat(undone.subjects()).containsExactlyInAnyOrder(other, since);
        assertThat(undone.customerId()).isEqualTo(ana);
    }

    @Test
    void an_inner_merge_can_be_undone_while_the_outer_one_stands() {
        UUID a = world.meets("shop", "m3-a");
        UUID b = world.meets("shop", "m3-b");
        UUID c = world.meets("shop", "m3-c");
        UUID inner = merging.merge(b, c, MARTA);
        merging.merge(a, b, MARTA);

        merging.undo(inner, MARTA);

        assertThat(List.of(world.customerOf(a), world.customerOf(b), world.customerOf(c)))
                .containsExactly(a, a, c);
    }

    @Test
    void what_was_merged_below_goes_along_when_the_outer_one_is_undone() {
        UUID a = world.meets("shop", "m4-a");
        UUID b = world.meets("shop", "m4-b");
        UUID c = world.meets("shop", "m4-c");
        merging.merge(b, c, MARTA);
        UUID outer = merging.merge(a, b, MARTA);

        merging.undo(outer, MARTA);

        assertThat(List.of(world.customerOf(a), world.customerOf(b), world.customerOf(c)))
                .containsExactly(a, b, b);
    }

    @Test
    void rules_do_not_merge_again_what_a_colleague_has_separated() {
        UUID inTheShop = world.meets("shop", "m5-a", email("m5@example.org"));
        UUID inTheApp = world.meets("app", "m5-b");
        world.meets("app", "m5-b", email("m5@example.org"));
        merging.undo(world.mergeOf(inTheApp), MARTA);

        world.meets(
                "app", "m5-b", email("m5@example.org"), Identity.device("m5").orElseThrow());
        world.meets("shop", "m5-a", email("m5-new@example.org"));
        world.meets("app", "m5-b", email("m5-new@example.org"));

        assertThat(world.customerOf(inTheApp)).isEqualTo(inTheApp);
        assertThat(world.doubts(inTheShop, inTheApp)).isEmpty();
    }

    @Test
    void a_doubt_that_is_dismissed_does_not_come_back() {
        UUID one = world.meets("shop", "m6-a", email("m6@example.org"));
        UUID other = world.meets("shop", "m6-b", email("m6@example.org"));

        merging.dismiss(one, other, MARTA);
        world.meets("shop", "m6-a", phone("+48601000006"));
        world.meets("shop", "m6-b", phone("+48601000006"));

        assertThat(world.doubts(one, other)).isEmpty();
    }

    @Test
    void a_merge_answers_the_doubt() {
        UUID one = world.meets("shop", "m7-a", email("m7@example.org"));
        UUID other = world.meets("shop", "m7-b", email("m7@example.org"));

        merging.merge(one, other, MARTA);

        assertThat(world.doubts(one, other)).isEmpty();
    }

    @Test
    void nobody_is_merged_in_a_circle() {
        UUID a = world.meets("shop", "m8-a");
        UUID b = world.meets("shop", "m8-b");
        UUID c = world.meets("shop", "m8-c");
        merging.merge(a, b, MARTA);

        refused("customer.merged-away", () -> merging.merge(b, a, MARTA));
        refused("customer.merged-away", () -> merging.merge(c, b, MARTA));
        refused("customer.same", () -> merging.merge(a, a, MARTA));
        refused("customer.unknown", () -> merging.merge(a, Ids.next(), MARTA));
    }

    @Test
    void of_two_who_merge_each_other_at_once_one_is_first() {
        UUID a = world.meets("shop", "m9-a");
        UUID b = world.meets("shop", "m9-b");

        long made = Stream.of(
                        CompletableFuture.supplyAsync(() -> succeeds(() -> merging.merge(a, b, MARTA))),
                        CompletableFuture.supplyAsync(() -> succeeds(() -> merging.merge(b, a, MARTA))))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(made).isEqualTo(1);
        assertThat(world.customerOf(a)).isEqualTo(world.customerOf(b));
    }

    @Test
    void a_merge_is_undone_once() {
        UUID a = world.meets("shop", "m10-a");
        UUID mergeId = merging.merge(a, world.meets("shop", "m10-b"), MARTA);
        merging.undo(mergeId, MARTA);

        refused("merge.unknown", () -> merging.undo(mergeId, MARTA));
        refused("merge.unknown", () -> merging.undo(Ids.next(), MARTA));
    }

    private static boolean succeeds(ThrowingCallable decision) {
        try {
            decision.call();
            return true;
        } catch (DomainRuleViolation e) {
            return false;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(String rule, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo(rule));
    }

    private static Identity email(String address) {
        return Identity.email(address).orElseThrow();
    }

    private static Identity phone(String number) {
        return Identity.phone(number).orElseThrow();
    }
}
