package cx.ecou.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of the company that speaks to the API with its key. */
@TestComponent
class Program {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private String written = "0";

    Program(Environment environment) {
        this.environment = environment;
    }

    /** An answer of the API. */
    record Answer(int status, String type, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return send("POST", path, type, BodyPublishers.ofByteArray(body));
    }

    /** Reads what contains everything that this program wrote before. */
    JsonNode get(String path) throws IOException, InterruptedException {
        Answer answer = send("GET", path, "application/json", BodyPublishers.noBody());
        for (int i = 0; answer.status() == 504 && i < 20; i++) {
            answer = send("GET", path, "application/json", BodyPublishers.noBody());
        }
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer);
        }
        return answer.json();
    }

    Answer send(String method, String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + WholePlatform.KEY)
                .header("Ecou-After", written)
                .method(method, body)
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        answer.headers()
                .firstValue("Ecou-Position")
                .filter(position -> !position.equals("0"))
                .ifPresent(p -> written = p);
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }
}
