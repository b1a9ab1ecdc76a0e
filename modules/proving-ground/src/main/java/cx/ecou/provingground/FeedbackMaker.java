package cx.ecou.provingground;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes feedback of an ordinary shop: eight touchpoints, four channels, six regions, three segments, forty products; two
 * of three answers carry a comment; about one of ten is negative. The same seed makes the same feedback.
 */
final class FeedbackMaker {

    private static final String[] TOUCHPOINTS = {
        "ordering", "payment", "delivery", "returns", "store visit", "customer service", "product quality", "website"
    };
    private static final String[] CHANNELS = {"web", "email", "app", "phone"};
    private static final String[] REGIONS = {"north", "south", "east", "west", "capital", "abroad"};
    private static final String[] SEGMENTS = {"new", "regular", "gold"};
    static final String[] LANGUAGES = {"pl", "cs", "ro", "en"};

    /** One in each language. */
    static final String[] COMMENTS = {
        "Przesyłka dotarła na czas, wszystko w porządku.",
        "Kurýr přijel o den dřív, ale nezavolal předem.",
        "Montajul a fost simplu, iar instrucțiunile clare.",
        "Good range, but the filter for width does not work on my phone."
    };

    /** How often each score from 0 to 10 is given, of 100. */
    private static final int[] NPS = {1, 1, 1, 1, 1, 2, 4, 14, 25, 28, 22};

    private final AtomicLong number = new AtomicLong();
    private final SplittableRandom random;
    private final String source;
    private final Duration span;
    private Duration ago = Duration.ZERO;

    /**
     * @param source of all that is made; no two makers on one platform share it
     * @param span how far back it occurred, at most
     */
    FeedbackMaker(String source, long seed, Duration span) {
        this.source = source;
        this.random = new SplittableRandom(seed);
        this.span = span;
    }

    /** What is made from now on occurred at least so long ago. */
    synchronized void ago(Duration least) {
        ago = least;
    }

    /** A number of feedbacks, one a line. */
    synchronized byte[] lines(int count) {
        var lines = new StringBuilder(count * 330);
        for (int i = 0; i < count; i++) {
            append(lines).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    synchronized byte[] one() {
        return append(new StringBuilder(330)).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** How many were made, each under a key of its own. */
    long made() {
        return number.get();
    }

    String source() {
        return source;
    }

    private StringBuilder append(StringBuilder json) {
        int language = random.nextInt(LANGUAGES.length);
        long back = ago.toMillis() + random.nextLong(Math.max(1, span.toMillis()));
        json.append("{\"source\":\"")
                .append(source)
                .append("\",\"externalId\":\"r-")
                .append(number.incrementAndGet());
        json.append("\",\"kind\":\"SURVEY\",\"occurredAt\":\"")
                .append(Instant.now().minusMillis(back).truncatedTo(ChronoUnit.SECONDS));
        json.append("\",\"language\":\"")
                .append(LANGUAGES[language])
                .append("\",\"customer\":{\"ref\":\"c-")
                .append(random.nextInt(50_000))
                .append("\"}");
        field(json, "touchpoint", TOUCHPOINTS);
        field(json, "channel", CHANNELS);
        field(json, "region", REGIONS);
        field(json, "segment", SEGMENTS);
        json.append(",\"product\":\"p-").append(random.nextInt(40)).append('"');
        json.append(",\"scores\":[{\"metric\":\"NPS\",\"value\":").append(nps()).append('}');
        if (random.nextInt(2) == 0) {
            json.append(",{\"metric\":\"CSAT\",\"scale\":\"1-5\",\"value\":")
                    .append(3 + random.nextInt(3))
                    .append('}');
        }
        json.append(']');
        if (random.nextInt(3) > 0) {
            json.append(",\"comment\":\"").append(COMMENTS[language]).append('"');
        }
        return json.append('}');
    }

    private void field(StringBuilder json, String name, String[] values) {
        json.append(",\"")
                .append(name)
                .append("\":\"")
                .append(values[random.nextInt(values.length)])
                .append('"');
    }

    private int nps() {
        int drawn = random.nextInt(100);
        int score = 0;
        while (drawn >= NPS[score]) {
            drawn -= NPS[score++];
        }
        return score;
    }
}
