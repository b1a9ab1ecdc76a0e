package cx.ecou.segment.automation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the rule of a segment has been asked.
 *
 * @param revision for which all customers have been asked, or are being asked
 * @param complete whether all have been
 * @param askedUpTo up to whom, in the order of their ids
 * @param sweptAt up to when it was looked who leaves a window of time
 * @param nextSequence of the next event of its memberships
 * @param lastAt moment of the last one
 */
record Judgement(
        UUID segmentId,
        int revision,
        boolean complete,
        @Nullable UUID askedUpTo,
        Instant sweptAt,
        long nextSequence,
        Instant lastAt) {

    /** Before anybody was asked. */
    static Judgement begin(UUID segmentId, int revision, Instant now) {
        return new Judgement(segmentId, revision, false, null, now, 0, Instant.EPOCH);
    }

    /** All are to be asked anew. */
    Judgement anew(int changedRevision, Instant now) {
        return new Judgement(segmentId, changedRevision, false, null, now, nextSequence, lastAt);
    }

    Judgement asked(@Nullable UUID upTo, boolean all) {
        return new Judgement(segmentId, revision, all, upTo, sweptAt, nextSequence, lastAt);
    }

    Judgement swept(Instant upTo) {
        return new Judgement(segmentId, revision, complete, askedUpTo, upTo, nextSequence, lastAt);
    }

    Judgement recorded(int events, Instant at) {
        return new Judgement(segmentId, revision, complete, askedUpTo, sweptAt, nextSequence + events, at);
    }
}
