package cx.ecou.platform.operations;

import cx.ecou.eventstore.EventSearch;
import cx.ecou.webshell.components.PageAddress;
import cx.ecou.webshell.components.TypedSpan;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes to find events; empty fields do not narrow.
 *
 * @param from a day, or a moment to the minute, in the reader's time zone
 * @param until the same; a whole day is meant with all of it
 */
record EventForm(String type, String from, String until, String aggregate) {

    private static final Pattern TYPE = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What a browser leaves out arrives as null. */
    EventForm(@Nullable String type, @Nullable String from, @Nullable String until, @Nullable String aggregate) {
        this.type = text(type);
        this.from = text(from);
        this.until = text(until);
        this.aggregate = text(aggregate);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean isEmpty() {
        return (type + from + until + aggregate).isEmpty();
    }

    /** @throws InvalidInput with everything that is wrong */
    EventSearch search(ZoneId zone) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
            problems.add(new FieldProblem("type", "not-an-event-type", "at most 200 visible characters"));
        }
        var span = TypedSpan.read(from, until, zone, problems);
        if (!aggregate.isEmpty() && !ID.matcher(aggregate).matches()) {
            problems.add(new FieldProblem("aggregate", "not-an-id", "36 characters, such as 0191…-…"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new EventSearch(
                type.isEmpty() ? null : type,
                span.from(),
                span.until(),
                aggregate.isEmpty() ? null : UUID.fromString(aggregate));
    }

    /** The address of this search. */
    public String newest() {
        return address().toString();
    }

    /** The address of this search from a position on. */
    public String before(long position) {
        return address().with("before", String.valueOf(position)).toString();
    }

    private PageAddress address() {
        return PageAddress.of("/operations/events")
                .with("type", type)
                .with("from", from)
                .with("until", until)
                .with("aggregate", aggregate);
    }
}
