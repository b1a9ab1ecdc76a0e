package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.webshell.WebShellTestApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes wrong in a real server, at the edge of what our code sees. */
@SpringBootTest(
        classes = WebShellTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ecou.api.largest-body=1MB")
@ExtendWith(OutputCaptureExtension.class)
class ContainerIT {

    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void a_body_that_says_it_is_too_large_is_refused_at_once() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofByteArray(json(TWO_MEGABYTES)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"type\":\"/problems/too-large\"");
    }

    @Test
    void a_body_that_turns_out_too_large_is_refused_while_it_is_read() throws Exception {
        HttpResponse<String> answer =
                post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json(TWO_MEGABYTES))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"type\":\"/problems/too-large\"");
    }

    @Test
    void a_body_within_the_bounds_is_taken_however_it_is_sent() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json(500))));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/samples?from=[ HTTP/1.1",
                "GET /api/samples?from=%ff%zz HTTP/1.1",
                "GET /api/%zz HTTP/1.1",
                "GET /api/%00 HTTP/1.1",
                "GET /api/..%2f HTTP/1.1",
                "GET /api/x%c3%28 HTTP/1.1",
                "GET /api HTTP/1.1",
                "FOO /api/samples HTTP/1.1",
                "TRACE /api/samples HTTP/1.1",
                "GET /api/samples?from=2026-07-01 HTTP/1.1\r\nX-Long: %LONG%",
                "POST /api/samples HTTP/1.1\r\nContent-Length: -1",
                "POST /api/samples HTTP/1.1\r\nContent-Type: nonsense\r\nContent-Length: 0",
                "POST /api/samples HTTP/1.1\r\nContent-Type: application/json;charset=klingon\r\nContent-Length: 0",
                "POST /api/uploads HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 0",
            })
    void nothing_a_program_sends_gets_more_than_a_4xx_in_problem_json(String start) throws IOException {
        String answer = exchange(start.replace("%LONG%", "x".repeat(20_000)));

        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        assertThat(answer).contains("Content-Type: application/problem+json").doesNotContain("<html", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gallery/gate?x=%zz", "/gallery/gate?lang=%ff%zz", "/nothing;here"})
    void nothing_a_reader_types_gets_more_than_a_4xx(String path) throws IOException {
        assertThat(exchange("GET " + path + " HTTP/1.1")).matches("(?s)HTTP/1\\.1 [24]\\d\\d .*");
    }

    @Test
    void a_page_that_breaks_while_it_is_written_becomes_a_page_that_says_so() throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri("/gallery/broken")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Something on our side went wrong", "Reference ")
                .doesNotContain("the beginning of a page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/half.csv", "/api/half.csv"})
    void a_file_that_breaks_in_the_middle_is_not_taken_for_a_whole_one(String path, CapturedOutput log) {
        assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);

        assertThat(log).contains("GET " + path + " failed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_client_that_hangs_up_is_no_error_of_ours(boolean inAnger, CapturedOutput log) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/samples HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{\"comment\": \"")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (inAnger) {
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(exchange("GET /api/nothing HTTP/1.1")).contains("404");

        await().during(Duration.ofMillis(300)).until(() -> !log.getOut().contains(" ERROR "));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/%zz HTTP/1.1, unreadable-request",
        "GET /api/nothing HTTP/1.1, not-found",
        "TRACE /api/samples HTTP/1.1, method-not-allowed",
    })
    void a_status_of_the_container_has_the_words_of_its_kind(String start, String code) throws IOException {
        assertThat(exchange(start)).contains("\"type\":\"/problems/" + code + "\"");
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri("/api/samples"))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String exchange(String start) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((start + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] json(int length) {
        return ("{\"comment\": \"" + "x".repeat(Math.min(length, 900_000)) + "\"" + " ".repeat(length) + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
