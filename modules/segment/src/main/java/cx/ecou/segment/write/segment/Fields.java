package cx.ecou.segment.write.segment;

import cx.ecou.webshell.problems.FieldChecks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, each read once; what is wrong with one is said by its path. */
final class Fields {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_SHOWN = 40;

    /** Stands for what no number type here can hold. */
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(MOST_DIGITS);

    private final String path;
    private final JsonNode object;
    private final FieldChecks checks;
    private final Set<String> known = new HashSet<>();

    Fields(String path, JsonNode object, FieldChecks checks) {
        this.path = path;
        this.object = object;
        this.checks = checks;
    }

    String path() {
        return path;
    }

    String path(String name) {
        return path + "." + name;
    }

    boolean isObject() {
        if (!object.isObject()) {
            checks.add(path, "wrong-type", "An object is expected.");
        }
        return object.isObject();
    }

    /** A word of the program; null when it is missing or there is no such word. */
    <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        JsonNode written = get(name);
        if (written == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (written.isString() && word.name().equals(written.stringValue())) {
                return word;
            }
        }
        checks.add(
                path(name),
                "unknown-value",
                "One of these is expected: "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")) + ".");
        return null;
    }

    <E extends Enum<E>> @Nullable E neededWord(String name, Class<E> words) {
        E word = word(name, words);
        if (word == null) {
            checks.missing(path(name));
        }
        return word;
    }

    /** A text that is not blank; null when it is missing or cannot be accepted. */
    @Nullable
    String text(String name) {
        JsonNode written = get(name);
        if (written != null && !written.isString()) {
            checks.add(path(name), "wrong-type", "A text is expected.");
            return null;
        }
        return written == null ? null : checks.key(path(name), written.stringValue(), RuleLimits.LONGEST_TEXT);
    }

    /** Texts that are not blank, at least one. */
    List<String> neededTexts(String name) {
        JsonNode written = get(name);
        List<String> texts = new ArrayList<>();
        if (written != null && !written.isArray()) {
            checks.add(path(name), "wrong-type", "A list of texts is expected.");
            return texts;
        }
        if (written == null || written.isEmpty()) {
            checks.missing(path(name));
            return texts;
        }
        if (written.size() > RuleLimits.MOST_VALUES) {
            checks.add(path(name), "too-many", "At most " + RuleLimits.MOST_VALUES + " values are expected.");
            return texts;
        }
        for (int i = 0; i < written.size(); i++) {
            String place = path(name) + "[" + i + "]";
            JsonNode one = written.get(i);
            String text = one.isString() ? checks.key(place, one.stringValue(), RuleLimits.LONGEST_TEXT) : null;
            if (text == null) {
                checks.missing(place);
            } else {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A number of no more digits than can be compared exactly; null when it is missing or cannot be accepted. */
    @Nullable
    BigDecimal number(String name) {
        JsonNode written = get(name);
        if (written == null) {
            return null;
        }
        if (!written.isNumber()) {
            checks.add(path(name), "wrong-type", "A number is expected.");
            return null;
        }
        BigDecimal number = Double.isFinite(written.doubleValue()) ? written.decimalValue() : BEYOND;
        if (number.precision() - number.scale() > MOST_DIGITS - MOST_DECIMALS
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            checks.add(path(name), "out-of-range", "At most 12 digits before the point and 6 behind it are expected.");
            return null;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** A whole number within bounds; null when it is missing or cannot be accepted. */
    @Nullable
    Integer whole(String name, int least, int most) {
        JsonNode written = get(name);
        if (written == null) {
            return null;
        }
        if (!written.isIntegralNumber()) {
            checks.add(path(name), "wrong-type", "A whole number is expected.");
            return null;
        }
        if (!written.canConvertToInt() || written.intValue() < least || written.intValue() > most) {
            checks.add(path(name), "out-of-range", "A whole number from " + least + " to " + most + " is expected.");
            return null;
        }
        return written.intValue();
    }

    List<Fields> objects(String name) {
        JsonNode written = get(name);
        List<Fields> all = new ArrayList<>();
        if (written != null && !written.isArray()) {
            checks.add(path(name), "wrong-type", "A list is expected.");
        } else if (written != null) {
            for (int i = 0; i < written.size(); i++) {
                all.add(new Fields(path(name) + "[" + i + "]", written.get(i), checks));
            }
        }
        return all;
    }

    /** What nobody has asked for does not belong here. */
    void refuseOthers() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
                checks.add(path(shown), "unknown-field", "There is no such field here.");
            }
        }
    }

    private @Nullable JsonNode get(String name) {
        known.add(name);
        JsonNode written = object.get(name);
        return written == null || written.isNull() ? null : written;
    }
}
