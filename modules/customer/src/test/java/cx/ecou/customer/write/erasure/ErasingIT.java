package cx.ecou.customer.write.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.read.directory.Acquaintance;
import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.read.directory.DirectoryFilter;
import cx.ecou.customer.read.erasure.ErasedPlace;
import cx.ecou.customer.read.erasure.ErasureProof;
import cx.ecou.customer.read.erasure.ErasureProofs;
import cx.ecou.customer.write.description.Delivered;
import cx.ecou.customer.write.description.Descriptions;
import cx.ecou.customer.write.description.NewDescription;
import cx.ecou.customer.write.description.Receipt;
import cx.ecou.customer.write.link.LinkProblem;
import cx.ecou.customer.write.link.PreferenceLinks;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
class ErasingIT {

    private static final UUID MARTA = Ids.next();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    World world;

    @Autowired
    Erasing erasing;

    @Autowired
    ErasureProofs proofs;

    @Autowired
    Descriptions descriptions;

    @Autowired
    Merging merging;

    @Autowired
    PreferenceLinks links;

    @Autowired
    Directory directory;

    @Autowired
    DataKeys keys;

    @Autowired
    Facts facts;

    @Autowired
    Positions positions;

    @Autowired
    StoredEvents stored;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient database;

    @Test
    void of_somebody_who_is_erased_nothing_is_left_but_that_they_were_there() {
        UUID ana = described("shop", "e1", "Ana Kowalska", "e1@example.org");
        links.make(ana);

        UUID erasureId = erasing.erase(ana, ErasureReason.REQUESTED, MARTA);
        world.settles();

        assertThat(world.recorded(erasureId)).singleElement().satisfies(event -> {
            var erased = (CustomerErased) event;
            assertThat(erased.customerId()).isEqualTo(ana);
            assertThat(erased.subjects()).containsExactly(ana);
            assertThat(erased.reason()).isEqualTo(ErasureReason.REQUESTED);
            assertThat(erased.by()).isEqualTo(MARTA);
        });
        assertThat(keys.isDestroyed(ana)).isTrue();
        assertThat(count("select count(*) from customer.identity where subject_id = ?", ana))
                .isZero();
        assertThat(count("select count(*) from customer.description where subject_id = ? and content is not null", ana))
                .isZero();
        assertThat(directory.find(ana)).isEmpty();
        assertThat(directory
                        .page(new DirectoryFilter("kowalska e1", null), null, 5)
                        .rows())
                .isEmpty();
        assertThat(directory.acquaintances(ana)).singleElement().satisfies(ErasingIT::saysNothing);
        assertThat(stored.ofAggregate(descriptionOf("shop", "e1")))
                .singleElement()
                .satisfies(event ->
                        assertThat(((CustomerDescribed) event.event()).name()).isNull());
    }

    @Test
    void nobody_who_is_erased_is_left_in_the_statistics_of_the_planner() {
        UUID first = described("shop", "e90", "Ana First", "0000@example.org");
        described("shop", "e91", "Ana Second", "0001@example.org");
        database.sql("analyze").update();
        assertThat(sampled("0000@example.org")).containsExactly("identity.value");

        erasing.erase(first, ErasureReason.REQUESTED, MARTA);
        world.settles();

        assertThat(sampled("0000@example.org")).isEmpty();
        assertThat(sampled("0001@example.org")).containsExactly("identity.value");
    }

    private List<String> sampled(String text) {
        return database.sql("""
                        select tablename || '.' || attname from pg_stats
                         where strpos(concat_ws(' ', most_common_vals, histogram_bounds, most_common_elems), ?) > 0""").param(text).query(String.class).list();
    }

    @Test
    void what_somebody_said_who_is_nobody_can_be_erased_and_they_become_nobody_by_it() {
        UUID visit = world.meets();

        UUID erasureId = erasing.eraseUnrecognised(visit, ErasureReason.REQUESTED, MARTA);
        world.settles();

        var erased = (CustomerErased) world.recorded(erasureId).get(0);
        assertThat(erased.customerId()).isEqualTo(visit);
        assertThat(erased.subjects()).containsExactly(visit);
        assertThat(keys.isDestroyed(visit)).isTrue();
        assertThat(proofs.find(erasureId).orElseThrow().isDone()).isTrue();
        assertThat(directory.find(visit)).isEmpty();
        assertThat(directory.acquaintances(visit)).isEmpty();
        assertThat(erasing.eraseUnrecognised(visit, ErasureReason.LEGAL_DUTY, null))
                .isEqualTo(erasureId);
    }

    @Test
    void what_two_erase_at_once_is_erased_once() {
        UUID visit = world.meets();

        List<CompletableFuture<UUID>> both = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> erasing.eraseUnrecognised(visit, ErasureReason.REQUESTED, MARTA)))
                .limit(2)
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void what_a_customer_said_is_erased_with_the_customer() {
        UUID ana = described("shop", "e-whole", "Ana", "e-whole@example.org");

        refused("erasure.of-a-customer", () -> erasing.eraseUnrecognised(ana, ErasureReason.REQUESTED, MARTA));
        assertThat(keys.isDestroyed(ana)).isFalse();

        UUID erasureId = erasing.erase(ana, ErasureReason.REQUESTED, MARTA);
        assertThat(erasing.eraseUnrecognised(ana, ErasureReason.REQUESTED, MARTA))
                .isEqualTo(erasureId);
    }

    @Test
    void whoever_was_merged_into_a_customer_is_erased_with_them_whoever_is_named() {
        UUID ana = described("shop", "e2-a", "Ana", "e2-a@example.org");
        UUID inTheApp = described("app", "e2-b", "Anna", "e2-b@example.org");
        UUID mergeId = merging.merge(ana, inTheApp, MARTA);

        UUID erasureId = erasing.erase(inTheApp, ErasureReason.LEGAL_DUTY, MARTA);

        assertThat(((CustomerErased) world.recorded(erasureId).get(0)).subjects())
                .containsExactlyInAnyOrder(ana, inTheApp);
        assertThat(Stream.of(ana, inTheApp)).allMatch(keys::isDestroyed);
        refused("customer.erased", () -> merging.undo(mergeId, MARTA));
    }

    @Test
    void whoever_is_erased_twice_is_erased_once_also_by_two_at_once() {
        UUID ana = world.meets("shop", "e3");

        List<UUID> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> erasing.erase(ana, ErasureReason.REQUESTED, null)))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(erasing.erase(ana, ErasureReason.NO_LONGER_NEEDED, MARTA));
        assertThat(count("select count(*) from customer.erasure where customer_id = ?", ana))
                .isEqualTo(1);
        refused("customer.unknown", () -> erasing.erase(Ids.next(), ErasureReason.REQUESTED, null));
    }

    @Test
    void what_was_recorded_already_when_somebody_was_erased_and_is_committed_afterwards_is_a_fact_without_words() {
        UUID ana = described("shop", "e4", "Ana", "e4@example.org");
        UUID late = Ids.next();

        while_is_open(
                () -> {
                    facts.record(List.of(new Fact(late, "Visit", description("shop", "e4", "Anna", "e4@example.org"))));
                    // Written now, under the key that counts still: its place in the store is before the erasure.
                    assertThat(positions.ofAggregate(late)).isPositive();
                },
                () -> {
                    UUID erasureId = erasing.erase(ana, ErasureReason.REQUESTED, MARTA);
                    assertThat(positions.ofAggregate(erasureId)).isGreaterThan(0);
                    assertThat(proofs.find(erasureId).orElseThrow().isDone()).isFalse();
                });
        world.settles();

        assertThat(stored.ofAggregate(late))
                .singleElement()
                .satisfies(event ->
                        assertThat(((CustomerDescribed) event.event()).name()).isNull());
        assertThat(directory.acquaintances(ana)).singleElement().satisfies(ErasingIT::saysNothing);
        assertThat(count("select count(*) from customer.identity where subject_id = ?", ana))
                .isZero();
        assertThat(proofs.find(proofs.of(ana).orElseThrow()).orElseThrow().isDone())
                .isTrue();
    }

    @Test
    void a_first_description_that_is_taken_in_meanwhile_leaves_no_trace_either() {
        UUID ana = world.meets("shop", "e5");

        while_is_open(
                () -> assertThat(descriptions.receive(
                                List.of(Delivered.of(delivered("shop", "e5", "Ana Kowalska", "e5@example.org")))))
                        .hasOnlyElementsOfType(Receipt.Described.class),
                () -> erasing.erase(ana, ErasureReason.REQUESTED, MARTA));
        world.settles();

        assertThat(directory.acquaintances(ana)).singleElement().satisfies(ErasingIT::saysNothing);
        assertThat(count("select count(*) from customer.identity where subject_id = ?", ana))
                .isZero();
        assertThat(count("select count(*) from customer.description where subject_id = ? and content is not null", ana))
                .isZero();
    }

    @Test
    void however_many_describe_somebody_at_that_moment_nothing_of_it_stays() {
        UUID ana = described("shop", "e12", "Ana", "e12@example.org");
        var over = new AtomicBoolean();
        List<CompletableFuture<Void>> sources = IntStream.range(0, 3)
                .mapToObj(source -> CompletableFuture.runAsync(() -> {
                    for (int said = 0; !over.get(); said++) {
                        String name = "Ana " + source + " " + said;
                        descriptions.receive(List.of(
                                Delivered.of(delivered("shop", "e12", name, "e12-" + source + "@example.org"))));
                        facts.record(List.of(
                                new Fact(Ids.next(), "Visit", description("shop", "e12", name, "e12@example.org"))));
                    }
                }))
                .toList();

        UUID erasureId = untilItIsTime(() -> erasing.erase(ana, ErasureReason.REQUESTED, MARTA));
        Awaitility.await().atMost(PATIENCE).until(() -> positions.head() > positions.ofAggregate(erasureId) + 20);
        over.set(true);
        assertThat(sources).allSatisfy(source -> assertThat(source).succeedsWithin(PATIENCE));
        world.settles();

        assertThat(directory.acquaintances(ana)).singleElement().satisfies(ErasingIT::saysNothing);
        assertThat(count("select count(*) from customer.identity where subject_id = ?", ana))
                .isZero();
        assertThat(count("select count(*) from customer.description where subject_id = ? and content is not null", ana))
                .isZero();
        assertThat(proofs.find(erasureId).orElseThrow().isDone()).isTrue();
    }

    /** Under such a load recognition may be behind; then one is told to come again. */
    private static UUID untilItIsTime(Supplier<UUID> erasing) {
        for (int attempts = 0; attempts < 3; attempts++) {
            try {
                return erasing.get();
            } catch (DomainRuleViolation e) {
                assertThat(e.code()).isEqualTo("erasure.too-early");
            }
        }
        return erasing.get();
    }

    @Test
    void of_whoever_is_erased_nothing_is_described_any_more() {
        UUID ana = described("shop", "e6", "Ana", "e6@example.org");
        world.erases(ana);

        assertThat(descriptions.receive(List.of(Delivered.of(delivered("shop", "e6", "Anna", "e6@example.org")))))
                .containsExactly(new Receipt.Erased());
        world.records(ana, description("shop", "e6", "Anna", "e6@example.org"));

        assertThat(directory.find(ana)).isEmpty();
        assertThat(directory.acquaintances(ana)).singleElement().satisfies(ErasingIT::saysNothing);
        assertThat(count("select count(*) from customer.identity where subject_id = ?", ana))
                .isZero();
    }

    @Test
    void somebody_else_with_the_same_address_is_somebody_else_afterwards() {
        UUID ana = world.meets("shop", "e7", email("e7@example.org"));
        world.erases(ana);

        UUID other = world.meets("app", "e7", email("e7@example.org"));

        assertThat(world.customerOf(other)).isEqualTo(other);
        assertThat(world.customerOf(ana)).isEqualTo(ana);
    }

    @Test
    void other_people_stay_as_they_are() {
        UUID ana = described("shop", "e8-a", "Ana", "e8-a@example.org");
        UUID jan = described("shop", "e8-b", "Jan", "e8-b@example.org");

        world.erases(ana);

        assertThat(directory.acquaintances(jan)).singleElement().satisfies(known -> {
            assertThat(known.name()).isEqualTo("Jan");
            assertThat(known.emails()).containsExactly("e8-b@example.org");
        });
        assertThat(keys.isDestroyed(jan)).isFalse();
    }

    @Test
    void as_long_as_it_is_not_known_whose_everything_is_nobody_is_erased() {
        UUID ana = world.meets("shop", "e9-a", email("e9@example.org"));
        UUID jan = world.meets("shop", "e9-b", email("e9-b@example.org"));

        while_is_open(
                () -> database.sql("select 1 from customer.customer where customer_id = ? for update")
                        .param(jan)
                        .query(Integer.class)
                        .single(),
                () -> {
                    facts.record(List.of(
                            new Fact(Ids.next(), "Visit", description("shop", "e9-b", "Jan", "e9-new@example.org"))));
                    refused("erasure.too-early", () -> erasing.erase(ana, ErasureReason.REQUESTED, MARTA));
                });
        world.settles();

        assertThat(keys.isDestroyed(ana)).isFalse();
        assertThat(proofs.of(ana)).isEmpty();
    }

    @Test
    void a_link_that_was_sent_is_over() {
        UUID ana = world.meets("shop", "e10");
        String token = links.make(ana).path().replaceFirst(".*/", "");

        world.erases(ana);

        assertThat(links.open(token).problem()).isEqualTo(LinkProblem.EXPIRED);
    }

    @Test
    void the_proof_says_what_was_done_where_and_its_hash_never_changes() {
        UUID ana = described("shop", "e11", "Ana", "e11@example.org");
        UUID erasureId = world.erases(ana);

        ErasureProof proof = proofs.find(erasureId).orElseThrow();

        assertThat(proof.isDone()).isTrue();
        assertThat(proof.places())
                .contains(
                        new ErasedPlace("keys", 1, 0, true),
                        // an address and its likeness
                        new ErasedPlace("identities", 2, 0, true),
                        new ErasedPlace("descriptions", 1, 0, true),
                        new ErasedPlace("customer.acquaintance", 1, 0, true),
                        new ErasedPlace("customer.directory", 0, 0, true));
        assertThat(proof.hash()).matches("[0-9a-f]{64}");
        world.records(ana, description("shop", "e11", "Anna", "e11@example.org"));
        assertThat(proofs.find(erasureId).orElseThrow().hash()).isEqualTo(proof.hash());
    }

    /** One transaction has done its work and is not committed while something else happens. */
    private void while_is_open(Runnable first, Runnable meanwhile) {
        var done = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        CompletableFuture<Void> open = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            first.run();
            done.countDown();
            await(commit);
        }));
        await(done);
        try {
            meanwhile.run();
        } finally {
            commit.countDown();
        }
        assertThat(open).succeedsWithin(PATIENCE);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private UUID described(String source, String ref, String name, String address) {
        assertThat(descriptions.receive(List.of(Delivered.of(delivered(source, ref, name, address)))))
                .hasOnlyElementsOfType(Receipt.Described.class);
        world.settles();
        return world.customerOf(CustomerSeen.subjectOf(source, ref));
    }

    private static NewDescription delivered(String source, String ref, String name, String address) {
        return new NewDescription(
                source,
                ref,
                name,
                List.of(address),
                null,
                null,
                null,
                "pl",
                "Europe/Warsaw",
                null,
                Map.of("tone", "warm"));
    }

    private static CustomerDescribed description(String source, String ref, String name, String address) {
        return new CustomerDescribed(
                descriptionOf(source, ref),
                CustomerSeen.subjectOf(source, ref),
                source,
                ref,
                name,
                List.of(address),
                null,
                null,
                null,
                "pl",
                null,
                null,
                null,
                null,
                Instant.parse("2026-07-25T21:37:22Z"));
    }

    private static UUID descriptionOf(String source, String ref) {
        return Ids.derived("description", source, ref);
    }

    private static void saysNothing(Acquaintance known) {
        assertThat(known.name()).isNull();
        assertThat(known.emails()).isEmpty();
        assertThat(known.phones()).isEmpty();
        assertThat(known.loyaltyCards()).isEmpty();
        assertThat(known.attributes()).isEmpty();
    }

    private long count(String sql, UUID id) {
        return database.sql(sql).param(id).query(Long.class).single();
    }

    private static Identity email(String address) {
        return Identity.email(address).orElseThrow();
    }

    private static void refused(String rule, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo(rule));
    }
}
