package cx.ecou.provingground;

import java.util.ArrayList;
import java.util.List;

/**
 * What an attempt has found.
 *
 * @param counts how much was done, for instance {@code 50 kills, 104,500 acknowledged}
 * @param timings percentiles of what was measured
 * @param broken what should not have happened, a sentence each; empty when the promise was kept
 */
record Finding(String counts, String timings, List<String> broken) {

    /** What is looked for, one after the other. */
    static final class Doubts {

        private final List<String> broken = new ArrayList<>();

        /** Notes what was found when it is not what must be. */
        Doubts expect(String what, Object expected, Object found) {
            if (!expected.equals(found)) {
                broken.add(what + ": " + found + " instead of " + expected);
            }
            return this;
        }

        /** Notes a value above what is allowed. */
        Doubts atMost(String what, double limit, double found) {
            if (found > limit) {
                broken.add(what + ": " + found + ", at most " + limit + " is allowed");
            }
            return this;
        }

        /** Notes a value below what is needed. */
        Doubts atLeast(String what, double limit, double found) {
            if (found < limit) {
                broken.add(what + ": " + found + ", at least " + limit + " is needed");
            }
            return this;
        }

        Doubts found(List<String> others) {
            broken.addAll(others);
            return this;
        }

        List<String> broken() {
            return List.copyOf(broken);
        }
    }
}
