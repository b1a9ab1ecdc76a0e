package cx.ecou.provingground;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody at the door of a node, with an e-mail and a password. */
final class Visitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String HEADER = "Cookie: ";

    private Visitor() {}

    /** The status with which a try to sign in is answered. */
    static int tries(Platform node, String email, String password) throws IOException, InterruptedException {
        return signIn(node, email, password).statusCode();
    }

    /** Signs the administrator in; the header that says so from now on, on every node. */
    static String signsIn(Platform node) throws IOException, InterruptedException {
        return HEADER
                + cookies(signIn(node, Platform.ADMIN, Platform.PASSWORD))
                        .filter(cookie -> cookie.startsWith("ecou="))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the administrator was not let in"));
    }

    /**
     * Presses a button of a page.
     *
     * @param identity the header that says who does
     * @param action where the button leads
     * @return the status
     */
    static int presses(Platform node, String identity, String page, String action)
            throws IOException, InterruptedException {
        return send(node, identity.substring(HEADER.length()), page, action, "").statusCode();
    }

    private static HttpResponse<String> signIn(Platform node, String email, String password)
            throws IOException, InterruptedException {
        return send(node, "", "/sign-in", "/sign-in", "username=" + encoded(email) + "&password=" + encoded(password));
    }

    /** Opens the page and sends its form back with what is hidden in it, as a browser does. */
    private static HttpResponse<String> send(Platform node, String session, String path, String action, String fields)
            throws IOException, InterruptedException {
        HttpResponse<String> page =
                HTTP.send(request(node, path, session).build(), HttpResponse.BodyHandlers.ofString());
        var form = new StringBuilder(fields);
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            form.append('&').append(encoded(hidden.group(1))).append('=').append(encoded(hidden.group(2)));
        }
        String all = Stream.concat(Stream.of(session), cookies(page))
                .filter(cookie -> !cookie.isEmpty())
                .collect(Collectors.joining("; "));
        return HTTP.send(
                request(node, action, all)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Platform node, String path, String cookies) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + path));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private static Stream<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
