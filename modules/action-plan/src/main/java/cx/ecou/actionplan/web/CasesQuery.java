package cx.ecou.actionplan.web;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.read.casefile.CaseFilter;
import cx.ecou.actionplan.read.casefile.CaseOrder;
import cx.ecou.actionplan.read.casefile.CasePage;
import cx.ecou.webshell.components.PageAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the board or list asks for. What cannot be read there is left out: a link is old more often than
 * evil.
 *
 * @param parameters the readable ones that narrow or order, as in the address
 */
record CasesQuery(Map<String, String> parameters) {

    static final String LIST = "list";

    private static final int LONGEST = 200;
    private static final List<String> FILTERS = List.of("q", "owner", "priority", "touchpoint", "overdue", "status");
    private static final List<String> NAMES =
            List.of("view", "q", "owner", "priority", "touchpoint", "overdue", "status", "sort");

    static CasesQuery of(Map<String, String> asked) {
        Map<String, String> readable = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = asked.get(name);
            if (value != null && !value.isBlank() && isReadable(name, value.strip())) {
                readable.put(name, value.strip());
            }
        }
        return new CasesQuery(readable);
    }

    private static boolean isReadable(String name, String value) {
        return switch (name) {
            case "view" -> value.equals(LIST);
            case "sort" -> value.equals("newest");
            case "overdue" -> value.equals("true");
            case "priority" -> isOneOf(Priority.values(), value);
            case "status" -> value.equals("all") || isOneOf(CaseStatus.values(), value);
            case "owner" -> value.equals("me") || value.equals("none") || uuid(value) != null;
            default -> value.length() <= LONGEST && value.indexOf('\0') < 0;
        };
    }

    /** The filter of the board, where the columns are the states. */
    CaseFilter filter(UUID me) {
        String owner = parameters.get("owner");
        String priority = parameters.get("priority");
        return new CaseFilter(
                Set.of(),
                owner == null ? null : owner.equals("me") ? me : uuid(owner),
                "none".equals(owner),
                priority == null ? null : Priority.valueOf(priority),
                parameters.get("touchpoint"),
                parameters.containsKey("overdue") ? true : null,
                parameters.get("q"));
    }

    /** The states that the list shows: without a wish those in which there is work to do. */
    Set<CaseStatus> statuses() {
        String status = parameters.get("status");
        if (status == null) {
            return CaseStatus.UNRESOLVED;
        }
        return status.equals("all") ? Set.of() : Set.of(CaseStatus.valueOf(status));
    }

    CaseOrder order() {
        return parameters.containsKey("sort") ? CaseOrder.NEWEST : CaseOrder.DUE;
    }

    public boolean isList() {
        return parameters.containsKey("view");
    }

    @Nullable
    public String get(String name) {
        return parameters.get(name);
    }

    /** The filters that are on, in the order in which they stand. */
    public Map<String, String> filters() {
        Map<String, String> on = new LinkedHashMap<>();
        FILTERS.forEach(name -> {
            if (parameters.containsKey(name)) {
                on.put(name, parameters.get(name));
            }
        });
        return on;
    }

    /** This address. */
    public String here() {
        return link(parameters, null);
    }

    /** The same without one parameter. */
    public String without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(name);
        return link(fewer, null);
    }

    /** The same with one parameter set. */
    public String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return link(changed, null);
    }

    /** Everything of one state, as a list. */
    public String listOf(CaseStatus status) {
        return of(with(with(parameters, "view", LIST), "status", status.name())).here();
    }

    String page(CasePage.Place next) {
        return link(parameters, next.cursor());
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return changed;
    }

    private static String link(Map<String, String> parameters, @Nullable String cursor) {
        return PageAddress.of("/cases").with(parameters).with("cursor", cursor).toString();
    }

    private static boolean isOneOf(Enum<?>[] constants, String name) {
        for (Enum<?> constant : constants) {
            if (constant.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
