package cx.ecou.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.Browser.Answer;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.PlatformTest;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** In a world of its own: others move the clock, and a rebuild begins when the clock says so. */
@PlatformTest
@TestPropertySource(properties = "test.world=read-models")
class ReadModelsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser = new Browser(0);

    @BeforeEach
    void an_administrator_signs_in() {
        browser = people.signIn(Role.ADMIN, port);
    }

    @Test
    void a_read_model_is_rebuilt_and_says_whether_it_came_out_the_same() {
        String page = "/operations/read-models";
        Answer begun = browser.submit(page, page + "/feedback.inbox/rebuild", Map.of());

        assertThat(begun.header("Location")).isEqualTo(page);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(row(page, "feedback.inbox").text()).contains("done", "the same", "Person"));
        assertThat(browser.get(page).page().select("#read-models").hasAttr("hx-get"))
                .isFalse();
    }

    @Test
    void a_rebuild_that_is_not_possible_is_refused_with_the_reason() {
        browser.withTokenOf("/profile");

        Answer unknown = browser.post("/operations/read-models/nobody/rebuild", Map.of());
        Answer idle = browser.post("/operations/read-models/insight.figures/cancellation", Map.of());

        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.page().text()).contains("There is no read model nobody.");
        assertThat(idle.page().text()).contains("No rebuild of insight.figures is under way.");
    }

    private Element row(String path, String head) {
        return browser.get(path).row(head);
    }
}
