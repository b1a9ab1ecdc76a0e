package cx.ecou.provingground;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Makes customers of a shop with what they have said: of each a description and three pieces of feedback, and of one in twenty a
 * hundred more. The same seed makes the same.
 */
final class StoryMaker {

    static final String SOURCE = "shop";

    private static final int TALKATIVE = 20;
    private static final int LITTLE = 3;
    private static final int MUCH = 103;
    private static final Duration SPAN = Duration.ofDays(700);
    private final SplittableRandom random;

    StoryMaker(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Descriptions of these customers, one a line. */
    byte[] descriptions(int from, int to) {
        var lines = new StringBuilder((to - from) * 260);
        for (int customer = from; customer < to; customer++) {
            lines.append("{\"source\":\"" + SOURCE + "\",\"ref\":\"c-").append(customer);
            lines.append("\",\"name\":\"Ana Customer ").append(customer);
            lines.append("\",\"emails\":[\"ana-").append(customer).append("@example.org\"]");
            lines.append(",\"phones\":[\"+48 6").append(10_000_000 + customer).append("\"]");
            lines.append(",\"language\":\"").append(FeedbackMaker.LANGUAGES[customer % FeedbackMaker.LANGUAGES.length]);
            lines.append("\",\"timeZone\":\"Europe/Warsaw\",\"attributes\":{\"tier\":\"gold\"}}\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What each of these customers said, one a line. */
    byte[] feedback(int from, int to) {
        var lines = new StringBuilder();
        for (int customer = from; customer < to; customer++) {
            int often = customer % TALKATIVE == 0 ? MUCH : LITTLE;
            for (int i = 0; i < often; i++) {
                append(lines, customer, i);
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(StringBuilder json, int customer, int number) {
        int language = customer % FeedbackMaker.LANGUAGES.length;
        Instant on = Instant.now().minusMillis(random.nextLong(SPAN.toMillis())).truncatedTo(ChronoUnit.SECONDS);
        json.append("{\"source\":\"" + SOURCE + "\",\"externalId\":\"s-")
                .append(customer)
                .append('-')
                .append(number);
        json.append("\",\"kind\":\"SURVEY\",\"occurredAt\":\"").append(on);
        json.append("\",\"language\":\"").append(FeedbackMaker.LANGUAGES[language]);
        json.append("\",\"customer\":{\"ref\":\"c-").append(customer);
        json.append("\"},\"touchpoint\":\"delivery\",\"channel\":\"web\",\"scores\":[{\"metric\":\"NPS\",\"value\":");
        json.append(random.nextInt(10) == 0 ? random.nextInt(7) : 7 + random.nextInt(4));
        json.append("}],\"comment\":\"")
                .append(FeedbackMaker.COMMENTS[language])
                .append("\"}\n");
    }
}
