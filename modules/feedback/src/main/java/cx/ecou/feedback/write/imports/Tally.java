package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.intake.Receipt;

/**
 * How far an import has come: what became of the rows that have been read. After a crash in the middle of a list its rows
 * are met again and then count as repeated; none is recorded twice.
 *
 * @param read rows read; always the sum of the other three
 * @param accepted newly recorded, or in a check, to be recorded
 * @param repeated known before, nothing was added
 * @param rejected not recorded, each with its reasons
 */
public record Tally(long read, long accepted, long repeated, long rejected) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Receipt receipt) {
        if (receipt instanceof Receipt.Accepted) {
            return new Tally(read + 1, accepted + 1, repeated, rejected);
        }
        return receipt instanceof Receipt.Repeated
                ? new Tally(read + 1, accepted, repeated + 1, rejected)
                : new Tally(read + 1, accepted, repeated, rejected + 1);
    }
}
