package cx.ecou.provingground;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Makes descriptions of customers as a shop would send them; many are described again and again, with something new. */
final class CustomerMaker {

    private static final int CUSTOMERS = 200_000;

    private final SplittableRandom random;
    private long made;

    CustomerMaker(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number of descriptions, one a line. */
    synchronized byte[] lines(int count) {
        var lines = new StringBuilder(count * 220);
        for (int i = 0; i < count; i++) {
            append(lines, random.nextInt(CUSTOMERS));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(StringBuilder json, int customer) {
        json.append("{\"source\":\"crm\",\"ref\":\"c-").append(customer);
        json.append("\",\"name\":\"Customer ").append(customer);
        json.append("\",\"emails\":[\"customer-").append(customer).append("@example.org\"]");
        json.append(",\"phones\":[\"+48 6").append(10_000_000 + customer).append("\"]");
        json.append(",\"language\":\"").append(FeedbackMaker.LANGUAGES[customer % FeedbackMaker.LANGUAGES.length]);
        json.append("\",\"timeZone\":\"Europe/Warsaw\",\"attributes\":{\"orders\":\"")
                .append(++made)
                .append("\"}}\n");
    }
}
