package cx.ecou.customer.web;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.write.consent.Topic;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has ticked. Only what the customer changed counts: a page that was opened before somebody else withdrew a
 * consent does not give it again.
 *
 * @param consent what is ticked, each {@code SURVEY.EMAIL}
 * @param shown what was ticked when the page was shown
 */
record ConsentForm(@Nullable List<String> consent, @Nullable List<String> shown) {

    Set<Topic> given() {
        return without(topics(consent), topics(shown));
    }

    Set<Topic> withdrawn() {
        return without(topics(shown), topics(consent));
    }

    static String written(Topic topic) {
        return topic.purpose() + "." + topic.channel();
    }

    private static Set<Topic> without(Set<Topic> some, Set<Topic> others) {
        Set<Topic> left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static Set<Topic> topics(@Nullable List<String> written) {
        return written == null
                ? Set.of()
                : written.stream().map(ConsentForm::topic).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Topic topic(String written) {
        return Arrays.stream(Purpose.values())
                .flatMap(purpose -> Arrays.stream(Channel.values()).map(channel -> new Topic(purpose, channel)))
                .filter(topic -> written(topic).equals(written))
                .findFirst()
                .orElseThrow(
                        () -> InvalidInput.of("consent", "unknown-value", "Choose one of the values in the list."));
    }
}
