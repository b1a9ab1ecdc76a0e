package cx.ecou.insight.read.closedloop;

import java.util.List;

/**
 * The cases on which there is work to do, at one instant.
 *
 * @param open all of them
 * @param dueToday those whose customer must hear from us before the reporting day ends
 * @param overdue those whose customer should have heard from us by now
 * @param byTouchpoint the touchpoints with most open cases, most first
 */
public record OpenCases(long open, long dueToday, long overdue, List<AtTouchpoint> byTouchpoint) {

    public OpenCases {
        byTouchpoint = List.copyOf(byTouchpoint);
    }

    /**
     * The share of one touchpoint.
     *
     * @param touchpoint empty for cases whose feedback does not say
     */
    public record AtTouchpoint(String touchpoint, long open, long overdue) {}
}
