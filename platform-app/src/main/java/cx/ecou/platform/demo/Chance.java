package cx.ecou.platform.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Chance that falls the same way every time: each thing that is invented has a stream of its own, named by its number. */
final class Chance {

    private static final long SEED = 20_260_401L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SUMMANDS = 12;

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param what the kind of thing, so that the third customer and the third voice have nothing in common */
    static Chance of(String what, long number) {
        return new Chance(SEED ^ what.hashCode() * SPREAD ^ number * 0xBF58476D1CE4E5B9L);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Around a mean, as most things are; never further off than six deviations. */
    double around(double mean, double deviation) {
        double sum = -SUMMANDS / 2.0;
        for (int i = 0; i < SUMMANDS; i++) {
            sum += random.nextDouble();
        }
        return mean + deviation * sum;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> T weighted(List<T> all, ToIntFunction<T> weight) {
        int left = random.nextInt(all.stream().mapToInt(weight).sum());
        for (T one : all) {
            left -= weight.applyAsInt(one);
            if (left < 0) {
                return one;
            }
        }
        throw new IllegalStateException("the weights change while they are summed");
    }
}
