package cx.ecou.insight.web;

import cx.ecou.insight.read.closedloop.OpenCases;
import cx.ecou.webshell.components.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is being done, as it is read.
 *
 * @param change of the share contacted in time, only a real one
 * @param touchpoints where the open cases come from, most first
 */
record LoopView(OpenCases cases, ShareView inTime, @Nullable Change change, List<AtTouchpoint> touchpoints) {

    /** @param name null for cases whose feedback does not say */
    record AtTouchpoint(@Nullable String name, long open, long overdue) {}

    static LoopView of(Dashboard.Loop loop, Wording wording) {
        return new LoopView(
                loop.cases(),
                ShareView.inTime(loop, wording),
                loop.change() == null
                        ? null
                        : Change.points(
                                loop.change().difference(), loop.change().difference() > 0),
                loop.cases().byTouchpoint().stream()
                        .map(at -> new AtTouchpoint(
                                at.touchpoint().isEmpty() ? null : at.touchpoint(), at.open(), at.overdue()))
                        .toList());
    }
}
