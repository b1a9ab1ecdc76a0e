package cx.ecou.eventstore.privacy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys from outside the database: the first wraps new data keys, all of them unwrap. */
public final class WrappingKeys {

    private final Supplier<String> source;
    private final @Nullable WrappingKeyFile file;
    private volatile Map<Long, WrappingKey> byId = Map.of();

    private WrappingKeys(Supplier<String> source, @Nullable WrappingKeyFile file) {
        this.source = source;
        this.file = file;
    }

    /**
     * Keys that somebody hands in.
     *
     * @param text in base64, one or several between white space or commas
     * @throws WrappingKeyNotUsable when one of them is none
     */
    public static WrappingKeys of(String text) {
        var keys = new WrappingKeys(() -> text, null);
        keys.load();
        return keys;
    }

    /** Those of the file in Ecou's folder, which is made with the database. */
    public static WrappingKeys in(Path home) {
        WrappingKeyFile file = WrappingKeyFile.in(home);
        return new WrappingKeys(file::read, file);
    }

    /** Reads them (again). */
    void load() {
        Map<Long, WrappingKey> read = new LinkedHashMap<>();
        for (String text : texts()) {
            WrappingKey key = parse(text);
            read.put(key.id(), key);
        }
        if (read.isEmpty()) {
            throw new WrappingKeyNotUsable(
                    file == null
                            ? "What is personal is encrypted, and a database of your own needs a key from outside of it: set"
                                    + " ECOU_PRIVACY_WRAPPING_KEY or ECOU_PRIVACY_WRAPPING_KEY_FILE, and keep it apart from"
                                    + " backups. `openssl rand -base64 32` makes one."
                            : "There is no wrapping key in the file " + file.path()
                                    + ": put it back. Without it nothing personal can be read.");
        }
        byId = read;
    }

    private WrappingKey parse(String text) {
        try {
            return WrappingKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrappingKeyNotUsable((file == null ? "ECOU_PRIVACY_WRAPPING_KEY" : "The file " + file.path())
                    + " must hold 32 random bytes in base64: `openssl rand -base64 32` makes a key.");
        }
    }

    /** Somebody may have changed them. */
    void lookAgain() {
        if (file != null) {
            load();
        }
    }

    List<String> texts() {
        return WrappingKeyFile.split(source.get());
    }

    /** Where they can be changed; null when they are handed in. */
    @Nullable
    WrappingKeyFile file() {
        return file;
    }

    /** The one that wraps what is new. */
    WrappingKey first() {
        return byId.values().iterator().next();
    }

    List<WrappingKey> all() {
        return List.copyOf(byId.values());
    }

    Set<Long> ids() {
        return byId.keySet();
    }

    /** @throws WrappingKeyNotUsable when it is not among them, also after another look */
    WrappingKey byId(long id) {
        WrappingKey known = byId.get(id);
        if (known == null) {
            lookAgain();
            known = byId.get(id);
        }
        if (known == null) {
            throw new WrappingKeyNotUsable("A data key is wrapped by a key that this Ecou does not have.");
        }
        return known;
    }
}
