package cx.ecou.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.People.Person;
import cx.ecou.platform.access.PlatformTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class LivePagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Announcements announcements;

    @Autowired
    LiveStreams streams;

    @Autowired
    PlatformTransactionManager transactions;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Stream> opened = new ArrayList<>();
    private Browser browser = new Browser(0);

    /** An open page: what it has heard so far, and whether the server has ended it. */
    private static final class Stream {

        private final InputStream body;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        Stream(InputStream body) {
            this.body = body;
            var ear = new Thread(this::listen);
            ear.setDaemon(true);
            ear.start();
        }

        private void listen() {
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> line.startsWith("data:"))
                        .map(line -> line.substring("data:".length()))
                        .forEach(heard::add);
            } catch (IOException | UncheckedIOException e) {
                heard.add("broken");
            } finally {
                ended = true;
            }
        }
    }

    @BeforeEach
    void signedIn() {
        Person ana = people.with(Role.CX_AGENT);
        browser = new Browser(port);
        browser.signIn(ana.email(), People.PASSWORD);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Stream stream : opened) {
            stream.body.close();
        }
    }

    @Test
    void a_page_hears_of_its_topics_and_of_no_others() {
        Stream page = listenTo("test.a,test.b");

        announcements.announce("test.c");
        announcements.announce("test.a");
        announcements.announce("test.b");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(page.heard).containsExactlyInAnyOrder("test.a", "test.b"));
    }

    @Test
    void a_hundred_changes_in_a_moment_are_told_once_or_twice() {
        Stream page = listenTo("test.busy,test.last");

        for (int n = 0; n < 100; n++) {
            announcements.announce("test.busy");
        }
        announcements.announce("test.last");

        await().atMost(PATIENCE).until(() -> page.heard.contains("test.last"));
        assertThat(page.heard).filteredOn("test.busy"::equals).hasSizeBetween(1, 4);
    }

    @Test
    void what_was_rolled_back_is_not_told() {
        Stream page = listenTo("test.undone,test.done");

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            announcements.announce("test.undone");
            status.setRollbackOnly();
        });
        announcements.announce("test.done");

        await().atMost(PATIENCE).until(() -> page.heard.contains("test.done"));
        assertThat(page.heard).containsExactly("test.done");
    }

    @Test
    void of_many_streams_of_one_browser_the_oldest_is_ended() {
        Stream first = listenTo("test.many");
        for (int n = 0; n < LiveStreams.PER_SESSION; n++) {
            listenTo("test.many");
        }

        await().atMost(PATIENCE).until(() -> first.ended);
        assertThat(opened).filteredOn(stream -> stream.ended).containsExactly(first);
    }

    @Test
    void a_page_that_has_gone_is_forgotten() throws IOException {
        int before = streams.open();
        Stream page = listenTo("test.gone");
        assertThat(streams.open()).isEqualTo(before + 1);

        page.body.close();

        await().atMost(PATIENCE).until(() -> {
            announcements.announce("test.gone");
            return streams.open() <= before;
        });
    }

    @Test
    void nobody_listens_without_signing_in() {
        assertThat(new Browser(port)
                        .with("Accept", "text/event-stream")
                        .get("/live?topics=test.a")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void only_names_of_topics_are_listened_to() {
        for (String topics : List.of("", "A", "x%20y", "a,b,c,d,e,f,g,h,i,j,k", "x".repeat(101))) {
            assertThat(browser.get("/live?topics=" + topics).status())
                    .as(topics)
                    .isEqualTo(400);
        }
        assertThat(browser.get("/live").status()).isEqualTo(400);
    }

    private Stream listenTo(String topics) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live?topics=" + topics))
                .header("Cookie", "ecou=" + browser.cookies().get("ecou"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .join();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        var stream = new Stream(response.body());
        opened.add(stream);
        return stream;
    }
}
