package cx.ecou.customer.write.consent;

import static cx.ecou.customer.write.consent.Saying.MONDAY;
import static cx.ecou.customer.write.consent.Saying.SURVEYS;
import static cx.ecou.customer.write.consent.Saying.TUESDAY;
import static cx.ecou.customer.write.consent.Saying.atMost;
import static cx.ecou.customer.write.consent.Saying.no;
import static cx.ecou.customer.write.consent.Saying.nothing;
import static cx.ecou.customer.write.consent.Saying.pausedUntil;
import static cx.ecou.customer.write.consent.Saying.rather;
import static cx.ecou.customer.write.consent.Saying.wants;
import static cx.ecou.customer.write.consent.Saying.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.customer.World;
import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Reporting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
@TestPropertySource(properties = "test.world=permissions")
class PermissionsIT {

    private static final MessageLimit ONE_A_WEEK = new MessageLimit(1, MessagePeriod.WEEK);

    @Autowired
    World world;

    @Autowired
    Consents consents;

    @Autowired
    Permissions permissions;

    @Autowired
    Merging merging;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Reporting reporting;

    @Autowired
    Clock clock;

    @Test
    void who_agreed_may_be_written_to_on_that_channel_for_that_purpose() {
        UUID ana = agreeing("p1");

        assertThat(ask(ana)).isEqualTo(Permission.YES);
        assertThat(why(ana, Purpose.MARKETING, Channel.EMAIL)).isEqualTo(Refusal.NEVER_GIVEN);
        assertThat(why(ana, Purpose.SURVEY, Channel.SMS)).isEqualTo(Refusal.NEVER_GIVEN);
    }

    @Test
    void who_withdrew_may_not() {
        UUID ana = agreeing("p2");

        consents.state(ana, List.of(no(SURVEYS, TUESDAY)), null, null);

        assertThat(ask(ana)).isEqualTo(Permission.no(Refusal.WITHDRAWN));
    }

    @Test
    void who_wants_no_messages_gets_none_whatever_they_agreed_to() {
        UUID ana = agreeing("p3");

        consents.state(ana, List.of(), wants(nothing(), TUESDAY), null);

        assertThat(ask(ana)).isEqualTo(Permission.no(Refusal.NO_MESSAGES));
    }

    @Test
    void a_pause_lasts_until_its_day_begins_where_the_company_reports() {
        UUID ana = agreeing("p4");
        LocalDate today = reporting.dayOf(clock.instant());

        consents.state(ana, List.of(), wants(pausedUntil(today.plusDays(2)), MONDAY), null);
        assertThat(ask(ana)).isEqualTo(new Permission(Refusal.PAUSED, reporting.startOf(today.plusDays(2))));

        consents.state(ana, List.of(), wants(pausedUntil(today.minusDays(1)), TUESDAY), null);
        assertThat(ask(ana)).isEqualTo(Permission.YES);
    }

    @Test
    void a_limit_counts_what_was_sent_in_the_time_before_also_to_other_parts() {
        UUID ana = agreeing("p5-a");
        UUID other = agreeing("p5-b");
        assertThat(send(other)).isTrue();
        merging.merge(ana, other, Ids.next());
        consents.state(ana, List.of(), wants(atMost(ONE_A_WEEK), TUESDAY), null);

        assertThat(why(ana, Purpose.SURVEY, Channel.EMAIL)).isEqualTo(Refusal.TOO_MANY);
        assertThat(ask(ana).until()).isAfter(clock.instant());

        database.sql("update customer.message set sent_at = sent_at - interval '8 days' where customer_id = ?")
                .param(other)
                .update();
        assertThat(ask(ana)).isEqualTo(Permission.YES);
    }

    @Test
    void asking_does_not_count() {
        UUID ana = agreeing("p6");
        consents.state(ana, List.of(), wants(atMost(ONE_A_WEEK), TUESDAY), null);

        ask(ana);

        assertThat(ask(ana)).isEqualTo(Permission.YES);
    }

    @Test
    void a_part_of_somebody_is_asked_about_as_the_whole() {
        UUID ana = agreeing("p7-a");
        UUID other = world.meets("shop", "p7-b");
        consents.state(ana, List.of(), wants(rather(Channel.SMS), TUESDAY), null);

        merging.merge(ana, other, Ids.next());

        assertThat(ask(other)).isEqualTo(Permission.YES);
        assertThat(permissions.preferredChannel(other)).contains(Channel.SMS);
    }

    @Test
    void nothing_is_sent_to_whoever_was_erased_or_is_unknown() {
        UUID gone = agreeing("p8");
        database.sql("update customer.customer set erased_at = now() where customer_id = ?")
                .param(gone)
                .update();

        assertThat(ask(gone)).isEqualTo(Permission.no(Refusal.ERASED));
        assertThatThrownBy(() -> ask(Ids.next())).isInstanceOf(DomainRuleViolation.class);
    }

    @Test
    void it_is_asked_in_the_transaction_that_sends_and_nowhere_else() {
        UUID ana = agreeing("p9");

        assertThatThrownBy(() -> permissions.maySend(ana, Purpose.SURVEY, Channel.EMAIL))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_withdrawal_that_is_being_recorded_is_waited_for_and_honoured() {
        UUID ana = agreeing("p10");

        CompletableFuture<Permission> asked = Objects.requireNonNull(transaction.execute(withdrawing -> {
            consents.state(ana, List.of(no(SURVEYS, TUESDAY)), null, null);
            var other = CompletableFuture.supplyAsync(() -> ask(ana));
            untilSomebodyWaits();
            return other;
        }));

        assertThat(asked.join()).isEqualTo(Permission.no(Refusal.WITHDRAWN));
    }

    @Test
    void a_withdrawal_comes_after_the_message_that_is_being_sent() {
        UUID ana = agreeing("p11");

        CompletableFuture<Void> withdrawn = Objects.requireNonNull(transaction.execute(sending -> {
            assertThat(permissions.maySend(ana, Purpose.SURVEY, Channel.EMAIL)).isEqualTo(Permission.YES);
            var other =
                    CompletableFuture.runAsync(() -> consents.state(ana, List.of(no(SURVEYS, TUESDAY)), null, null));
            untilSomebodyWaits();
            assertThat(permissions.maySend(ana, Purpose.SURVEY, Channel.EMAIL)).isEqualTo(Permission.YES);
            return other;
        }));

        withdrawn.join();
        assertThat(ask(ana)).isEqualTo(Permission.no(Refusal.WITHDRAWN));
    }

    @Test
    void of_two_who_send_the_last_message_at_once_one_does() {
        UUID ana = agreeing("p12");
        consents.state(ana, List.of(), wants(atMost(ONE_A_WEEK), TUESDAY), null);

        long sent = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(ana))).limit(4).toList().stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(sent).isEqualTo(1);
    }

    private UUID agreeing(String ref) {
        UUID ana = world.meets("shop", ref);
        consents.state(ana, List.of(yes(SURVEYS, MONDAY)), null, null);
        return ana;
    }

    private Permission ask(UUID customerId) {
        return Objects.requireNonNull(
                transaction.execute(status -> permissions.maySend(customerId, Purpose.SURVEY, Channel.EMAIL)));
    }

    private @Nullable Refusal why(UUID customerId, Purpose purpose, Channel channel) {
        return Objects.requireNonNull(transaction.execute(status -> permissions.maySend(customerId, purpose, channel)))
                .refusal();
    }

    /** As a module above would: asks, sends, and says so. */
    private boolean send(UUID customerId) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean may = permissions
                    .maySend(customerId, Purpose.SURVEY, Channel.EMAIL)
                    .allowed();
            if (may) {
                permissions.sent(customerId);
            }
            return may;
        }));
    }

    private void untilSomebodyWaits() {
        await().until(() -> CompletableFuture.supplyAsync(
                        () -> database.sql("""
                                select exists (select from pg_stat_activity
                                 where datname = current_database() and wait_event_type = 'Lock' and query like '%for no key update%')
                                """).query(Boolean.class).single())
                .join());
    }
}
