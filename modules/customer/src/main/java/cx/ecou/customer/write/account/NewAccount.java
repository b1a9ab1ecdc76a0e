package cx.ecou.customer.write.account;

import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.webshell.problems.FieldChecks;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company as a source describes it, before anything is checked. It is all that the source knows: what is missing here is not
 * known any more.
 *
 * @param source the system
 * @param ref its key of the company
 */
public record NewAccount(
        @Nullable String source,
        @Nullable String ref,
        @Nullable String name,
        @Nullable Map<String, @Nullable String> attributes) {

    private static final int KEY_LENGTH = 200;
    private static final int WORD_LENGTH = 100;

    /** The same, said of a company that the address of the request names. */
    public NewAccount of(String source, String ref) {
        return new NewAccount(source, ref, name, attributes);
    }

    /**
     * @param checks gathers everything that is wrong
     * @param now when it was said
     * @return nothing when something is wrong
     */
    Optional<AccountDescribed> described(FieldChecks checks, Instant now) {
        String soundSource = checks.needed("source", checks.key("source", source, WORD_LENGTH));
        String soundRef = checks.needed("ref", checks.key("ref", ref, KEY_LENGTH));
        String soundName = checks.key("name", name, KEY_LENGTH);
        Map<String, String> facts = checks.attributes("attributes", Objects.requireNonNullElse(attributes, Map.of()));
        return !checks.isSound() || soundSource == null || soundRef == null
                ? Optional.empty()
                : Optional.of(new AccountDescribed(
                        AccountDescribed.accountOf(soundSource, soundRef),
                        soundSource,
                        soundRef,
                        soundName,
                        facts,
                        now));
    }
}
