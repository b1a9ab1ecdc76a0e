package cx.ecou.insight.read.scorecount;

/**
 * To which segments, as rules make them, whoever answered belonged when they did. Not what a source calls a segment: that is
 * {@link Dimension#SEGMENT}. Somebody may belong to several, so groups overlap and do not add up.
 */
public enum Belonging implements Breakdown {
    SEGMENT;

    @Override
    public String key() {
        return "segmentId";
    }

    @Override
    public Grouping grouping() {
        return new Grouping.BySegment();
    }
}
