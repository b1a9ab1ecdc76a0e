package cx.ecou.insight.web;

import cx.ecou.insight.figures.Change;
import cx.ecou.insight.figures.Figure;
import org.jspecify.annotations.Nullable;

/** A figure beside the one of the period before. */
record Compared(Figure now, Figure before) {

    /** The difference, whether or not it is real; null where a base is too small to tell. */
    @Nullable
    Change change() {
        return Change.between(before, now).orElse(null);
    }

    /** The change, if it may be called one. */
    @Nullable
    Change realChange() {
        Change change = change();
        return change != null && change.isReal() ? change : null;
    }
}
