package cx.ecou.customer.write.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.RetentionKind;
import cx.ecou.customer.events.RetentionRuleSet;
import cx.ecou.customer.events.RetentionRuleSwitchedOff;
import cx.ecou.customer.events.RetentionRuleSwitchedOn;
import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.read.erasure.ErasureProofs;
import cx.ecou.customer.write.consent.Consents;
import cx.ecou.customer.write.consent.Saying;
import cx.ecou.customer.write.description.Delivered;
import cx.ecou.customer.write.description.Descriptions;
import cx.ecou.customer.write.description.NewDescription;
import cx.ecou.customer.write.export.Exports;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.customer.write.retention.RetentionRun.Outcome;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.testing.RecordedDeeds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class RetentionIT {

    private static final UUID MARTA = Ids.next();
    private static final int YEAR = 365;

    @Autowired
    World world;

    @Autowired
    RetentionRules rules;

    @Autowired
    Retention retention;

    @Autowired
    ErasureProofs proofs;

    @Autowired
    Directory directory;

    @Autowired
    Descriptions descriptions;

    @Autowired
    Merging merging;

    @Autowired
    Consents consents;

    @Autowired
    Exports exports;

    @Autowired
    RecordedDeeds deeds;

    @Autowired
    JdbcClient database;

    @AfterEach
    void no_rule_is_left_on() {
        rules.all().forEach(rule -> rules.switchOff(rule.ruleId(), MARTA));
    }

    @Test
    void the_dry_run_counts_exactly_those_whom_the_run_then_erases() {
        List<UUID> quiet = IntStream.range(0, 3)
                .mapToObj(n -> quiet("r1", "quiet-" + n, YEAR + 1))
                .toList();
        UUID recent = quiet("r1", "recent", YEAR - 1);
        UUID elsewhere = quiet("r1-b", "quiet", 2 * YEAR);
        UUID ruleId = rules.set(RetentionKind.HEARD, "r1", YEAR, MARTA);

        DryRun dryRun = retention.dryRun(ruleId);
        night();

        assertThat(dryRun.total()).isEqualTo(3);
        assertThat(dryRun.counts()).extracting(DryRun.Count::source).containsOnly("r1");
        assertThat(dryRun.some()).extracting(DryRun.Customer::customerId).containsExactlyInAnyOrderElementsOf(quiet);
        assertThat(quiet).noneMatch(this::isErased);
        switchOn(ruleId);
        RetentionRun run = night();
        assertThat(run.outcome()).isEqualTo(Outcome.DONE);
        assertThat(run.erased()).isEqualTo(3);
        assertThat(quiet).allMatch(this::isErased);
        assertThat(Stream.of(recent, elsewhere)).noneMatch(this::isErased);
        assertThat(retention.dryRun(ruleId).total()).isZero();
    }

    @Test
    void who_is_erased_by_rule_has_a_proof_like_everybody_else() {
        UUID ana = quiet("r2", "ana", 31);
        switchOn(rules.set(RetentionKind.HEARD, "r2", 30, MARTA));

        RetentionRun run = night();
        world.settles();

        UUID erasureId = proofs.of(ana).orElseThrow();
        assertThat(world.recorded(erasureId)).singleElement().satisfies(event -> {
            var erased = (CustomerErased) event;
            assertThat(erased.reason()).isEqualTo(ErasureReason.RETENTION);
            assertThat(erased.by()).isNull();
        });
        assertThat(proofs.find(erasureId).orElseThrow().isDone()).isTrue();
        assertThat(directory.find(ana)).isEmpty();
        assertThat(deeds.last("retention-run").id()).isEqualTo(run.runId().toString());
        assertThat(deeds.last("retention-run").codes().toString()).isEqualTo("outcome=DONE erased=1");
    }

    @Test
    void whoever_several_sources_know_stays_for_the_longest_of_their_times() {
        UUID ana = quiet("r3-shop", "ana", 400);
        UUID inTheApp = quiet("r3-app", "ana", 900);
        merging.merge(ana, inTheApp, MARTA);
        world.settles();
        UUID shop = rules.set(RetentionKind.HEARD, "r3-shop", YEAR, MARTA);
        switchOn(shop);
        switchOn(rules.set(RetentionKind.HEARD, "r3-app", 2 * YEAR, MARTA));

        night();
        assertThat(isErased(ana)).isFalse();
        assertThat(retention.dryRun(shop).total()).isZero();

        wasQuiet(ana, 2 * YEAR + 1);
        assertThat(retention.dryRun(shop).total()).isEqualTo(1);
        night();
        assertThat(isErased(ana)).isTrue();
    }

    @Test
    void whoever_is_also_known_by_a_source_without_a_rule_stays() {
        UUID ana = quiet("r4-shop", "ana", 4 * YEAR);
        merging.merge(ana, quiet("r4-desk", "ana", 5 * YEAR), MARTA);
        world.settles();
        UUID ruleId = rules.set(RetentionKind.HEARD, "r4-shop", YEAR, MARTA);
        switchOn(ruleId);

        night();

        assertThat(retention.dryRun(ruleId).total()).isZero();
        assertThat(isErased(ana)).isFalse();
    }

    @Test
    void the_rule_of_a_source_comes_before_the_one_for_all() {
        quiet("r5", "ana", YEAR + 1);
        UUID own = rules.set(RetentionKind.HEARD, "r5", 2 * YEAR, MARTA);
        UUID all = rules.set(RetentionKind.HEARD, null, YEAR, MARTA);

        assertThat(countedIn("r5", all)).isEqualTo(1);
        switchOn(own);
        assertThat(countedIn("r5", all)).isZero();
    }

    @Test
    void whom_a_source_has_described_is_another_kind_than_whoever_was_only_heard() {
        descriptions.receive(List.of(Delivered.of(
                new NewDescription("r6", "ana", "Ana Kowalska", null, null, null, null, null, null, null, null))));
        UUID ana = quiet("r6", "ana", YEAR + 1);
        UUID jan = quiet("r6", "jan", YEAR + 1);

        DryRun described = retention.dryRun(rules.set(RetentionKind.DESCRIBED, "r6", YEAR, MARTA));
        DryRun heard = retention.dryRun(rules.set(RetentionKind.HEARD, "r6", YEAR, MARTA));

        assertThat(described.some()).singleElement().satisfies(one -> {
            assertThat(one.customerId()).isEqualTo(ana);
            assertThat(one.name()).isEqualTo("Ana Kowalska");
        });
        assertThat(heard.some()).extracting(DryRun.Customer::customerId).containsExactly(jan);
    }

    @Test
    void whoever_speaks_again_between_the_dry_run_and_the_run_stays() {
        UUID ana = quiet("r7", "ana", YEAR + 1);
        UUID ruleId = rules.set(RetentionKind.HEARD, "r7", YEAR, MARTA);
        assertThat(retention.dryRun(ruleId).total()).isEqualTo(1);
        switchOn(ruleId);

        world.meets("r7", "ana");
        night();

        assertThat(isErased(ana)).isFalse();
    }

    @Test
    void whoever_speaks_while_the_run_is_under_way_stays() {
        UUID ana = quiet("r8", "ana", YEAR + 1);
        switchOn(rules.set(RetentionKind.HEARD, "r8", YEAR, MARTA));

        RetentionRun run = night(10, () -> {
            world.meets("r8", "ana");
            return false;
        });

        assertThat(run.erased()).isZero();
        assertThat(isErased(ana)).isFalse();
    }

    @Test
    void whoever_said_something_about_messages_within_the_time_stays() {
        UUID ana = quiet("r9", "ana", YEAR + 1);
        UUID ruleId = rules.set(RetentionKind.HEARD, "r9", YEAR, MARTA);

        consents.state(ana, List.of(Saying.no(Saying.OFFERS, daysAgo(YEAR + 1))), null, MARTA);
        assertThat(retention.dryRun(ruleId).total()).isEqualTo(1);
        consents.state(ana, List.of(Saying.no(Saying.OFFERS, daysAgo(10))), null, MARTA);
        assertThat(retention.dryRun(ruleId).total()).isZero();
    }

    @Test
    void whoever_said_how_they_want_to_be_written_to_within_the_time_stays() {
        UUID ana = quiet("r9-wish", "ana", YEAR + 1);
        UUID ruleId = rules.set(RetentionKind.HEARD, "r9-wish", YEAR, MARTA);

        consents.state(ana, List.of(), Saying.wants(Saying.nothing(), daysAgo(YEAR + 1)), MARTA);
        assertThat(retention.dryRun(ruleId).total()).isEqualTo(1);
        consents.state(ana, List.of(), Saying.wants(Saying.nothing(), daysAgo(10)), MARTA);
        assertThat(retention.dryRun(ruleId).total()).isZero();
    }

    @Test
    void whoever_asked_for_all_that_is_known_of_them_within_the_time_stays() {
        UUID ana = quiet("r9-export", "ana", YEAR + 1);
        UUID ruleId = rules.set(RetentionKind.HEARD, "r9-export", YEAR, MARTA);

        exports.request(ana);
        assertThat(retention.dryRun(ruleId).total()).isZero();
        database.sql("update customer.export set requested_at = ? where customer_id = ?")
                .params(daysAgo(YEAR + 1).atOffset(ZoneOffset.UTC), ana)
                .update();
        assertThat(retention.dryRun(ruleId).total()).isEqualTo(1);
    }

    @Test
    void whoever_another_module_still_needs_stays() {
        UUID ana = quiet("r10", "ana", YEAR + 1);
        UUID ruleId = rules.set(RetentionKind.HEARD, "r10", YEAR, MARTA);
        switchOn(ruleId);
        database.sql("update customer.acquaintance set role = ? where subject_id = ?")
                .params(World.NEEDED, ana)
                .update();

        night();
        assertThat(isErased(ana)).isFalse();

        database.sql("update customer.acquaintance set role = null where subject_id = ?")
                .param(ana)
                .update();
        night();
        assertThat(isErased(ana)).isTrue();
    }

    @Test
    void a_rule_that_is_switched_off_stops_a_run_that_is_under_way() {
        List<UUID> quiet = IntStream.range(0, 3)
                .mapToObj(n -> quiet("r11", "quiet-" + n, YEAR + 3 - n))
                .toList();
        UUID ruleId = rules.set(RetentionKind.HEARD, "r11", YEAR, MARTA);
        switchOn(ruleId);
        var looked = new AtomicInteger();

        RetentionRun run = night(10, () -> {
            if (looked.incrementAndGet() == 2) {
                rules.switchOff(ruleId, MARTA);
            }
            return false;
        });

        assertThat(run.erased()).isEqualTo(1);
        assertThat(quiet).map(this::isErased).containsExactly(true, false, false);
    }

    @Test
    void a_run_erases_no_more_than_it_may_and_the_next_one_goes_on() {
        List<UUID> quiet = IntStream.range(0, 3)
                .mapToObj(n -> quiet("r12", "quiet-" + n, YEAR + 3 - n))
                .toList();
        switchOn(rules.set(RetentionKind.HEARD, "r12", YEAR, MARTA));

        RetentionRun first = night(2, () -> false);
        assertThat(first.outcome()).isEqualTo(Outcome.MORE_LEFT);
        assertThat(quiet).map(this::isErased).containsExactly(true, true, false);

        RetentionRun second = night(2, () -> false);
        assertThat(second.outcome()).isEqualTo(Outcome.DONE);
        assertThat(second.erased()).isEqualTo(1);
        assertThat(quiet).allMatch(this::isErased);
    }

    @Test
    void a_node_that_is_stopped_leaves_the_rest_to_the_next_night() {
        UUID ana = quiet("r13", "ana", YEAR + 1);
        switchOn(rules.set(RetentionKind.HEARD, "r13", YEAR, MARTA));

        RetentionRun run = night(10, () -> true);

        assertThat(run.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(isErased(ana)).isFalse();
        night();
        assertThat(isErased(ana)).isTrue();
    }

    @Test
    void two_nodes_at_once_do_not_erase_anybody_twice() {
        List<UUID> quiet = IntStream.range(0, 6)
                .mapToObj(n -> quiet("r14", "quiet-" + n, YEAR + 1))
                .toList();
        switchOn(rules.set(RetentionKind.HEARD, "r14", YEAR, MARTA));

        var other = CompletableFuture.runAsync(() -> retention.run(10, () -> false));
        retention.run(10, () -> false);
        assertThat(other).succeedsWithin(Duration.ofSeconds(30));

        assertThat(retention.runs(2).stream().mapToInt(RetentionRun::erased).sum())
                .isEqualTo(6);
        assertThat(quiet)
                .allSatisfy(customerId -> assertThat(
                                database.sql("select count(*) from customer.erasure where customer_id = ?")
                                        .param(customerId)
                                        .query(Long.class)
                                        .single())
                        .isEqualTo(1));
    }

    @Test
    void while_something_was_put_aside_nobody_is_erased_by_rule() {
        UUID ana = quiet("r15", "ana", YEAR + 1);
        switchOn(rules.set(RetentionKind.HEARD, "r15", YEAR, MARTA));
        database.sql("""
                insert into event_store.dead_letter (processor, position, sequence, event_type, attempts, status)
                values ('customer.directory', 1, ?, 'visit.CameBy', 1, 'PARKED')
                """).param(Ids.next()).update();
        try {
            assertThat(night().outcome()).isEqualTo(Outcome.HELD_BACK);
        } finally {
            database.sql("delete from event_store.dead_letter where processor = 'customer.directory' and position = 1")
                    .update();
        }

        assertThat(isErased(ana)).isFalse();
        assertThat(night().outcome()).isEqualTo(Outcome.DONE);
        assertThat(isErased(ana)).isTrue();
    }

    @Test
    void what_was_decided_about_a_rule_is_recorded_and_nothing_twice() {
        quiet("r16", "ana", YEAR + 1);
        UUID ruleId = rules.set(RetentionKind.HEARD, "r16", YEAR, MARTA);
        rules.set(RetentionKind.HEARD, "r16", YEAR, MARTA);
        switchOn(ruleId);
        switchOn(ruleId);
        rules.switchOff(ruleId, MARTA);
        rules.switchOff(ruleId, MARTA);

        assertThat(world.recorded(ruleId))
                .satisfiesExactly(
                        set -> assertThat(((RetentionRuleSet) set).days()).isEqualTo(YEAR),
                        on -> assertThat(((RetentionRuleSwitchedOn) on).due()).isEqualTo(1),
                        off -> assertThat(((RetentionRuleSwitchedOff) off).by()).isEqualTo(MARTA));
        assertThat(deeds.last("retention-rule").action()).isEqualTo("switched-off");
    }

    @Test
    void a_rule_whose_time_is_changed_has_to_be_looked_at_again() {
        UUID ruleId = rules.set(RetentionKind.HEARD, "r17", YEAR, MARTA);
        RetentionRule seen = rules.find(ruleId).orElseThrow();
        switchOn(ruleId);

        rules.set(RetentionKind.HEARD, "r17", 30, MARTA);

        assertThat(rules.find(ruleId).orElseThrow().switchedOn()).isFalse();
        assertThatThrownBy(() -> rules.switchOn(ruleId, seen.revision(), MARTA))
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo("retention.changed-meanwhile"));
        assertThatThrownBy(() -> rules.switchOn(Ids.next(), 1, MARTA))
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo("retention.unknown"));
    }

    @Test
    void a_night_without_a_rule_leaves_no_trace() {
        int before = retention.runs(100).size();

        retention.run(10, () -> false);

        assertThat(retention.runs(100)).hasSize(before);
    }

    /** A customer whom a source knows by a key, and of whom nothing was heard for so many days. */
    private UUID quiet(String source, String ref, int days) {
        UUID customerId = world.customerOf(world.meets(source, ref, new Identity[0]));
        wasQuiet(customerId, days);
        return customerId;
    }

    private void wasQuiet(UUID customerId, int days) {
        for (String table : List.of("acquaintance", "last_seen")) {
            database.sql("update customer." + table
                            + " set last_seen_at = now() - ? * interval '24 hours' where customer_id = ?")
                    .params(days, customerId)
                    .update();
        }
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private void switchOn(UUID ruleId) {
        rules.switchOn(ruleId, rules.find(ruleId).orElseThrow().revision(), MARTA);
    }

    private RetentionRun night() {
        return night(100, () -> false);
    }

    private RetentionRun night(int most, BooleanSupplier stopped) {
        retention.run(most, stopped);
        return retention.runs(1).stream()
                .findFirst()
                .orElse(new RetentionRun(Ids.next(), Instant.EPOCH, Outcome.DONE, 0));
    }

    private long countedIn(String source, UUID ruleId) {
        return retention.dryRun(ruleId).counts().stream()
                .filter(count -> source.equals(count.source()))
                .mapToLong(DryRun.Count::customers)
                .sum();
    }

    private boolean isErased(UUID customerId) {
        return proofs.of(customerId).isPresent();
    }
}
