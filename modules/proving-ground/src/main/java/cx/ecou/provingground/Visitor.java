package cx.ecou.provingground;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Somebody at the door of a node, with an e-mail and a password. */
final class Visitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Visitor() {}

    /** The status with which a try to sign in is answered. */
    static int tries(Platform node, String email, String password) throws IOException, InterruptedException {
        return send(node, email, password).statusCode();
    }

    /** Signs the administrator in; the header that says so from now on, on every node. */
    static String signsIn(Platform node) throws IOException, InterruptedException {
        List<String> cookies =
                send(node, Platform.ADMIN, Platform.PASSWORD).headers().allValues("Set-Cookie");
        return "Cookie: "
                + cookies.stream()
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .filter(cookie -> cookie.startsWith("ecou="))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the administrator was not let in"));
    }

    private static HttpResponse<Void> send(Platform node, String email, String password)
            throws IOException, InterruptedException {
        String form = "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding());
    }
}
