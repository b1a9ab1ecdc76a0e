package cx.ecou.webshell.problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the fields of one delivery and gathers everything that is wrong with it. */
public final class FieldChecks {

    private static final int SEARCH_LENGTH = 200;
    private static final int WORD_LENGTH = 100;
    private static final int ATTRIBUTES = 50;
    private static final int ATTRIBUTE_LENGTH = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final List<FieldProblem> problems;

    /** @param found what is known to be wrong already */
    public FieldChecks(Collection<FieldProblem> found) {
        this.problems = new ArrayList<>(found);
    }

    /** What has been found so far. */
    public List<FieldProblem> problems() {
        return problems;
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    /** @throws InvalidInput when anything was found */
    public void insist() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /**
     * A word by which things are found again: without spaces around it, empty counts as missing.
     *
     * @return null when it is missing or cannot be accepted
     */
    public @Nullable String key(String field, @Nullable String value, int length) {
        return value == null || value.isBlank() ? null : text(field, value.strip(), length, false);
    }

    /**
     * A text that can be stored and shown: neither too long nor with characters that cannot be seen.
     *
     * @param linesAllowed whether it may have several lines
     * @return null when it cannot be accepted
     */
    public @Nullable String text(String field, String value, int length, boolean linesAllowed) {
        if (value.length() > length) {
            add(field, "too-long", "At most " + length + " characters, here are " + value.length() + ".");
            return null;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean line = c == '\n' || c == '\r' || c == '\t';
            if ((Character.isISOControl(c) && !(line && linesAllowed)) || isLoneSurrogate(value, i)) {
                add(field, "control-character", "Character " + (i + 1) + " cannot be shown.");
                return null;
            }
        }
        return value;
    }

    private static boolean isLoneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    /** What is looked for, without spaces around it; null when it is missing or cannot be looked for. */
    public @Nullable String searched(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > SEARCH_LENGTH || value.indexOf('\0') >= 0) {
            add(field, "not-searchable", "At most " + SEARCH_LENGTH + " characters that can be shown.");
            return null;
        }
        return value.strip();
    }

    /** A language tag (BCP 47); null when it is missing or cannot be accepted. */
    public @Nullable String language(String field, @Nullable String value) {
        String language = key(field, value, WORD_LENGTH);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            add(field, "not-a-language", "Expected a language tag, for instance pl or pt-BR.");
            return null;
        }
        return language;
    }

    /**
     * Further facts by name, in the order of their names: the same ones are the same, in whichever order they came.
     *
     * @param values those without a value are left out
     * @return what can be accepted of them
     */
    public Map<String, String> attributes(String field, Map<String, ? extends @Nullable String> values) {
        if (values.size() > ATTRIBUTES) {
            add(field, "too-many", "There are at most " + ATTRIBUTES + " attributes.");
            return Map.of();
        }
        Map<String, String> sound = new TreeMap<>();
        values.forEach((name, value) -> {
            String soundName = key(field, name, WORD_LENGTH);
            String soundValue = value == null ? null : text(field + "." + shown(name), value, ATTRIBUTE_LENGTH, true);
            if (soundName != null && soundValue != null) {
                sound.put(soundName, soundValue);
            }
        });
        return sound;
    }

    /**
     * One of a list of constants, which is named as the constant is.
     *
     * @return null when it is missing or none of them
     */
    public <E extends Enum<E>> @Nullable E choice(String field, @Nullable String value, List<E> offered) {
        String name = needed(field, key(field, value, WORD_LENGTH));
        for (E one : offered) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        if (name != null) {
            add(
                    field,
                    "unknown-value",
                    "One of these is expected: "
                            + offered.stream().map(Enum::name).collect(Collectors.joining(", ")) + ".");
        }
        return null;
    }

    /** The value, which must not be missing. */
    public @Nullable String needed(String field, @Nullable String value) {
        if (value == null) {
            missing(field);
        }
        return value;
    }

    /** The field is missing, unless something else is wrong with it already. */
    public void missing(String field) {
        if (problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            add(field, "required", "The field is needed.");
        }
    }

    /** As in {@link FieldProblem}. */
    public void add(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
    }

    /** A name that a caller chose, short enough to stand in an answer. */
    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
