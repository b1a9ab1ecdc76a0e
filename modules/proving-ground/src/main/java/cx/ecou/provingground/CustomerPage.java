package cx.ecou.provingground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long the page of a customer takes for somebody who is signed in, when there are very many. Those whom it shows came in over HTTP
 * and went through everything; one page in five is that of somebody who has said more than a hundred things.
 */
final class CustomerPage {

    private static final int AT_ONCE = 500;
    private static final int TALKATIVE_EVERY = 5;

    private static final String SHOWN = """
            select customer_id from insight.subject where source = '%s' and feedback %s 50 order by md5(ref || '%d') limit %d""";

    private static final String[] LISTS = {
        "/customers",
        "/customers?q=ana",
        "/customers?q=customer-77",
        "/customers?band=NEGATIVE",
        "/customers?language=ro",
        "/customers?source=" + StoryMaker.SOURCE,
        "/customers?openCases=true"
    };

    private final Platform platform;
    private final StoryMaker maker;
    private final long seed;

    CustomerPage(Platform platform, long seed) {
        this.platform = platform;
        this.maker = new StoryMaker(seed);
        this.seed = seed;
    }

    /**
     * @param shown how many customers come in over HTTP, of whom some are looked at
     * @param others how many more there are
     * @param pages how many pages are opened
     */
    List<Line> measure(int shown, int others, int pages) throws Exception {
        tell(shown);
        platform.awaitEverything();
        new ManyCustomers(platform).add(others);
        platform.awaitEverything();
        List<String> addresses = addresses(pages);
        String session = Visitor.signsIn(platform);
        ask(session, addresses.subList(0, pages / 4));
        Samples samples = ask(session, addresses);
        String crowd =
                String.format(Locale.ROOT, "at %,d customers and %,d events", count("insight.customer"), stored());
        return List.of(
                new Line(
                        "page of a customer, " + crowd,
                        samples.millis(),
                        "–",
                        String.format(Locale.ROOT, "p95 %.1f ms", samples.percentile(95)),
                        "p95 ≤ 100 ms",
                        samples.percentile(95) <= 100),
                lists(session, pages / 10));
    }

    private void tell(int customers) throws IOException {
        try (LeanHttp http = platform.connect()) {
            for (int from = 0; from < customers; from += AT_ONCE) {
                int to = Math.min(customers, from + AT_ONCE);
                send(http, "/api/v1/customers/batch", maker.descriptions(from, to));
                send(http, "/api/v1/feedback/batch", maker.feedback(from, to));
            }
        }
    }

    private static void send(LeanHttp http, String path, byte[] lines) throws IOException {
        expect(200, http.post(path, "application/x-ndjson", lines));
    }

    private static void expect(int status, LeanHttp.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered " + answer.status() + ": " + answer.text());
        }
    }

    private List<String> addresses(int pages) throws IOException, SQLException {
        List<String> talkative = shown(">", pages / TALKATIVE_EVERY);
        List<String> others = shown("<", pages);
        var random = new SplittableRandom(seed);
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            List<String> chosen = i % TALKATIVE_EVERY == 0 ? talkative : others;
            addresses.add("/customers/" + chosen.get(random.nextInt(chosen.size())));
        }
        return addresses;
    }

    private List<String> shown(String often, int limit) throws IOException, SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection database = platform.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(SHOWN.formatted(StoryMaker.SOURCE, often, seed, limit))) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private Samples ask(String session, List<String> addresses) throws IOException {
        double[] millis = new double[addresses.size()];
        try (var http = new LeanHttp(platform.port(), session)) {
            for (int i = 0; i < millis.length; i++) {
                long begin = System.nanoTime();
                expect(200, http.get(addresses.get(i), ""));
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return Samples.of(millis);
    }

    private Line lists(String session, int times) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            addresses.addAll(List.of(LISTS));
        }
        return new Line(
                "list of these customers, newest, by words, band, language, source and open cases",
                ask(session, addresses).millis(),
                "–",
                "",
                "a figure",
                true);
    }

    private long stored() throws IOException, SQLException {
        return count("event_store.domain_event");
    }

    private long count(String table) throws IOException, SQLException {
        try (Connection database = platform.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
