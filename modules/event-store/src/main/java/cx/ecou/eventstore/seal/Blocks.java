package cx.ecou.eventstore.seal;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes blocks of rows that come in the order of their positions. */
final class Blocks {

    private final RowDigest digest = new RowDigest();
    private final List<Block> done = new ArrayList<>();
    private final ByteArrayOutputStream digests = new ByteArrayOutputStream();
    private byte[] link;
    private byte[] previous;
    private @Nullable LocalDate day;
    private long first;
    private long last;

    /** @param link of the last row that is sealed already */
    Blocks(byte[] link) {
        this.link = link;
        this.previous = link;
    }

    void add(RawEvent row) {
        if (row.position() != last + 1 || !row.day().equals(day) || last - first + 1 >= Block.MOST_ROWS) {
            end();
            day = row.day();
            first = row.position();
            previous = link;
        }
        last = row.position();
        link = digest.of(link, row);
        digests.writeBytes(link);
    }

    private void end() {
        if (day != null) {
            done.add(new Block(first, last, day, RowDigest.VERSION, previous, digests.toByteArray()));
            digests.reset();
        }
    }

    /** All blocks; nothing may be added afterwards. */
    List<Block> finish() {
        end();
        return done;
    }
}
