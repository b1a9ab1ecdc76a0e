package cx.ecou.eventstore;

import java.util.regex.Pattern;

/**
 * A table of a read model, as its projection names it when it writes. Readers name the table as it is.
 *
 * <pre>{@code
 * static final ModelTable INBOX = new ModelTable("feedback", "inbox");
 * …
 * "insert into " + INBOX.target() + " (feedback_id, comment) …"
 * }</pre>
 *
 * @param schema of the module
 */
public record ModelTable(String schema, String name) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** @throws IllegalArgumentException when a name would have to be quoted */
    public ModelTable {
        if (!PLAIN.matcher(schema).matches() || !PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name: " + schema + "." + name);
        }
    }

    /** The table that is read. */
    public String live() {
        return schema + "." + name;
    }

    /** The table that is to be written now: the one that is read, or its copy when the events come from a rebuild. */
    public String target() {
        Shadow shadow = Shadow.beingWritten();
        return shadow == null ? live() : shadow.copyOf(this);
    }
}
