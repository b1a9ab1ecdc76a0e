package cx.ecou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.Passwords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The demonstration as it starts, with a tenth of its customers. */
@YearOfTheShop
class DemoIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Positions positions;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    People people;

    @Autowired
    DemoStart demonstration;

    @Autowired
    FirstStart firstStart;

    @Test
    void a_year_is_there_and_every_unhappy_customer_has_one_case() {
        settle();

        assertThat(count("select count(*) from feedback.inbox where source <> 'demo'"))
                .isBetween(1_950L, 2_000L);
        long negative = count("select count(*) from feedback.inbox where -1 in (nps_band, csat_band, ces_band)");
        assertThat(negative).isBetween(100L, 350L);
        assertThat(count("select count(*) from event_store.domain_event where payload_type = 'action-plan.CaseOpened'"))
                .isEqualTo(negative);
    }

    @Test
    void cases_tell_of_what_was_done_in_their_time() {
        assertThat(count("select count(*) from event_store.domain_event where payload_type = 'action-plan.CaseClosed'"))
                .isGreaterThan(80);
        assertThat(count("""
                        select count(*) from event_store.domain_event
                         where payload_type = 'action-plan.CaseOpened' and (payload::json ->> 'openedAt')::timestamptz < now() - interval '30 days'
                        """)).isGreaterThan(80);
    }

    @Test
    void a_second_start_adds_nothing() {
        long before = positions.head();
        Instant moment = firstStart.moment();

        demonstration.run(new DefaultApplicationArguments());

        assertThat(positions.head()).isEqualTo(before);
        assertThat(firstStart.moment()).isEqualTo(moment);
    }

    @Test
    void somebody_of_each_role_can_sign_in() {
        List<Account> everybody = accounts.everybody();

        assertThat(everybody).extracting(Account::role).contains(Role.values());
        Accounts.Credentials marek =
                accounts.credentials("marek@casaverda.example").orElseThrow();
        assertThat(passwords.matches(DemoPeople.PASSWORD, String.valueOf(marek.passwordHash())))
                .isTrue();
    }

    @Test
    void every_page_says_that_all_is_invented() {
        assertThat(mvc.get()
                        .uri("/developers")
                        .header("Accept-Language", "en")
                        .cookie(people.browserOf(Role.ADMIN))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Demonstration: all people, words and figures here are invented.");
    }

    private void settle() {
        assertThat(List.of("feedback.inbox", "action-plan.open-cases", "action-plan.cases"))
                .allMatch(group -> positions.await(group, positions.head(), PATIENCE));
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
