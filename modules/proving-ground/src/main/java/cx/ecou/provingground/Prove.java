package cx.ecou.provingground;

import java.util.Arrays;
import java.util.List;

/**
 * Proves in full what {@code docs/operations.md} promises. The words of the command line choose: {@code A1}, {@code A20};
 * without words everything is proven.
 */
public final class Prove {

    private Prove() {}

    /**
     * @param words what to prove
     * @throws Exception when a promise is broken or cannot be proven; the folders are kept then, and named
     */
    public static void main(String[] words) throws Exception {
        Workplace place = Workplace.make(System.nanoTime());
        List<String> program = QuickStart.of(place.jar(), place.folder());
        List<Promise> chosen = words.length == 0
                ? List.of(Promise.values())
                : Arrays.stream(words).map(Promise::valueOf).toList();
        int broken = 0;
        for (Promise promise : chosen) {
            var ground = new Ground(program, place.folder().resolve(promise.name()), place.full(), place.seed());
            broken += promise.prove(ground, Report.onTheConsole()).broken().size();
        }
        if (broken > 0) {
            throw new IllegalStateException("promises are broken; see above");
        }
        place.clear();
    }
}
