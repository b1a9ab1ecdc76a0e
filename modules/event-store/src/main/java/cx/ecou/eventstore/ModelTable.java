package cx.ecou.eventstore;

import java.util.List;
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
 * @param keyLast a rebuild gives its copy the key, and all other constraints, only when it is loaded
 * @param sums the columns that are added up where a loaded copy has several rows of one key
 */
public record ModelTable(String schema, String name, boolean keyLast, List<String> sums) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** @throws IllegalArgumentException when a name would have to be quoted */
    public ModelTable {
        sums = List.copyOf(sums);
        if (!PLAIN.matcher(schema).matches() || !PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name: " + schema + "." + name);
        }
    }

    /** Whose rows its projection looks for: to change them, or to see whether they are there. */
    public ModelTable(String schema, String name) {
        this(schema, name, false, List.of());
    }

    /** Its projection adds each row once and looks for none. So a rebuild can make the key from all rows at once. */
    public ModelTable appended() {
        return new ModelTable(schema, name, true, sums);
    }

    /**
     * Consists of its key and of counts. As long as it {@link #isLoading}, its projection may add several rows of one key. And
     * it writes nothing but at the end of a batch, so that a rebuild can make its batches as large as memory allows.
     */
    public ModelTable counting(String... counts) {
        return new ModelTable(schema, name, true, List.of(counts));
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

    /** Whether what is to be written now is a copy that has no key yet: rows can be added to it, and not be found in it. */
    public boolean isLoading() {
        Shadow shadow = Shadow.beingWritten();
        return keyLast && shadow != null && shadow.loading();
    }
}
