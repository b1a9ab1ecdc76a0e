package cx.ecou.eventstore.seal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks along blocks and rows, and remembers the first thing of each day that does not fit. */
final class Verifying {

    private final RowDigest digest = new RowDigest();
    private final SortedMap<LocalDate, Finding> first = new TreeMap<>();
    private final @Nullable LocalDate only;
    private byte[] link;
    private long findings;
    private long sealed;

    /**
     * @param link before the first block that will come
     * @param only the day that counts; null for all
     */
    Verifying(byte[] link, @Nullable LocalDate only) {
        this.link = link;
        this.only = only;
    }

    void block(Block block, Rows rows) throws SQLException {
        if (!block.wellFormed()) {
            found(block.day(), Finding.Kind.SEAL, block.first());
            return;
        }
        if (!Arrays.equals(block.previous(), link)) {
            found(block.day(), Finding.Kind.SEAL, block.first());
        }
        byte[] previous = block.previous();
        for (long position = block.first(); position <= block.last(); position++) {
            byte[] sealedAs = block.digestOf(position);
            compare(block, position, rows.at(position, this::slippedIn), previous, sealedAs);
            previous = sealedAs;
        }
        link = previous;
    }

    private void compare(Block block, long position, @Nullable RawEvent row, byte[] previous, byte[] sealedAs) {
        sealed += counts(block.day()) ? 1 : 0;
        if (row == null) {
            found(block.day(), Finding.Kind.MISSING, position);
        } else if (!Arrays.equals(digest.of(previous, row), sealedAs)) {
            found(block.day(), Finding.Kind.ALTERED, position);
        }
    }

    void slippedIn(RawEvent row) {
        found(row.day(), Finding.Kind.INSERTED, row.position());
    }

    void found(LocalDate day, Finding.Kind kind, long position) {
        if (counts(day)) {
            findings++;
            first.putIfAbsent(day, new Finding(day, kind, position));
        }
    }

    private boolean counts(LocalDate day) {
        return only == null || only.equals(day);
    }

    SortedMap<LocalDate, Finding> first() {
        return first;
    }

    long findings() {
        return findings;
    }

    long sealed() {
        return sealed;
    }
}
