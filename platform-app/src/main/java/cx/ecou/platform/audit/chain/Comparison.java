package cx.ecou.platform.audit.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks along links and their entries, and remembers what does not fit. Each link is judged for itself. */
final class Comparison {

    private static final int NAMED = 20;

    private final List<Finding> first = new ArrayList<>();
    private Link before = Link.ORIGIN;
    private long links;
    private long findings;

    /** @param entry that the link is of; null if it is gone */
    void link(Link link, @Nullable Entry entry) {
        links++;
        if (!link.follows(before)) {
            found(Finding.Kind.BROKEN, link.entryId());
        }
        if (entry == null) {
            found(Finding.Kind.MISSING, link.entryId());
        } else if (!link.fits(entry)) {
            found(Finding.Kind.ALTERED, link.entryId());
        }
        before = link;
    }

    /** An entry without a link, among those that have one. */
    void slippedIn(long entryId) {
        found(Finding.Kind.INSERTED, entryId);
    }

    private void found(Finding.Kind kind, long entryId) {
        findings++;
        first.add(new Finding(kind, entryId));
        if (first.size() > 2 * NAMED) {
            shorten();
        }
    }

    private void shorten() {
        first.sort(Comparator.comparing(Finding::entryId));
        first.subList(NAMED, first.size()).clear();
    }

    Verification result(long unlinked) {
        first.sort(Comparator.comparing(Finding::entryId));
        KnownLink newest = links == 0 ? null : new KnownLink(before.number(), before.entryId(), before.hex());
        return new Verification(links, unlinked, first.subList(0, Math.min(NAMED, first.size())), findings, newest);
    }

    long lastEntry() {
        return before.entryId();
    }
}
