package cx.ecou.customer.write.description;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.write.description.NewDescription.NewAccount;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.FieldProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks one description and names everything that is wrong with it. */
final class Check {

    private static final int KEY_LENGTH = 200;
    private static final int WORD_LENGTH = 100;
    private static final int ADDRESS_LENGTH = 254;
    private static final int OF_A_KIND = 20;

    private final NewDescription delivered;
    private final FieldChecks checks = new FieldChecks(List.of());

    Check(NewDescription delivered) {
        this.delivered = delivered;
    }

    List<FieldProblem> problems() {
        return checks.problems();
    }

    /**
     * @param now when it was said
     * @return nothing when something is wrong
     */
    Optional<CustomerDescribed> described(Instant now) {
        String source = checks.needed("source", checks.key("source", delivered.source(), WORD_LENGTH));
        String ref = checks.needed("ref", checks.key("ref", delivered.ref(), KEY_LENGTH));
        String name = checks.key("name", delivered.name(), KEY_LENGTH);
        List<String> emails = identities("emails", delivered.emails(), ADDRESS_LENGTH, Identity::email, """
                Expected an e-mail address.""");
        List<String> phones = identities("phones", delivered.phones(), WORD_LENGTH, Identity::phone, """
                Expected a telephone number with its country, for instance +48 601 234 567.""");
        List<String> cards = identities(
                "loyaltyCards", delivered.loyaltyCards(), WORD_LENGTH, Identity::loyaltyCard, "Expected a number.");
        List<String> devices =
                identities("devices", delivered.devices(), KEY_LENGTH, Identity::device, "Expected an id.");
        String language = checks.language("language", delivered.language());
        String timeZone = timeZone();
        NewAccount account = Objects.requireNonNullElse(delivered.account(), new NewAccount(null, null));
        String accountRef = checks.key("account.ref", account.ref(), KEY_LENGTH);
        String role = checks.key("account.role", account.role(), WORD_LENGTH);
        if (accountRef == null && delivered.account() != null) {
            checks.missing("account.ref");
        }
        Map<String, String> attributes =
                checks.attributes("attributes", Objects.requireNonNullElse(delivered.attributes(), Map.of()));
        if (!checks.isSound() || source == null || ref == null) {
            return Optional.empty();
        }
        return Optional.of(new CustomerDescribed(
                Ids.derived("description", source, ref),
                CustomerSeen.subjectOf(source, ref),
                source,
                ref,
                name,
                emails,
                phones,
                cards,
                devices,
                language,
                timeZone,
                accountRef,
                role,
                attributes.isEmpty() ? null : attributes,
                now));
    }

    private @Nullable List<String> identities(
            String field,
            @Nullable List<@Nullable String> written,
            int length,
            Function<String, Optional<Identity>> read,
            String expected) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        if (written.size() > OF_A_KIND) {
            checks.add(field, "too-many", "At most " + OF_A_KIND + ", here are " + written.size() + ".");
            return null;
        }
        Set<String> sound = new LinkedHashSet<>();
        for (int i = 0; i < written.size(); i++) {
            String path = field + "[" + i + "]";
            String one = checks.needed(path, checks.key(path, written.get(i), length));
            if (one != null && read.apply(one).isEmpty()) {
                checks.add(path, "not-an-identity", expected);
            } else if (one != null) {
                sound.add(one);
            }
        }
        return List.copyOf(sound);
    }

    private @Nullable String timeZone() {
        String written = checks.key("timeZone", delivered.timeZone(), WORD_LENGTH);
        if (written == null) {
            return null;
        }
        try {
            return ZoneId.of(written).getId();
        } catch (DateTimeException e) {
            checks.add("timeZone", "not-a-time-zone", "Expected a time zone, for instance Europe/Warsaw.");
            return null;
        }
    }
}
