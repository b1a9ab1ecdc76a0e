package cx.ecou.insight.web;

import cx.ecou.insight.read.scorecount.Belonging;
import cx.ecou.insight.read.scorecount.Breakdown;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.webshell.components.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page is narrowed to, and to what it could be.
 *
 * @param periods to choose from; one of days only while it is chosen
 * @param chips what is on, each with the page without it
 * @param choices the members of each dimension that has any
 * @param bySegment whether it is narrowed to members of segments
 */
record FilterView(
        List<Option> periods, List<Chip> chips, List<Choice> choices, List<Option> dimensions, boolean bySegment) {

    record Chip(String label, String value, String href) {}

    /** @param chosen the first of the chosen members; null for all */
    record Choice(
            String key,
            String label,
            List<Option> members,
            @Nullable String chosen) {}

    static FilterView of(
            DashboardQuery query, Map<Dimension, List<String>> members, Map<UUID, String> segments, Wording wording) {
        Stream<Choice> ofDimensions = Arrays.stream(Dimension.values())
                .filter(dimension -> !members.getOrDefault(dimension, List.of()).isEmpty())
                .map(dimension -> choice(query, dimension, members, wording));
        return new FilterView(
                periods(query.period(), wording),
                chips(query, wording),
                Stream.concat(ofDimensions, ofSegments(query, segments, wording).stream())
                        .toList(),
                Breakdown.all()
                        .map(by -> new Option(by.key(), wording.text("by." + by.key())))
                        .toList(),
                !query.filters().segments().isEmpty());
    }

    private static List<Option> periods(Period period, Wording wording) {
        List<Option> periods = new ArrayList<>();
        for (PeriodChoice choice : PeriodChoice.values()) {
            if (choice != PeriodChoice.CUSTOM) {
                periods.add(new Option(choice.key(), wording.text("period." + choice.key())));
            }
        }
        if (period.choice() == PeriodChoice.CUSTOM) {
            periods.add(new Option(period.key(), wording.days(period.from(), period.to())));
        }
        return periods;
    }

    private static List<Chip> chips(DashboardQuery query, Wording wording) {
        List<Chip> chips = new ArrayList<>();
        query.filters()
                .members()
                .forEach((dimension, chosen) -> chosen.forEach(member -> chips.add(new Chip(
                        wording.text("dimension." + dimension.key()),
                        wording.member(dimension, member, 0),
                        new Links(query).without(dimension, member)))));
        query.filters()
                .segments()
                .forEach(segment -> chips.add(new Chip(
                        wording.text("dimension." + Belonging.SEGMENT.key()),
                        wording.segment(segment),
                        new Links(query).without(segment))));
        return chips;
    }

    /** One that is closed is offered as long as it is chosen. */
    private static Optional<Choice> ofSegments(DashboardQuery query, Map<UUID, String> kept, Wording wording) {
        Map<UUID, String> offered = new LinkedHashMap<>(kept);
        query.filters().segments().forEach(chosen -> offered.computeIfAbsent(chosen, wording::segment));
        return offered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Choice(
                        Belonging.SEGMENT.key(),
                        wording.text("dimension." + Belonging.SEGMENT.key()),
                        offered.entrySet().stream()
                                .map(segment -> new Option(segment.getKey().toString(), segment.getValue()))
                                .toList(),
                        query.filters().segments().stream()
                                .findFirst()
                                .map(UUID::toString)
                                .orElse(null)));
    }

    private static Choice choice(
            DashboardQuery query, Dimension dimension, Map<Dimension, List<String>> members, Wording wording) {
        String chosen = query.filters().members().containsKey(dimension)
                ? written(query.filters().members().get(dimension).iterator().next())
                : null;
        return new Choice(
                dimension.key(),
                wording.text("dimension." + dimension.key()),
                members.getOrDefault(dimension, List.of()).stream()
                        .map(member -> new Option(written(member), wording.member(dimension, member, 0)))
                        .toList(),
                chosen);
    }

    private static String written(String member) {
        return member.equals(Dimension.NOT_STATED) ? Links.NOT_STATED : member;
    }
}
