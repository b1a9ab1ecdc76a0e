package cx.ecou.webshell.assets;

import java.util.List;

/** The files every page loads, as {@code @assets} in a template. */
public final class Assets {

    private static final List<String> SHEETS = List.of(
            "fonts",
            "tokens",
            "base",
            "controls",
            "shell",
            "card",
            "marks",
            "figures",
            "chart",
            "list",
            "board",
            "case",
            "segment",
            "import",
            "operations",
            "developers",
            "states",
            "gate",
            "print");

    /** The style sheets in the order in which they build on each other. */
    public List<String> styles() {
        return SHEETS.stream()
                .map(sheet -> "/assets/ecou/css/" + sheet + ".css")
                .toList();
    }
}
