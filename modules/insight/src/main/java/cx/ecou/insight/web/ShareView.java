package cx.ecou.insight.web;

import cx.ecou.insight.figures.Interval;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Share;
import cx.ecou.kernel.Band;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share that stands behind the tiles, as it is read.
 *
 * @param value null when hidden or without answers
 */
record ShareView(
        String name,
        String href,
        @Nullable String value,
        @Nullable String interval,
        long n) {

    /** The ends of NPS, the easy end of CES, and the closed loop. */
    static List<ShareView> of(Dashboard dashboard, DashboardQuery query, Wording wording) {
        Bands recommending = dashboard.recommending();
        List<ShareView> shares = new ArrayList<>();
        if (!dashboard.tile(Kpi.NPS).compared().now().hidden()) {
            shares.add(of(
                    "share.promoters", voices(query, Kpi.NPS, Band.POSITIVE), recommending.positiveShare(), wording));
            shares.add(of(
                    "share.detractors", voices(query, Kpi.NPS, Band.NEGATIVE), recommending.negativeShare(), wording));
        }
        Share easy = dashboard.tile(Kpi.CES).compared().now().topShare();
        if (easy != null) {
            shares.add(of("share.easy", voices(query, Kpi.CES, Band.POSITIVE), easy, wording));
        }
        shares.add(inTime(dashboard.loop(), wording));
        return shares;
    }

    static ShareView inTime(Dashboard.Loop loop, Wording wording) {
        ShareView shown = of("share.in-time", "/cases?view=list", loop.inTime(), wording);
        return loop.hidden() ? new ShareView(shown.name(), shown.href(), null, null, shown.n()) : shown;
    }

    private static ShareView of(String key, String href, Share share, Wording wording) {
        Double percent = share.percent();
        Interval interval = share.interval();
        return new ShareView(
                wording.text(key),
                href,
                percent == null ? null : wording.share(percent),
                interval == null ? null : wording.shareInterval(interval),
                share.n());
    }

    private static String voices(DashboardQuery query, Kpi kpi, Band band) {
        Period period = query.period();
        return new Links(query.withKpi(kpi)).voices(period.from(), period.to(), band);
    }
}
