package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.postgres.OwnersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The wrapping keys beside the embedded database: a file of Ecou's folder that only its owner can read, with one key a line, the one in
 * use first.
 */
public record WrappingKeyFile(Path path) {

    /** The file of Ecou's folder. */
    public static WrappingKeyFile in(Path home) {
        return new WrappingKeyFile(home.resolve("wrapping-key").toAbsolutePath().normalize());
    }

    boolean exists() {
        return Files.exists(path);
    }

    String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new WrappingKeyNotUsable("The wrapping key in the file " + path
                    + " cannot be read: put the file back, or let Ecou read it.");
        }
    }

    /** The keys in it. */
    List<String> keys() {
        return split(read());
    }

    /** Keys are separated by white space or commas. */
    static List<String> split(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** Puts keys before those that are here, each once. */
    void addAll(List<String> newer) {
        Set<String> all = new LinkedHashSet<>(newer);
        List<String> before = exists() ? keys() : List.of();
        all.addAll(before);
        if (!List.copyOf(all).equals(before)) {
            write(List.copyOf(all));
        }
    }

    /** Whole or not at all, on disk, and at no moment readable for others. */
    void write(List<String> keys) {
        try {
            OwnersFile.write(path, String.join("\n", keys) + "\n");
        } catch (IOException e) {
            throw new WrappingKeyNotUsable("The file " + path + " cannot be written: let Ecou write it.");
        }
    }
}
