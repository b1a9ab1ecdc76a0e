package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import cx.ecou.eventstore.testing.TestDatabase;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.People;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What programs and people are told while the database is away. */
@WholePlatform
@ExtendWith(OutputCaptureExtension.class)
@Import(People.class)
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=1000")
class DatabaseAwayIT {

    private final JdbcClient elsewhere = JdbcClient.create(TestDatabase.fresh());

    @Autowired
    Program program;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource pool;

    private String name = "";

    @BeforeEach
    void it_is_there() throws SQLException {
        pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        name = database.sql("select current_database()").query(String.class).single();
    }

    @AfterEach
    void it_comes_back() {
        accepts(true);
    }

    @Test
    void a_program_is_told_to_send_it_again_and_then_may(CapturedOutput log) throws Exception {
        String feedback = """
                {"source": "shop", "externalId": "away-1", "kind": "SURVEY", "occurredAt": "2026-07-25T12:00:00Z",
                 "scores": [{"metric": "NPS", "value": 9}]}""";
        goesAway();

        Program.Answer refused = program.post("/api/v1/feedback", feedback);

        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.body()).contains("/problems/unavailable");
        assertThat(log).contains("POST /api/v1/feedback could not be answered: the database is away");
        it_comes_back();
        awaitAgain()
                .untilAsserted(() -> assertThat(
                                program.post("/api/v1/feedback", feedback).status())
                        .isIn(200, 201));
    }

    @Test
    void who_is_signed_in_gets_a_page_that_says_so_and_is_still_signed_in_afterwards() {
        var browser = new Browser(program.port());
        browser.cookies().put("ecou", people.browserOf(Role.CX_AGENT).getValue());
        assertThat(browser.get("/cases").status()).isEqualTo(200);
        goesAway();

        Browser.Answer page = browser.get("/cases");

        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.page().select("h1").text()).isEqualTo("Not ready yet");
        it_comes_back();
        awaitAgain()
                .untilAsserted(() -> assertThat(browser.get("/cases").status()).isEqualTo(200));
    }

    @Test
    void who_signs_in_is_not_told_that_the_password_is_wrong() {
        goesAway();

        Browser.Answer page = new Browser(program.port()).signIn("olga@example.org", "a password of hers");

        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.page().select("h1").text()).isEqualTo("Not ready yet");
    }

    /** Threads that work in the background may fail meanwhile, as they must: that is not what is waited for. */
    private static ConditionFactory awaitAgain() {
        return await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30));
    }

    private void goesAway() {
        accepts(false);
        elsewhere
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query(Boolean.class)
                .list();
    }

    private void accepts(boolean connections) {
        elsewhere
                .sql("alter database " + name + " allow_connections " + connections)
                .update();
    }
}
