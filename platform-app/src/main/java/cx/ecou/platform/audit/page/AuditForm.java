package cx.ecou.platform.audit.page;

import cx.ecou.platform.audit.ActorKind;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.components.PageAddress;
import cx.ecou.webshell.components.TypedSpan;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator chooses to find entries; empty fields do not narrow.
 *
 * @param who the id of an account or a key, or a kind of those who have none
 * @param object the id of a thing
 * @param from a day, or a moment to the minute, in the reader's time zone
 * @param until the same; a whole day is meant with all of it
 */
record AuditForm(String who, String action, String kind, String object, String from, String until) {

    private static final String PAGE = "/audit";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern OBJECT = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What a browser leaves out arrives as null. */
    AuditForm(
            @Nullable String who,
            @Nullable String action,
            @Nullable String kind,
            @Nullable String object,
            @Nullable String from,
            @Nullable String until) {
        this.who = text(who);
        this.action = text(action);
        this.kind = text(kind);
        this.object = ID.matcher(text(object)).matches() ? text(object).toLowerCase(Locale.ROOT) : text(object);
        this.from = text(from);
        this.until = text(until);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean isEmpty() {
        return (who + action + kind + object + from + until).isEmpty();
    }

    /** @throws InvalidInput with everything that is wrong */
    AuditSearch search(ZoneId zone) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<UUID> actor = ID.matcher(who).matches() ? Optional.of(UUID.fromString(who)) : Optional.empty();
        ActorKind stranger = who.isEmpty() || actor.isPresent() ? null : stranger(problems);
        check("action", action, WORD, "unknown-value", problems);
        check("kind", kind, WORD, "unknown-value", problems);
        check("object", object, OBJECT, "not-a-kept-id", problems);
        var span = TypedSpan.read(from, until, zone, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new AuditSearch(
                actor.orElse(null),
                stranger,
                action.isEmpty() ? null : action,
                kind.isEmpty() ? null : kind,
                object.isEmpty() ? null : object,
                span.from(),
                span.until());
    }

    private @Nullable ActorKind stranger(List<FieldProblem> problems) {
        for (ActorKind kind : ActorKind.values()) {
            if (kind.name().equals(who)) {
                return kind;
            }
        }
        problems.add(new FieldProblem("who", "unknown-value", "one of the list"));
        return null;
    }

    private static void check(String field, String typed, Pattern pattern, String code, List<FieldProblem> problems) {
        if (!typed.isEmpty() && !pattern.matcher(typed).matches()) {
            problems.add(new FieldProblem(field, code, "such as " + pattern));
        }
    }

    /** As the audit log keeps it: who looks up whom is known, too. */
    Codes codes() {
        Codes actor =
                ID.matcher(who).matches() ? Codes.NONE.with("who", UUID.fromString(who)) : Codes.NONE.typed("who", who);
        return actor.typed("action", action)
                .typed("kind", kind)
                .typed("object", object)
                .typed("from", from)
                .typed("until", until);
    }

    /** The address of this search. */
    public String newest() {
        return address(PAGE).toString();
    }

    /** The address of what this search finds as a file. */
    public String file() {
        return address(PAGE + ".csv").toString();
    }

    /** The address of this search behind an entry. */
    public String before(long entry) {
        return address(PAGE).with("before", String.valueOf(entry)).toString();
    }

    private PageAddress address(String path) {
        return PageAddress.of(path)
                .with("who", who)
                .with("action", action)
                .with("kind", kind)
                .with("object", object)
                .with("from", from)
                .with("until", until);
    }
}
