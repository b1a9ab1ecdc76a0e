package cx.ecou.insight.web.customer;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.ConsentGiven;
import cx.ecou.customer.events.ConsentWithdrawn;
import cx.ecou.customer.events.PreferencesChanged;
import cx.ecou.customer.events.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer agrees to now, and how they want to be written to.
 *
 * @param consents what counts, by purpose and channel
 * @param preference null when they never said
 */
record Agreements(List<Consent> consents, @Nullable PreferencesChanged preference) {

    /** @param textVersion of the text that was agreed to */
    record Consent(
            Purpose purpose,
            Channel channel,
            boolean given,
            Instant at,
            @Nullable String textVersion) {

        static Stream<Consent> of(Object event) {
            if (event instanceof ConsentGiven said) {
                return Stream.of(new Consent(said.purpose(), said.channel(), true, said.at(), said.textVersion()));
            }
            return event instanceof ConsentWithdrawn said
                    ? Stream.of(new Consent(said.purpose(), said.channel(), false, said.at(), null))
                    : Stream.of();
        }
    }

    /** The latest statement counts; of two at one moment the withdrawal, or the one that wants no messages. */
    static Agreements of(List<Object> consents, List<Object> preferences) {
        Map<String, Consent> standing = new LinkedHashMap<>();
        consents.stream()
                .flatMap(Consent::of)
                .sorted(Comparator.comparing(Consent::at).reversed().thenComparing(Consent::given))
                .forEach(said -> standing.putIfAbsent(said.purpose() + " " + said.channel(), said));
        return new Agreements(
                standing.values().stream()
                        .sorted(Comparator.comparing(Consent::purpose).thenComparing(Consent::channel))
                        .toList(),
                preferences.stream()
                        .filter(PreferencesChanged.class::isInstance)
                        .map(PreferencesChanged.class::cast)
                        .max(Comparator.comparing(PreferencesChanged::at).thenComparing(PreferencesChanged::noMessages))
                        .orElse(null));
    }
}
