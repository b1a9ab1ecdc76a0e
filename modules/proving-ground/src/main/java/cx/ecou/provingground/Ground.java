package cx.ecou.provingground;

import java.nio.file.Path;
import java.util.List;

/**
 * What a proof has to work with.
 *
 * @param program how the platform is run, from {@code java} on
 * @param folder its own, for everything it makes
 * @param full whether to do as much as was promised, or a short variant of it
 * @param seed of everything that is left to chance
 */
record Ground(List<String> program, Path folder, boolean full, long seed) {

    /** As much as was promised, or less. */
    int times(int inFull, int inShort) {
        return full ? inFull : inShort;
    }
}
