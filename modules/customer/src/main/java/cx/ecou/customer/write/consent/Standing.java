package cx.ecou.customer.write.consent;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts of all that a customer has said, in all their parts.
 *
 * @param consents one for each topic about which they said something, by purpose and channel
 * @param preference null when they never said anything about it
 */
public record Standing(
        List<ConsentStatement> consents, @Nullable PreferenceStatement preference) {

    public Standing {
        consents = List.copyOf(consents);
    }

    public Optional<ConsentStatement> on(Topic topic) {
        return consents.stream()
                .filter(statement -> statement.topic().equals(topic))
                .findFirst();
    }

    /** Whether the customer agrees. Who has said nothing does not. */
    public boolean agreesTo(Topic topic) {
        return on(topic).filter(ConsentStatement::given).isPresent();
    }

    public Preferences preferences() {
        return preference == null ? Preferences.NONE : preference.preferences();
    }
}
