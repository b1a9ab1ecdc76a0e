package cx.ecou.platform.access.session;

import org.jspecify.annotations.Nullable;

/** Where one goes after signing in: only ever a path of ours. */
public final class NextPage {

    private static final String OWN_PATH = "/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?";
    private static final String START = "/";

    private NextPage() {}

    /**
     * The wanted page, if it is a path of ours; else the start page. Refused are other sites ({@code https:},
     * {@code //host}, {@code /\host}), second header lines, and the pages by which one comes and goes.
     */
    public static String of(@Nullable String wanted) {
        return wanted != null && wanted.matches(OWN_PATH) && !wanted.startsWith("/sign-") ? wanted : START;
    }
}
