package cx.ecou.actionplan.web;

import cx.ecou.actionplan.events.CaseStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A form on the page of a case. */
enum Step {
    ASSIGNMENT("user-plus", "a"),
    CONTACT("phone", "c"),
    NOTES("note", "n"),
    RESOLUTION("circle-check", "e"),
    REOPENING("arrow-back-up", "o"),
    CLOSING("lock", "x");

    private final String icon;
    private final String key;

    Step(String icon, String key) {
        this.icon = icon;
        this.key = key;
    }

    public String icon() {
        return icon;
    }

    /** The single key that leads to it. */
    public String key() {
        return key;
    }

    /** As in the address: {@code /cases/<caseId>/resolution}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What can be done with a case in this state, the usual next step first. */
    static List<Step> possibleIn(CaseStatus status) {
        return switch (status) {
            case OPEN -> List.of(ASSIGNMENT, NOTES);
            case ASSIGNED -> List.of(CONTACT, NOTES, RESOLUTION, ASSIGNMENT);
            case CONTACTED -> List.of(RESOLUTION, CONTACT, NOTES, ASSIGNMENT);
            case RESOLVED -> List.of(CLOSING, NOTES, REOPENING);
            case CLOSED -> List.of(REOPENING, NOTES);
        };
    }

    /** The step that an address names, if it is possible; else the usual next one. */
    static Step chosen(CaseStatus status, @Nullable String path) {
        List<Step> possible = possibleIn(status);
        return Arrays.stream(values())
                .filter(step -> step.path().equals(path) && possible.contains(step))
                .findFirst()
                .orElse(possible.get(0));
    }
}
