package cx.ecou.feedback.web;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.read.inbox.Facet;
import cx.ecou.feedback.read.inbox.Inbox;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Place;
import cx.ecou.webshell.components.PageAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to, and where its links lead.
 *
 * @param filters the parameters that narrow, in the order of the form
 * @param choices what may be chosen, by parameter; the values of closed lists are constants, others as delivered
 * @param next the cursor of the next page
 */
record InboxView(
        Map<String, String> filters,
        Map<String, List<String>> choices,
        @Nullable String next) {

    private static final List<String> NAMES = List.of(
            "q",
            "from",
            "to",
            "band",
            "metric",
            "kind",
            "touchpoint",
            "channel",
            "source",
            "product",
            "region",
            "segment",
            "customerRef",
            "minScore",
            "maxScore");

    static InboxView of(Map<String, String> parameters, @Nullable Place next, Inbox inbox) {
        Map<String, String> filters = filters(parameters);
        return new InboxView(filters, choices(filters, inbox), next == null ? null : next.cursor());
    }

    /** Only the links, without what could be chosen. */
    static InboxView linksOf(Map<String, String> parameters) {
        return new InboxView(filters(parameters), Map.of(), null);
    }

    private static Map<String, String> filters(Map<String, String> parameters) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                filters.put(name, value.strip());
            }
        }
        return filters;
    }

    private static Map<String, List<String>> choices(Map<String, String> filters, Inbox inbox) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("band", constants(Band.values()));
        choices.put("metric", constants(Metric.values()));
        choices.put("kind", constants(FeedbackKind.values()));
        for (Facet facet : Facet.values()) {
            String name = facet.name().toLowerCase(Locale.ROOT);
            choices.put(name, withChosen(inbox.values(facet), filters.get(name)));
        }
        return choices;
    }

    private static List<String> constants(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> withChosen(List<String> values, @Nullable String chosen) {
        if (chosen == null || values.contains(chosen)) {
            return values;
        }
        return Stream.concat(Stream.of(chosen), values.stream()).toList();
    }

    /** The list without one of its filters. */
    public String without(String name) {
        return link("/inbox", without(filters, name), null);
    }

    /** The list with one filter set to a value; null takes it away. */
    public String with(String name, @Nullable String value) {
        Map<String, String> changed = without(filters, name);
        if (value != null) {
            changed.put(name, value);
        }
        return link("/inbox", changed, null);
    }

    /** One voice, with the list beside it as it is. */
    public String open(UUID feedbackId) {
        return link("/inbox/" + feedbackId, filters, null);
    }

    public String nextPage() {
        return link("/inbox", filters, next);
    }

    public String all() {
        return link("/inbox", filters, null);
    }

    /** All that the filters show, as a file. */
    public String csv() {
        return link("/inbox.csv", filters, null);
    }

    /** What the filters would show besides, recorded after that moment. */
    public String newSince(Instant moment) {
        Map<String, String> parameters = new LinkedHashMap<>(filters);
        parameters.put("since", moment.toString());
        return link("/inbox/new", parameters, null);
    }

    private static Map<String, String> without(Map<String, String> filters, String name) {
        Map<String, String> remaining = new LinkedHashMap<>(filters);
        remaining.remove(name);
        return remaining;
    }

    private static String link(String path, Map<String, String> filters, @Nullable String cursor) {
        return PageAddress.of(path).with(filters).with("cursor", cursor).toString();
    }
}
