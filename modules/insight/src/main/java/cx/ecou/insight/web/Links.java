package cx.ecou.insight.web;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.closedloop.ClosedLoop;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.insight.read.scorecount.Belonging;
import cx.ecou.insight.read.scorecount.Breakdown;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.insight.read.scorecount.ScoreCounts;
import cx.ecou.insight.read.segment.CustomerSegments;
import cx.ecou.kernel.Band;
import cx.ecou.webshell.components.PageAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where one can go from what somebody looks at: to another view of it, to its rows as CSV, to the voices behind it. */
final class Links {

    /** How addresses write the member of feedback that does not say; an empty value means no filter. */
    static final String NOT_STATED = "-";

    private final DashboardQuery query;

    Links(DashboardQuery query) {
        this.query = query;
    }

    /** The topics of what is shown. */
    public String topics() {
        String always = ScoreCounts.TOPIC + " " + ClosedLoop.TOPIC;
        return query.concernsSegments()
                ? always + " " + Customers.PROCESSING_GROUP + " " + CustomerSegments.PROCESSING_GROUP
                : always;
    }

    public String here() {
        return to("/dashboard", query);
    }

    public String kpi(Kpi kpi) {
        return to("/dashboard", query.withKpi(kpi));
    }

    public String by(Breakdown other) {
        return to("/dashboard", query.withBy(other));
    }

    public String now() {
        return to("/dashboard", query.asKnownNow());
    }

    public String unfiltered() {
        return to("/dashboard", query.withFilters(Filters.NONE));
    }

    /** Without one member of a filter. */
    public String without(Dimension dimension, String member) {
        Map<Dimension, Set<String>> remaining = new EnumMap<>(Dimension.class);
        remaining.putAll(query.filters().members());
        Set<String> members = new LinkedHashSet<>(remaining.getOrDefault(dimension, Set.of()));
        members.remove(member);
        remaining.put(dimension, members);
        return to(
                "/dashboard",
                query.withFilters(new Filters(remaining, query.filters().segments())));
    }

    /** Without one of the segments. */
    public String without(UUID segmentId) {
        Set<UUID> remaining = new HashSet<>(query.filters().segments());
        remaining.remove(segmentId);
        return to("/dashboard", query.withFilters(new Filters(query.filters().members(), remaining)));
    }

    /** The rows behind a chart. */
    public String csv(String chart) {
        return to("/dashboard/" + chart + ".csv", query);
    }

    /** The voices of some days, of everybody or of one band. */
    public String voices(LocalDate from, LocalDate to, @Nullable Band band) {
        return inbox(from, to, band, Map.of());
    }

    /** The voices of the period at one member, the page of a segment; null where the inbox has no name for it. */
    public @Nullable String voicesAt(@Nullable String member, @Nullable Band band) {
        if (member == null || member.equals(Dimension.NOT_STATED)) {
            return null;
        }
        return query.by() instanceof Dimension dimension
                ? inbox(query.period().from(), query.period().to(), band, Map.of(dimension, member))
                : "/segments/" + member;
    }

    /** The inbox narrows each dimension to one member at most; a filter of several, or of segments, is left to the reader. */
    private String inbox(LocalDate from, LocalDate to, @Nullable Band band, Map<Dimension, String> more) {
        Map<Dimension, String> narrowed = new EnumMap<>(Dimension.class);
        query.filters().members().forEach((dimension, members) -> {
            if (members.size() == 1 && !members.contains(Dimension.NOT_STATED)) {
                narrowed.put(dimension, members.iterator().next());
            }
        });
        narrowed.putAll(more);
        PageAddress address = PageAddress.of("/inbox")
                .with("from", from.toString())
                .with("to", to.toString())
                .with("metric", query.kpi().metric().name())
                .with("band", band == null ? null : band.name());
        for (Map.Entry<Dimension, String> one : narrowed.entrySet()) {
            address = address.with(one.getKey().key(), one.getValue());
        }
        return address.toString();
    }

    /** Everything that a form must send along so that only what it asks for changes. */
    public List<Field> fieldsBut(String... left) {
        return fields(query).stream()
                .filter(field -> !Set.of(left).contains(field.name()))
                .toList();
    }

    /** A part of the address. */
    record Field(String name, String value) {}

    private static List<Field> fields(DashboardQuery query) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("kpi", query.kpi().key()));
        fields.add(new Field("period", query.period().key()));
        fields.add(new Field("by", query.by().key()));
        if (query.asOf() != null) {
            fields.add(new Field("asOf", query.asOf().toString()));
        }
        query.filters()
                .members()
                .forEach((dimension, members) -> members.forEach(
                        member -> fields.add(new Field(dimension.key(), member.isEmpty() ? NOT_STATED : member))));
        query.filters()
                .segments()
                .forEach(segment -> fields.add(new Field(Belonging.SEGMENT.key(), segment.toString())));
        return fields;
    }

    private static String to(String path, DashboardQuery query) {
        PageAddress address = PageAddress.of(path);
        for (Field field : fields(query)) {
            address = address.with(field.name(), field.value());
        }
        return address.toString();
    }
}
