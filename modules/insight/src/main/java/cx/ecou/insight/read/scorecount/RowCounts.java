package cx.ecou.insight.read.scorecount;

import java.util.Comparator;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/**
 * How often each row of the roll-up was counted. A row takes 24 bytes and some room beside it: a hash table of plain numbers
 * with open addressing, of which three quarters are filled at most.
 */
final class RowCounts {

    private static final int SMALLEST = 1 << 10;
    private static final int WIDTH = 3;

    /** Three numbers for each place, side by side: both parts of the key, and the count; 0 where nothing stands. */
    private long[] places = new long[WIDTH * SMALLEST];

    private int size;

    /** One more answer. */
    void add(long first, long second) {
        add(first, second, 1);
    }

    private void add(long first, long second, long count) {
        int place = place(first, second);
        if (places[place + 2] == 0) {
            places[place] = first;
            places[place + 1] = second;
            size++;
        }
        places[place + 2] += count;
        if (size > capacity() / 4 * 3) {
            grow();
        }
    }

    private int capacity() {
        return places.length / WIDTH;
    }

    /** How many rows they are. */
    int size() {
        return size;
    }

    /** All of them in no order. */
    void forEach(ObjLongConsumer<PackedRow> row) {
        filled().forEach(place -> row.accept(at(place), places[place + 2]));
    }

    /** All of them in the order in which everybody writes them. */
    void forEachInOrder(ObjLongConsumer<PackedRow> row) {
        filled().boxed()
                .sorted(Comparator.<Integer>comparingLong(place -> places[place])
                        .thenComparingLong(place -> places[place + 1]))
                .forEach(place -> row.accept(at(place), places[place + 2]));
    }

    private IntStream filled() {
        return IntStream.range(0, capacity()).map(number -> number * WIDTH).filter(place -> places[place + 2] > 0);
    }

    private PackedRow at(int place) {
        return new PackedRow(places[place], places[place + 1]);
    }

    /** Where a row stands, or is to stand. */
    private int place(long first, long second) {
        int last = capacity() - 1;
        int number = spread(first, second) & last;
        while (places[number * WIDTH + 2] != 0
                && (places[number * WIDTH] != first || places[number * WIDTH + 1] != second)) {
            number = number + 1 & last;
        }
        return number * WIDTH;
    }

    /** Rows of one scope are alike but for a few bits; all of these reach the lowest ones. */
    private static int spread(long first, long second) {
        long mixed = (first * 0x9E3779B97F4A7C15L ^ second) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32 ^ mixed >>> 49);
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        size = 0;
        for (int place = 0; place < before.length; place += WIDTH) {
            if (before[place + 2] > 0) {
                add(before[place], before[place + 1], before[place + 2]);
            }
        }
    }

    @Override
    public String toString() {
        return size + " rows, " + filled().mapToLong(place -> places[place + 2]).sum() + " answers";
    }
}
