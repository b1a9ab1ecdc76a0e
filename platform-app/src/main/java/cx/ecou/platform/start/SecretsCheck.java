package cx.ecou.platform.start;

import cx.ecou.platform.access.account.PasswordRules;
import cx.ecou.platform.access.key.GivenKeyRules;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/** What the operator hands in at the start must be complete and hard to guess. */
final class SecretsCheck implements StartCheck.Check {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    @Override
    public void check(Environment environment) {
        checkAdministrator(given(environment, "ecou.admin.email"), given(environment, "ecou.admin.password"));
        given(environment, "ecou.api.key").ifPresent(SecretsCheck::checkKey);
        given(environment, "ecou.url").ifPresent(SecretsCheck::checkUrl);
    }

    private static Optional<String> given(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isEmpty());
    }

    private static void checkAdministrator(Optional<String> email, Optional<String> password) {
        if (email.isPresent() != password.isPresent()) {
            throw new StartRefused("ECOU_ADMIN_EMAIL and ECOU_ADMIN_PASSWORD belong together: set both, or neither.");
        }
        email.ifPresent(SecretsCheck::checkEmail);
        password.flatMap(text -> PasswordRules.weaknessOf(text, email.orElseThrow()))
                .ifPresent(SecretsCheck::refuse);
    }

    private static void checkEmail(String email) {
        if (!EMAIL.matcher(email).matches()) {
            throw new StartRefused("ECOU_ADMIN_EMAIL is not an e-mail address: correct it.");
        }
    }

    private static void refuse(PasswordRules.Weakness weakness) {
        throw new StartRefused(
                switch (weakness) {
                    case TOO_SHORT ->
                        "ECOU_ADMIN_PASSWORD is too short: use at least " + PasswordRules.SHORTEST + " characters.";
                    case TOO_LONG ->
                        "ECOU_ADMIN_PASSWORD is too long: use at most " + PasswordRules.LONGEST + " characters.";
                    case GUESSABLE ->
                        "ECOU_ADMIN_PASSWORD is too easy to guess: use a longer one, "
                                + "for instance of four or more random words.";
                });
    }

    private static void checkKey(String key) {
        if (!GivenKeyRules.longEnough(key)) {
            throw new StartRefused("ECOU_API_KEY must have " + GivenKeyRules.SHORTEST + " to " + GivenKeyRules.LONGEST
                    + " characters: make one with `openssl rand -hex 32`.");
        }
        if (!GivenKeyRules.fitsIntoAHeader(key)) {
            throw new StartRefused("ECOU_API_KEY may hold only visible ASCII characters without spaces: "
                    + "make one with `openssl rand -hex 32`.");
        }
        if (!GivenKeyRules.variedEnough(key)) {
            throw new StartRefused("ECOU_API_KEY is too easy to guess, it has fewer than " + GivenKeyRules.DIFFERENT
                    + " different characters: make one with `openssl rand -hex 32`.");
        }
    }

    private static void checkUrl(String url) {
        if (!isHttp(url)) {
            throw new StartRefused(
                    "ECOU_URL must be the address of Ecou in a browser, such as https://cx.example.org.");
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url.strip());
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
