package cx.ecou.customer.events;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something by which a customer is recognised in any source, written so that equal ones are equal: an address in lower case
 * and composed, a domain in its ASCII form, a telephone number with its country.
 *
 * @param value personal; it never appears in a log
 */
public record Identity(IdentityKind kind, String value) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");
    private static final Normalizer2 COMPOSED = Normalizer2.getNFKCInstance();
    private static final IDNA DOMAINS =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    /** An e-mail address; nothing when it is none. */
    public static Optional<Identity> email(String written) {
        String composed = COMPOSED.normalize(written.strip()).toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(composed).matches()) {
            return Optional.empty();
        }
        int at = composed.indexOf('@');
        return domain(composed.substring(at + 1))
                .map(domain -> new Identity(IdentityKind.EMAIL, composed.substring(0, at) + "@" + domain));
    }

    private static Optional<String> domain(String written) {
        if (written.chars().allMatch(c -> c < 128)) {
            return Optional.of(written);
        }
        var problems = new IDNA.Info();
        String ascii =
                DOMAINS.nameToASCII(written, new StringBuilder(), problems).toString();
        return problems.hasErrors() ? Optional.empty() : Optional.of(ascii);
    }

    /**
     * A telephone number; nothing when it is none.
     *
     * @param written with its country: {@code +48 601 234 567}
     */
    public static Optional<Identity> phone(String written) {
        try {
            PhoneNumber number = PHONES.parse(written.strip(), null);
            return PHONES.isValidNumber(number)
                    ? Optional.of(new Identity(IdentityKind.PHONE, PHONES.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The number of a loyalty card, without spaces and in upper case. */
    public static Optional<Identity> loyaltyCard(String written) {
        String compact = written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return compact.isEmpty() ? Optional.empty() : Optional.of(new Identity(IdentityKind.LOYALTY_CARD, compact));
    }

    /** The id of a device, as it is. */
    public static Optional<Identity> device(String written) {
        String id = written.strip();
        return id.isEmpty() ? Optional.empty() : Optional.of(new Identity(IdentityKind.DEVICE, id));
    }

    @Override
    public String toString() {
        return "Identity[" + kind + ", •••]";
    }
}
