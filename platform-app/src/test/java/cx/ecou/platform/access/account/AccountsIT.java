package cx.ecou.platform.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.session.PageSessions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class AccountsIT {

    @Autowired
    Accounts accounts;

    @Autowired
    PageSessions sessions;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobody() {
        jdbc.sql("truncate access.account cascade").update();
    }

    @Test
    void a_colleague_is_known_to_the_modules_with_role_touchpoints_and_availability() {
        Person ana = people.with(Role.CX_AGENT);
        accounts.change(ana.id(), "Ana", Role.CX_AGENT, Set.of("delivery", "returns"), true);

        assertThat(accounts.all())
                .containsExactly(new Colleague(ana.id(), "Ana", Role.CX_AGENT, Set.of("delivery", "returns"), true));
    }

    @Test
    void nothing_is_given_to_somebody_who_has_not_accepted_the_invitation() {
        Person invited = people.invitedAs(Role.CX_AGENT);

        assertThat(accounts.find(invited.id()))
                .hasValueSatisfying(c -> assertThat(c.available()).isFalse());
    }

    @Test
    void a_closed_account_is_left_out_of_the_list_but_still_named_in_history() {
        people.with(Role.ADMIN);
        Person gone = people.with(Role.CX_AGENT);

        accounts.close(gone.id());

        assertThat(accounts.all()).extracting(Colleague::id).doesNotContain(gone.id());
        assertThat(accounts.find(gone.id()))
                .hasValueSatisfying(c -> assertThat(c.available()).isFalse());
    }

    @Test
    void an_email_has_one_account_however_it_is_written() {
        accounts.add("ana@example.org", "Ana", Role.CX_AGENT, Set.of());

        assertThatThrownBy(() -> accounts.add("Ana@Example.org", "Another", Role.CX_AGENT, Set.of()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void the_last_administrator_can_be_neither_closed_nor_demoted() {
        Person admin = people.with(Role.ADMIN);
        people.invitedAs(Role.ADMIN);

        assertThatThrownBy(() -> accounts.close(admin.id()))
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class, e -> assertThat(e.code()).isEqualTo("account.last-admin"));
        assertThatThrownBy(() -> accounts.change(admin.id(), "x", Role.EXECUTIVE, Set.of(), true))
                .isInstanceOf(DomainRuleViolation.class);
        assertThat(accounts.account(admin.id()))
                .hasValueSatisfying(a -> assertThat(a.role()).isEqualTo(Role.ADMIN));
    }

    @Test
    void two_administrators_who_demote_each_other_at_the_same_moment_leave_one() throws Exception {
        for (int round = 0; round < 10; round++) {
            nobody();
            Person first = people.with(Role.ADMIN);
            Person second = people.with(Role.ADMIN);

            atOnce(() -> demote(second), () -> demote(first));

            assertThat(accounts.everybody())
                    .filteredOn(a -> a.role() == Role.ADMIN)
                    .hasSize(1);
        }
    }

    @Test
    void a_new_role_a_new_password_and_closing_end_all_sessions_of_the_account() {
        people.with(Role.ADMIN);
        Person ana = people.with(Role.CX_AGENT);

        assertThat(endsSessions(ana, () -> accounts.change(ana.id(), "Ana", Role.CX_AGENT, Set.of(), false)))
                .isFalse();
        assertThat(endsSessions(ana, () -> accounts.change(ana.id(), "Ana", Role.CX_MANAGER, Set.of(), false)))
                .isTrue();
        assertThat(endsSessions(ana, () -> accounts.changePassword(ana.id(), "hash")))
                .isTrue();
        assertThat(endsSessions(ana, () -> accounts.close(ana.id()))).isTrue();
    }

    @Test
    void a_closed_account_has_no_credentials_until_it_is_opened_again() {
        people.with(Role.ADMIN);
        Person ana = people.with(Role.CX_AGENT);

        accounts.close(ana.id());
        assertThat(accounts.credentials(ana.email())).isEmpty();

        accounts.reopen(ana.id());
        assertThat(accounts.credentials(ana.email())).isPresent();
    }

    @Test
    void one_may_choose_a_language_and_go_back_to_the_browsers() {
        Person ana = people.with(Role.CX_AGENT);

        accounts.changeProfile(ana.id(), "Ana", Locale.forLanguageTag("pl"), true);
        assertThat(accounts.account(ana.id()).orElseThrow().language()).isEqualTo(Locale.forLanguageTag("pl"));

        accounts.changeProfile(ana.id(), "Ana", null, true);
        assertThat(accounts.account(ana.id()).orElseThrow().language()).isNull();
    }

    @Test
    void an_account_describes_itself_without_name_and_email() {
        Person ana = people.with(Role.CX_AGENT);

        assertThat(accounts.account(ana.id()).orElseThrow().toString())
                .doesNotContain(ana.email(), "Person")
                .contains("CX_AGENT");
    }

    private boolean endsSessions(Person person, Runnable change) {
        String token = sessions.open(person.id());
        change.run();
        return sessions.find(token).isEmpty();
    }

    private @Nullable Void demote(Person person) {
        try {
            accounts.change(person.id(), "x", Role.EXECUTIVE, Set.of(), true);
        } catch (DomainRuleViolation e) {
            assertThat(e.code()).isEqualTo("account.last-admin");
        }
        return null;
    }

    private static void atOnce(Callable<@Nullable Void> one, Callable<@Nullable Void> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<@Nullable Void> done : threads.invokeAll(List.of(one, other))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
