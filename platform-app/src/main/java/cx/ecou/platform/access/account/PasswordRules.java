package cx.ecou.platform.access.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a password must be: long, and hard to guess (NIST SP 800-63B, 3.1.1.2). No rules about digits and signs: they
 * make passwords worse. How hard it is to guess is estimated by zxcvbn, which knows common passwords, words, names,
 * keyboard rows and dates; 3 of 4 means more than 10⁸ guesses.
 */
public final class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;
    private static final int ENOUGH = 3;
    /** zxcvbn takes quadratic time; what makes a password strong stands in its first characters. */
    private static final int MEASURED = 64;

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordRules() {}

    /** Why a password is refused; its code is the key of a text. */
    public enum Weakness {
        TOO_SHORT("password-too-short"),
        TOO_LONG("password-too-long"),
        GUESSABLE("password-guessable");

        private final String code;

        Weakness(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param known what anybody would try first: the e-mail, the name
     * @return empty if the password is good enough
     */
    public static Optional<Weakness> weaknessOf(String password, String... known) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        return strength(password, known) < ENOUGH ? Optional.of(Weakness.GUESSABLE) : Optional.empty();
    }

    private static int strength(String password, String... known) {
        List<String> words = Stream.concat(Stream.of("ecou"), Stream.of(known).flatMap(PasswordRules::words))
                .toList();
        String measured = password.substring(0, Math.min(MEASURED, password.length()));
        return ESTIMATE.measure(measured, words).getScore();
    }

    private static Stream<String> words(String known) {
        return Stream.concat(Stream.of(known), Stream.of(known.split("[^\\p{L}\\p{N}]+", -1)))
                .filter(word -> word.length() > 2);
    }
}
