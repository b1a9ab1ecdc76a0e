package cx.ecou.insight.web.customer;

import cx.ecou.insight.read.customer.TimelineEntry;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the story of a customer.
 *
 * @param title what happened
 * @param details by whom, where, until when
 * @param words as the customer or a colleague wrote them
 * @param language of the words
 * @param href the place of it; null when it has none
 */
record TimelineLine(
        TimelineEntry entry,
        String icon,
        String title,
        List<String> details,
        List<Score> scores,
        @Personal @Nullable String words,
        @Nullable String language,
        @Nullable String href) {

    static TimelineLine of(TimelineEntry entry, String icon, String title, @Nullable String... details) {
        return new TimelineLine(
                entry,
                icon,
                title,
                Arrays.stream(details).filter(Objects::nonNull).toList(),
                List.of(),
                null,
                null,
                null);
    }

    TimelineLine at(String place) {
        return new TimelineLine(entry, icon, title, details, scores, words, language, place);
    }

    TimelineLine saying(@Nullable String written, @Nullable String in) {
        return new TimelineLine(entry, icon, title, details, scores, written, in, href);
    }

    TimelineLine scoring(List<Score> given) {
        return new TimelineLine(entry, icon, title, details, given, words, language, href);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
