package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a client sends: a named answer in the 400s, nothing half-stored, never a 5xx. */
@WholePlatform
class BadInputIT {

    private static final String FEEDBACK = "/api/v1/feedback";
    private static final String BATCH = "/api/v1/feedback/batch";
    private static final String FAR_AWAY = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(utf8("+1000000-01-01T00:00:00Z 018f0000-0000-7000-8000-000000000000"));
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    @Autowired
    Program program;

    @Autowired
    JdbcClient database;

    private long before;

    @BeforeEach
    void count_what_is_stored() {
        before = stored();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"bodies", "scores", "fields", "batches", "queries"})
    void is_named_and_stores_nothing(
            String what, String method, String path, String type, byte[] body, int status, String code)
            throws Exception {
        Program.Answer answer = program.send(method, path, type, BodyPublishers.ofByteArray(body));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"/problems/", code)
                .doesNotContain("Exception", "tools.jackson", "cx.ecou", "org.spring");
        assertThat(stored()).isEqualTo(before);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                bad("no body", FEEDBACK, "", 400, "body-required"),
                bad("blanks", FEEDBACK, "   ", 400, "body-required"),
                bad("no JSON", FEEDBACK, "feedback=good", 400, "unreadable-json"),
                bad("XML", FEEDBACK, "<feedback/>", 400, "unreadable-json"),
                bad("cut off", FEEDBACK, "{\"source\":\"s\"", 400, "unreadable-json"),
                bad("two values", FEEDBACK, sound() + sound(), 400, "unreadable-json"),
                bad("trailing comma", FEEDBACK, sound().replace("}]}", "}],}"), 400, "unreadable-json"),
                bad("single quotes", FEEDBACK, sound().replace('"', '\''), 400, "unreadable-json"),
                bad("a comment in JSON", FEEDBACK, "/* hi */" + sound(), 400, "unreadable-json"),
                bad("NaN", FEEDBACK, sound().replace("9}", "NaN}"), 400, "unreadable-json"),
                bad("Infinity", FEEDBACK, sound().replace("9}", "-Infinity}"), 400, "unreadable-json"),
                bad("leading zero", FEEDBACK, sound().replace("9}", "09}"), 400, "unreadable-json"),
                bad(
                        "a raw line break in a text",
                        FEEDBACK,
                        sound().replace("\"s\"", "\"s\n\""),
                        400,
                        "unreadable-json"),
                bad("an array instead of one", FEEDBACK, "[" + sound() + "]", 400, "wrong-type"),
                bad("a number instead of one", FEEDBACK, "42", 400, "wrong-type"),
                bad("null", FEEDBACK, "null", 400, "wrong-type"),
                bad("ten thousand brackets", FEEDBACK, "[".repeat(10_000), 400, ""),
                bad(
                        "an attribute ten thousand deep",
                        FEEDBACK,
                        with("\"attributes\":" + "{\"a\":".repeat(10_000)),
                        400,
                        "unreadable-json"),
                bytes(
                        "broken UTF-8",
                        FEEDBACK,
                        JSON,
                        latin1(with("\"comment\":\"\u00ff\u00fe\"")),
                        400,
                        "unreadable-json"),
                bytes(
                        "overlong UTF-8",
                        FEEDBACK,
                        JSON,
                        latin1(with("\"comment\":\"\u00c0\u0080\"")),
                        400,
                        "control-character"),
                bytes("wrong media type", FEEDBACK, "text/plain", utf8(sound()), 415, "unsupported-media-type"),
                bytes(
                        "a form",
                        FEEDBACK,
                        "application/x-www-form-urlencoded",
                        utf8("source=s"),
                        415,
                        "unsupported-media-type"),
                bytes("a file", FEEDBACK, "multipart/form-data; boundary=x", upload(), 415, "unsupported-media-type"),
                bytes(
                        "a file in a batch",
                        BATCH,
                        "multipart/mixed; boundary=x",
                        upload(),
                        415,
                        "unsupported-media-type"),
                bytes("lines to the single one", FEEDBACK, LINES, utf8(sound()), 415, "unsupported-media-type"),
                bad(
                        "ten megabytes of comment",
                        FEEDBACK,
                        with("\"comment\":\"" + "x".repeat(10 << 20) + "\""),
                        400,
                        "too-long"),
                arguments("too large a body", "POST", FEEDBACK, JSON, new byte[40 << 20], 413, "too-large"));
    }

    static Stream<Arguments> scores() {
        return Stream.of(
                score("NPS of eleven", "{\"metric\":\"NPS\",\"value\":11}", "off-scale"),
                score("NPS below nought", "{\"metric\":\"NPS\",\"value\":-0.5}", "off-scale"),
                score("NPS in quarters", "{\"metric\":\"NPS\",\"value\":8.25}", "off-scale"),
                score("NPS on another scale", "{\"metric\":\"NPS\",\"value\":3,\"scale\":\"1-5\"}", "wrong-scale"),
                score("a number of 400 digits", "{\"metric\":\"NPS\",\"value\":" + "9".repeat(400) + "}", "off-scale"),
                score(
                        "an exponent that would fill the memory",
                        "{\"metric\":\"NPS\",\"value\":1e999999999}",
                        "off-scale"),
                score("CSAT without a scale", "{\"metric\":\"CSAT\",\"value\":3}", "required"),
                score("CSAT off its scale", "{\"metric\":\"CSAT\",\"value\":6,\"scale\":\"1-5\"}", "off-scale"),
                score("CSAT of a half", "{\"metric\":\"CSAT\",\"value\":3.5,\"scale\":\"1-5\"}", "off-scale"),
                score("a scale upside down", "{\"metric\":\"CES\",\"value\":3,\"scale\":\"7-1\"}", "not-a-scale"),
                score("a scale of words", "{\"metric\":\"CES\",\"value\":3,\"scale\":\"low-high\"}", "not-a-scale"),
                score("an unknown metric", "{\"metric\":\"JOY\",\"value\":3}", "unknown-metric"),
                score("no metric", "{\"value\":3}", "required"),
                score("no value", "{\"metric\":\"NPS\"}", "required"),
                score("a value in words", "{\"metric\":\"NPS\",\"value\":\"nine\"}", "wrong-type"),
                score("true as a value", "{\"metric\":\"NPS\",\"value\":true}", "wrong-type"),
                score(
                        "the same metric twice",
                        "{\"metric\":\"NPS\",\"value\":3},{\"metric\":\"NPS\",\"value\":4}",
                        "duplicate-metric"),
                score("a score that is a number", "3", "wrong-type"));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                bad("an unknown field", FEEDBACK, with("\"mood\":\"good\""), 400, "unknown-field"),
                bad("a field twice", FEEDBACK, with("\"source\":\"other\""), 400, "duplicate-field"),
                bad("no source", FEEDBACK, sound().replace("\"source\":\"s\",", ""), 400, "required"),
                bad("a blank external id", FEEDBACK, sound().replace("\"e\"", "\" \""), 400, "required"),
                bad("a number as source", FEEDBACK, sound().replace("\"s\"", "7"), 400, "wrong-type"),
                bad(
                        "a source of 300 letters",
                        FEEDBACK,
                        sound().replace("\"s\"", "\"" + "s".repeat(300) + "\""),
                        400,
                        "too-long"),
                bad("an unknown kind", FEEDBACK, sound().replace("SURVEY", "RUMOUR"), 400, "unknown-kind"),
                bad(
                        "an instant in words",
                        FEEDBACK,
                        sound().replace("2026-07-26T10:00:00Z", "yesterday"),
                        400,
                        "not-an-instant"),
                bad("a day that does not exist", FEEDBACK, sound().replace("07-26", "02-30"), 400, "not-an-instant"),
                bad("an instant without a zone", FEEDBACK, sound().replace("00Z", "00"), 400, "not-an-instant"),
                bad("next year", FEEDBACK, sound().replace("2026", "2099"), 400, "in-the-future"),
                bad("the year 1500", FEEDBACK, sound().replace("2026", "1500"), 400, "too-early"),
                bad(
                        "neither score nor comment",
                        FEEDBACK,
                        sound().replace("{\"metric\":\"NPS\",\"value\":9}", ""),
                        400,
                        "nothing-said"),
                bad(
                        "a character that cannot be shown",
                        FEEDBACK,
                        with("\"comment\":\"a\\u0007b\""),
                        400,
                        "control-character"),
                bad("a zero character", FEEDBACK, with("\"comment\":\"a\\u0000b\""), 400, "control-character"),
                bad("half of an emoji", FEEDBACK, with("\"comment\":\"a\\ud83d\""), 400, "control-character"),
                bad(
                        "a language that is none",
                        FEEDBACK,
                        with("\"language\":\"Polish, please\""),
                        400,
                        "not-a-language"),
                bad("a customer who is a text", FEEDBACK, with("\"customer\":\"Ana\""), 400, "wrong-type"),
                bad(
                        "an address that is none",
                        FEEDBACK,
                        with("\"customer\":{\"email\":\"ana at home\"}"),
                        400,
                        "not-an-address"),
                bad(
                        "an unknown field of the customer",
                        FEEDBACK,
                        with("\"customer\":{\"phone\":\"1\"}"),
                        400,
                        "unknown-field"),
                bad("attributes that are a list", FEEDBACK, with("\"attributes\":[1]"), 400, "wrong-type"),
                bad("a hundred attributes", FEEDBACK, with(attributes(100)), 400, "too-many"));
    }

    static Stream<Arguments> batches() {
        return Stream.of(
                bad("a batch of one object", BATCH, sound(), 400, "wrong-type"),
                bad("a batch that is cut off", BATCH, "[" + sound() + ",", 400, "unreadable-json"),
                bad("a batch broken at its end", BATCH, "[" + sound() + "]x", 400, "unreadable-json"),
                bad("no batch at all", BATCH, "", 400, "body-required"),
                bad("5,001 items", BATCH, "[" + many(5_001, ",") + "]", 400, "too-many-items"),
                bytes("5,001 lines", BATCH, LINES, utf8(many(5_001, "\n")), 400, "too-many-items"),
                bytes("a batch of CSV", BATCH, "text/csv", utf8("source,score"), 415, "unsupported-media-type"));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                call("wrong method", "DELETE", FEEDBACK, 405, "method-not-allowed"),
                call("an unknown address", "GET", "/api/v1/feedbacks", 404, "not-found"),
                call(
                        "an unknown feedback",
                        "GET",
                        FEEDBACK + "/018f0000-0000-7000-8000-000000000000",
                        404,
                        "not-found"),
                call("an id that is none", "GET", FEEDBACK + "/seven", 400, ""),
                call("a limit of nought", "GET", FEEDBACK + "?limit=0", 400, "out-of-range"),
                call("a limit of a million", "GET", FEEDBACK + "?limit=1000000", 400, "out-of-range"),
                call("a limit in words", "GET", FEEDBACK + "?limit=many", 400, "limit"),
                call("a cursor of one's own", "GET", FEEDBACK + "?cursor=page2", 400, "unreadable-cursor"),
                call("an unknown parameter", "GET", FEEDBACK + "?colour=red", 400, "unknown-parameter"),
                call("a day that is none", "GET", FEEDBACK + "?from=2026-13-01", 400, "from"),
                call("a day out of all time", "GET", FEEDBACK + "?to=%2B999999999-12-31", 400, "unreadable-parameter"),
                call("a score of a billion digits", "GET", FEEDBACK + "?minScore=1e999999999", 400, "minScore"),
                call(
                        "a cursor to a time that never was",
                        "GET",
                        FEEDBACK + "?cursor=" + FAR_AWAY,
                        400,
                        "unreadable-cursor"),
                call("an unknown KPI", "GET", "/api/v1/kpis/joy", 404, "not-found"),
                call(
                        "a KPI from the last to the first day",
                        "GET",
                        "/api/v1/kpis/nps?from=2026-07-02&to=2026-07-01",
                        400,
                        "from"),
                call("an unknown grouping", "GET", "/api/v1/kpis/nps?groupBy=moon", 400, "groupBy"),
                call("an as-of that is none", "GET", "/api/v1/kpis/nps?asOf=lately", 400, "asOf"),
                call("an as-of before all time", "GET", "/api/v1/kpis/nps?asOf=-999999999-01-01T00:00Z", 400, "asOf"),
                call(
                        "an as-of after all time",
                        "GET",
                        "/api/v1/kpis/nps?asOf=%2B999999999-12-31T23:59:59Z",
                        400,
                        "asOf"),
                call(
                        "a cursor from before all time",
                        "GET",
                        "/api/v1/cases?cursor=b18tOTk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWl80OTllZjJhMS0yZDE1LTUxOTAtOWNlNy1mMzk3YjJkODA4ZDM",
                        400,
                        "cursor"),
                call("an unknown case", "GET", "/api/v1/cases/018f0000-0000-7000-8000-000000000000", 404, "not-found"),
                call("an unknown status", "GET", "/api/v1/cases?status=LOST", 400, "status"));
    }

    @Test
    void a_compressed_bomb_is_refused_before_it_is_opened() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 256; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }

        Program.Answer answer = program.send(program.request(BATCH)
                .header("Authorization", "Bearer " + WholePlatform.KEY)
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb.toByteArray()))
                .build());

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("content-encoding-not-supported");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_wrong_key_opens_nothing(String header) throws Exception {
        Program.Answer answer = program.send(program.request(FEEDBACK)
                .header("Authorization", header)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(sound()))
                .build());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(stored()).isEqualTo(before);
    }

    static Stream<String> keys() {
        return Stream.of(
                "Bearer ",
                "Bearer wrong",
                "Basic YWRtaW46YWRtaW4=",
                "Bearer " + WholePlatform.KEY + "x",
                "Bearer ecou_018f00000000700080000000_secret",
                "Bearer " + "k".repeat(5_000));
    }

    @Test
    void a_connection_that_dies_in_the_middle_of_a_batch_stores_nothing() throws Exception {
        byte[] batch = utf8("[" + many(2_000, ",") + "]");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), program.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(utf8("POST " + BATCH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + WholePlatform.KEY + "\r\nContent-Length: " + batch.length
                    + "\r\n\r\n"));
            out.write(batch, 0, batch.length / 2);
            out.flush();
            socket.setSoLinger(true, 0);
        }

        assertThat(program.post(FEEDBACK, sound().replace("\"e\"", "\"after the dead\""))
                        .status())
                .isEqualTo(201);
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> feedback() == 1);
    }

    private long feedback() {
        return database.sql("select count(*) from event_store.domain_event where payload like '%\"bad-input\"%'")
                .query(Long.class)
                .single();
    }

    private long stored() {
        return database.sql("select count(*) from event_store.domain_event where payload_type like 'feedback.%'")
                .query(Long.class)
                .single();
    }

    private static Arguments bad(String what, String path, String body, int status, String code) {
        return bytes(what, path, JSON, utf8(body), status, code);
    }

    private static Arguments bytes(String what, String path, String type, byte[] body, int status, String code) {
        return arguments(what, "POST", path, type, body, status, code);
    }

    private static Arguments score(String what, String scores, String code) {
        return bad(what, FEEDBACK, sound().replace("{\"metric\":\"NPS\",\"value\":9}", scores), 400, code);
    }

    private static Arguments call(String what, String method, String path, int status, String code) {
        return arguments(what, method, path, JSON, new byte[0], status, code);
    }

    private static byte[] upload() {
        return utf8("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nx\r\n--x--\r\n");
    }

    private static String sound() {
        return """
            {"source":"s","externalId":"e","kind":"SURVEY","occurredAt":"2026-07-26T10:00:00Z","channel":"bad-input","scores":[{"metric":"NPS","value":9}]}""";
    }

    private static String with(String member) {
        return sound().replace("\"channel\"", member + ",\"channel\"");
    }

    private static String many(int count, String between) {
        return IntStream.range(0, count)
                .mapToObj(n -> sound().replace("\"e\"", "\"m-" + n + "\""))
                .collect(Collectors.joining(between));
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "\"a" + n + "\":\"x\"")
                .collect(Collectors.joining(",", "\"attributes\":{", "}"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
