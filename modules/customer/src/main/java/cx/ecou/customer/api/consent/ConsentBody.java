package cx.ecou.customer.api.consent;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.events.StatementSource;
import cx.ecou.customer.write.consent.ConsentStatement;
import cx.ecou.customer.write.consent.Topic;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer said about one topic, as programs write and read it. */
record ConsentBody(
        @Nullable Purpose purpose,
        @Nullable Channel channel,
        @Nullable Boolean given,
        @Nullable String textVersion,
        @Nullable StatementSource source,
        @Nullable Instant at) {

    private static final Pattern VERSION = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/+-]{0,99}");

    ConsentBody {
        Required.of("purpose", purpose);
        Required.of("channel", channel);
        Required.of("source", source);
        Required.of("at", at);
        if (Required.of("given", given)) {
            check(Required.of("textVersion", textVersion));
        } else if (textVersion != null) {
            throw InvalidInput.of(
                    "textVersion", "not-expected", "Only who gives consent agrees to a text: leave this out.");
        }
    }

    static ConsentBody of(ConsentStatement said) {
        return new ConsentBody(
                said.topic().purpose(),
                said.topic().channel(),
                said.given(),
                said.textVersion(),
                said.source(),
                said.at());
    }

    ConsentStatement statement() {
        var topic = new Topic(Required.of("purpose", purpose), Required.of("channel", channel));
        return new ConsentStatement(
                topic, Required.of("given", given), textVersion, Required.of("source", source), Required.of("at", at));
    }

    private static void check(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw InvalidInput.of(
                    "textVersion",
                    "malformed",
                    "A version has 1 to 100 letters, digits, spaces, dots, slashes, dashes, plus signs or underscores,"
                            + " and begins with a letter or a digit.");
        }
    }
}
