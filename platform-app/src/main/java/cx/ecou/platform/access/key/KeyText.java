package cx.ecou.platform.access.key;

import cx.ecou.platform.access.Secrets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as a program shows it: {@code ecou_<id>_<secret>}, or whatever text the operator gave at the start.
 *
 * @param publicId names the key; shown on the page and in no way secret
 * @param text the whole key
 */
record KeyText(String publicId, String text) {

    private static final int ID_LENGTH = 12;
    private static final int LONGEST = 512;
    private static final Pattern MADE_HERE = Pattern.compile("ecou_([0-9A-Za-z]{12})_[0-9A-Za-z]{43}");
    private static final Pattern IN_A_HEADER = Pattern.compile("[\\x21-\\x7e]{16,512}");

    static KeyText next() {
        String id = Secrets.random(ID_LENGTH);
        return new KeyText(id, "ecou_" + id + "_" + Secrets.next());
    }

    /** Empty if it cannot be a key at all. */
    static Optional<KeyText> read(String shown) {
        if (shown.length() > LONGEST || !IN_A_HEADER.matcher(shown).matches()) {
            return Optional.empty();
        }
        Matcher matcher = MADE_HERE.matcher(shown);
        return Optional.of(new KeyText(matcher.matches() ? matcher.group(1) : idOf(shown), shown));
    }

    /** A key that the operator thought up has no id in it: its hash gives one. */
    private static String idOf(String shown) {
        return "given-" + HexFormat.of().formatHex(Secrets.sha256(shown)).substring(0, ID_LENGTH);
    }

    byte[] hash() {
        return Secrets.sha256(text);
    }

    @Override
    public String toString() {
        return "KeyText[" + publicId + "]";
    }
}
