package cx.ecou.platform.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was written behind a command's name: plain words, and options such as {@code --until <instant>}. */
record Words(List<String> plain, Map<String, String> options) {

    /**
     * @param known options that take a value
     * @param flags options that take none
     */
    static Words of(List<String> written, Set<String> known, Set<String> flags) {
        List<String> plain = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < written.size(); i++) {
            String word = written.get(i);
            String[] parts = word.split("=", 2);
            if (!word.startsWith("--")) {
                plain.add(word);
            } else if (flags.contains(word)) {
                options.put(word, "");
            } else if (!known.contains(parts[0])) {
                throw new CommandFailed("There is no option " + parts[0] + " here.");
            } else if (parts.length > 1) {
                options.put(parts[0], parts[1]);
            } else if (i + 1 < written.size()) {
                options.put(word, written.get(++i));
            } else {
                throw new CommandFailed("The option " + word + " needs a value.");
            }
        }
        return new Words(plain, options);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    /** The one plain word that a command needs. */
    String only(String meaning) {
        if (plain.size() != 1) {
            throw new CommandFailed("Name " + meaning + ", and nothing else.");
        }
        return plain.get(0);
    }

    void none() {
        if (!plain.isEmpty()) {
            throw new CommandFailed("The word " + plain.get(0) + " means nothing here.");
        }
    }
}
