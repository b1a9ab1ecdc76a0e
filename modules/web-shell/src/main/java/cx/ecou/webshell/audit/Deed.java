package cx.ecou.webshell.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has seen or done.
 *
 * @param action a stable word, such as {@code viewed} or {@code closed}; its text is {@code audit.action.<action>}
 * @param kind of the thing, such as {@code case}; its text is {@code audit.kind.<kind>}
 * @param id of the thing, or the name that the program has given it; null where there is none, or many
 * @param codes what else is kept, for instance by what a list was narrowed
 * @param by the account that did it, where nobody is signed in yet; else null: whoever is signed in
 */
public record Deed(
        String action,
        String kind,
        @Nullable String id,
        Codes codes,
        Outcome outcome,
        @Nullable UUID by) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Neither a space nor an @ nor a letter with an accent: nothing that somebody wrote. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** How it ended. */
    public enum Outcome {
        /** It happened. */
        DONE,
        /** It was not allowed, or what was shown was not right. */
        REFUSED,
        /** It was not even looked at: too many tries. */
        LOCKED
    }

    /** @throws IllegalArgumentException if something else than a word or an id is to be kept */
    public Deed {
        check(WORD, action);
        check(WORD, kind);
        if (id != null) {
            check(ID, id);
        }
    }

    public static Deed of(String action, String kind) {
        return new Deed(action, kind, null, Codes.NONE, Outcome.DONE, null);
    }

    public static Deed of(String action, String kind, UUID id) {
        return of(action, kind, id.toString());
    }

    /** @param name that the program has given */
    public static Deed of(String action, String kind, String name) {
        return new Deed(action, kind, name, Codes.NONE, Outcome.DONE, null);
    }

    public Deed with(Codes more) {
        return new Deed(action, kind, id, more, outcome, by);
    }

    /** The same deed, which ended otherwise. */
    public Deed but(Outcome ended) {
        return new Deed(action, kind, id, codes, ended, by);
    }

    /** The same deed of somebody who is not signed in. */
    public Deed by(UUID account) {
        return new Deed(action, kind, id, codes, outcome, account);
    }

    /** The message says nothing of what was refused: it might be personal. */
    private static void check(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("only words of the program and ids are kept: " + pattern);
        }
    }
}
