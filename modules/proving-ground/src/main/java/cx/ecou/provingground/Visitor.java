package cx.ecou.provingground;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the door of a node, with an e-mail and a password. */
final class Visitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

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
                        .map(Visitor::nameAndValue)
                        .filter(cookie -> cookie.startsWith("ecou="))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the administrator was not let in"));
    }

    /** Opens the page and sends its form back with what is hidden in it, as a browser does. */
    private static HttpResponse<String> send(Platform node, String email, String password)
            throws IOException, InterruptedException {
        HttpResponse<String> page = HTTP.send(request(node).build(), HttpResponse.BodyHandlers.ofString());
        var form = new StringBuilder("username=" + encoded(email) + "&password=" + encoded(password));
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            form.append('&').append(encoded(hidden.group(1))).append('=').append(encoded(hidden.group(2)));
        }
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(Visitor::nameAndValue)
                .collect(Collectors.joining("; "));
        HttpRequest.Builder filled = request(node)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        return HTTP.send(
                (cookies.isEmpty() ? filled : filled.header("Cookie", cookies)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Platform node) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + "/sign-in"));
    }

    private static String nameAndValue(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
