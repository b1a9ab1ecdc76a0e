package cx.ecou.platform.demo;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.write.customercase.AddNote;
import cx.ecou.actionplan.write.customercase.AssignCase;
import cx.ecou.actionplan.write.customercase.CloseCase;
import cx.ecou.actionplan.write.customercase.RecordContact;
import cx.ecou.actionplan.write.customercase.ReopenCase;
import cx.ecou.actionplan.write.customercase.ResolveCase;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.write.account.AccountDescriptions;
import cx.ecou.customer.write.account.NewAccount;
import cx.ecou.customer.write.description.Delivered;
import cx.ecou.customer.write.erasure.Erasing;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReactionGroup;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.processing.Reconciliation;
import cx.ecou.eventstore.rebuild.Comparison;
import cx.ecou.eventstore.rebuild.Rebuild;
import cx.ecou.eventstore.rebuild.RebuildState;
import cx.ecou.eventstore.rebuild.Rebuilds;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.People;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.write.segment.DefineSegment;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every read model of the platform is rebuilt from a year of events. */
@YearOfTheShop
class EveryReadModelIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    ObjectProvider<ReactionGroup> reactions;

    @Autowired
    Positions positions;

    @Autowired
    Ledger ledger;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    CommandGateway commands;

    @Autowired
    Erasing erasing;

    @Autowired
    AccountDescriptions companies;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @BeforeEach
    void a_case_has_seen_every_step() {
        UUID caseId = database.sql("select case_id from action_plan.case_file where status = 'CLOSED' limit 1")
                .query(UUID.class)
                .single();
        UUID me = people.with(Role.CX_MANAGER).id();
        Instant at = clock.instant();
        Stream.of(
                        new ReopenCase(caseId, "It happened again.", me, at, at.plusSeconds(3_600)),
                        new AssignCase(caseId, me, me, at),
                        new RecordContact(caseId, ContactChannel.PHONE, "Called.", me, at),
                        new AddNote(caseId, "Will come back.", me, at),
                        new ResolveCase(caseId, Outcome.RECOVERED, RootCause.DELIVERY, "Sent anew.", me, at),
                        new CloseCase(caseId, me, at))
                .forEach(commands::sendAndWait);
        companies.receive(IntStream.range(0, 120)
                .mapToObj(n -> Delivered.of(new NewAccount("shop", "company-" + n, "Company " + n, Map.of())))
                .toList());
        settle();
        everybodyWhoSpokeIsInASegment(me, at);
    }

    private void everybodyWhoSpokeIsInASegment(UUID me, Instant at) {
        UUID segmentId = UUID.fromString("5f1d4b2e-93a7-5d0e-8b64-0c7a54e3d1f2");
        Rule spoke = new Rule.Counted(Operator.AT_LEAST, 1, null, null, null, null);
        commands.sendAndWait(new DefineSegment(segmentId, "Who spoke", spoke, me, at));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.sql("select count(*) from segment.membership")
                                .query(Long.class)
                                .single())
                        .isGreaterThan(100));
        settle();
        somebodyWithACaseIsErased();
    }

    private void somebodyWithACaseIsErased() {
        UUID customerId = database.sql("""
                        select customer_id from customer.subject join customer.customer using (customer_id)
                          join action_plan.case_file using (subject_id) where erased_at is null limit 1""").query(UUID.class).single();
        erasing.erase(customerId, ErasureReason.REQUESTED, null);
        settle();
    }

    @Test
    void what_listens_to_events_is_declared_a_read_model_or_a_reaction() {
        Stream<String> declared = Stream.concat(
                rebuilds.readModels().stream().map(ReadModel::processingGroup),
                reactions.stream().map(ReactionGroup::name));

        assertThat(declared)
                .containsExactlyInAnyOrderElementsOf(
                        processing.eventProcessors().keySet());
    }

    @Test
    void whose_work_it_is_can_be_rebuilt_and_what_opens_cases_cannot() {
        assertThat(rebuilds.readModels())
                .extracting(ReadModel::processingGroup)
                .contains("action-plan.workload")
                .doesNotContain("action-plan.open-cases");
    }

    @Test
    void what_is_rebuilt_from_the_events_is_what_is_live() {
        for (ReadModel model : rebuilds.readModels()) {
            assertThat(rebuilt(model)).as(model.processingGroup()).satisfies(found -> {
                assertThat(found.identical()).as("%s", found).isTrue();
                assertThat(found.rebuiltRows()).isGreaterThan(100);
            });
        }
        reconciliation.lookAtAll();
        assertThat(rebuilds.readModels()).allMatch(model -> ledger.differences(model.processingGroup()) == 0);
    }

    @Test
    void what_was_damaged_by_hand_comes_out_right_and_is_told() {
        for (ReadModel model : rebuilds.readModels()) {
            int lost = model.tables().stream().mapToInt(this::damage).sum();

            Comparison found = rebuilt(model);

            assertThat(found.identical()).as(model.processingGroup()).isFalse();
            assertThat(found.added()).isEqualTo(lost).isGreaterThanOrEqualTo(3);
            assertThat(found.removed()).isZero();
            assertThat(rebuilt(model).identical()).isTrue();
        }
    }

    @Test
    void the_pages_answer_all_the_while() {
        Cookie browser = people.browserOf(Role.CX_MANAGER);
        var over = new AtomicBoolean();
        var reading = runAsync(() -> {
            while (!over.get()) {
                for (String page : List.of("/dashboard", "/inbox", "/cases")) {
                    assertThat(mvc.get().uri(page).cookie(browser).exchange())
                            .as(page)
                            .hasStatusOk();
                }
            }
        });

        rebuilds.readModels().forEach(this::rebuilt);

        over.set(true);
        assertThat(reading).succeedsWithin(PATIENCE);
    }

    /** @return how many rows it has lost: three, or all of fewer */
    private int damage(ModelTable table) {
        String some = " where ctid in (select ctid from " + table.live() + " order by ctid limit 3)";
        int lost = database.sql("delete from " + table.live() + some).update();
        assertThat(lost).isPositive();
        return lost;
    }

    private Comparison rebuilt(ReadModel model) {
        rebuilds.start(model.processingGroup(), "proof");
        Rebuild rebuild = await().atMost(PATIENCE)
                .until(
                        () -> rebuilds.progress(model.processingGroup()).orElseThrow(),
                        progress -> !progress.state().isActive());
        assertThat(rebuild.state()).as("%s", rebuild.failure()).isEqualTo(RebuildState.DONE);
        return Objects.requireNonNull(rebuild.comparison());
    }

    private void settle() {
        // A reaction may add events of its own, so all of them look twice.
        for (int round = 0; round < 2; round++) {
            assertThat(processing.eventProcessors().keySet())
                    .allMatch(group -> positions.await(group, positions.head(), PATIENCE));
        }
    }
}
