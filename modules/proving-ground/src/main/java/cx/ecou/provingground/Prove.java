package cx.ecou.provingground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Proves in full what {@code docs/operations.md} promises. The words of the command line choose: {@code A1}, {@code A20};
 * without words everything is proven.
 */
public final class Prove {

    private static final long SEED = Long.getLong("ecou.seed", System.nanoTime());
    private static final boolean SHORT = Boolean.getBoolean("ecou.short");

    private Prove() {}

    /**
     * @param words what to prove
     * @throws Exception when a promise is broken or cannot be proven; the folders are kept then, and named
     */
    public static void main(String[] words) throws Exception {
        Path jar = Path.of(System.getProperty("ecou.jar", "platform-app/target/ecou.jar"))
                .toAbsolutePath();
        Path folder = Files.createTempDirectory("proving-ground");
        List<String> program = QuickStart.of(jar, folder);
        List<Promise> chosen = words.length == 0
                ? List.of(Promise.values())
                : Arrays.stream(words).map(Promise::valueOf).toList();
        int broken = 0;
        for (Promise promise : chosen) {
            var ground = new Ground(program, folder.resolve(promise.name()), !SHORT, SEED);
            broken += promise.prove(ground).broken().size();
        }
        if (broken > 0) {
            throw new IllegalStateException("promises are broken; see above");
        }
    }
}
