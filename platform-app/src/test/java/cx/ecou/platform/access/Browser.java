package cx.ecou.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser over real HTTP: keeps cookies, fills forms as they are shown, follows nothing by itself. */
public final class Browser {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Browser(int port) {
        this.base = URI.create("http://localhost:" + port);
        int number = COUNT.incrementAndGet();
        from("203.0." + number / 250 + "." + (1 + number % 250));
    }

    /** An answer as it came. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        public Document page() {
            return Jsoup.parse(body);
        }

        /** The row of a table that is headed so. */
        public Element row(String head) {
            return page().select("tbody tr").stream()
                    .filter(row -> row.select("th").text().equals(head))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row " + head + " in " + page().title()));
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public List<String> setCookies() {
            return headers.allValues("Set-Cookie");
        }
    }

    /** The proxy before us says so. */
    public Browser from(String address) {
        return with("X-Forwarded-For", address);
    }

    /** The proxy before us speaks TLS with the browser. */
    public Browser overTls() {
        return with("X-Forwarded-Proto", "https");
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser without(String header) {
        headers.remove(header);
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** What a program sends that has its key among the headers. */
    public Answer postJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Opens a page, fills its first form of that action and sends it with everything hidden in it. */
    public Answer submit(String path, String action, Map<String, String> fields) {
        Document page = get(path).page();
        Element form = page.selectFirst("main form[action='" + action + "']");
        if (form == null) {
            throw new IllegalStateException("no form " + action + " in " + page.title() + ": " + page.select("form"));
        }
        Map<String, String> all = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(hidden -> all.put(hidden.attr("name"), hidden.attr("value")));
        all.putAll(fields);
        return post(action.isEmpty() ? path : action, all);
    }

    public Answer signIn(String email, String password) {
        return submit("/sign-in", "/sign-in", Map.of("username", email, "password", password));
    }

    /** Sends with everything from now on the token that pages hold for scripts. */
    public Browser withTokenOf(String path) {
        var meta = get(path).page().select("meta[name=ecou-csrf]");
        return with(meta.attr("data-header"), meta.attr("content"));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            answer.setCookies().forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
