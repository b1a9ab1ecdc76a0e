package cx.ecou.feedback.write.intake;

import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads deliveries of feedback from JSON. What stands in a readable body is judged item by item; a body that is no JSON is
 * refused as a whole, before anything is recorded.
 */
public final class Delivery {

    /** How many items one batch may hold. */
    public static final int LIMIT = 5_000;

    private static final JsonFactory JSON = new JsonFactory();

    private Delivery() {}

    /**
     * Reads one JSON object.
     *
     * @throws InvalidInput when the body is no JSON, or more than one value
     */
    public static NewFeedback one(byte[] body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            begin(json);
            NewFeedback feedback = NewFeedbackReader.read(json);
            end(json);
            return feedback;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads a JSON array.
     *
     * @throws InvalidInput when the body is no JSON array, or holds more than {@link #LIMIT} items
     */
    public static List<NewFeedback> array(byte[] body) {
        List<NewFeedback> read = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (begin(json) != JsonToken.START_ARRAY) {
                throw InvalidInput.of(
                        "", "wrong-type", "A batch is a JSON array, or one object a line as application/x-ndjson.");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                add(read, NewFeedbackReader.read(json));
            }
            end(json);
            return read;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads one JSON object from each line, when it is asked for; empty lines are passed over. A line that is no JSON is one item that
     * cannot be read. When there are more than {@link #LIMIT} items, asking for the next one throws {@link InvalidInput}.
     */
    public static Iterable<NewFeedback> lines(byte[] body) {
        return () -> new Lines(body);
    }

    private static NewFeedback line(byte[] body, int start, int length) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body, start, length)) {
            begin(json);
            NewFeedback feedback = NewFeedbackReader.read(json);
            end(json);
            return feedback;
        } catch (JacksonException e) {
            return nothingBut(unreadable(e).problems());
        } catch (InvalidInput e) {
            return nothingBut(e.problems());
        }
    }

    private static NewFeedback nothingBut(List<FieldProblem> problems) {
        return new NewFeedback(
                null, null, null, null, null, null, null, null, null, null, null, null, null, List.of(), null, Map.of(),
                problems);
    }

    private static void add(List<NewFeedback> read, NewFeedback feedback) {
        insistOnRoom(read.size());
        read.add(feedback);
    }

    private static void insistOnRoom(int items) {
        if (items == LIMIT) {
            throw InvalidInput.of(
                    "", "too-many-items", "A batch holds at most " + LIMIT + " items. Nothing was recorded.");
        }
    }

    private static JsonToken begin(JsonParser json) {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw InvalidInput.of("", "body-required", "The body is empty.");
        }
        return first;
    }

    private static void end(JsonParser json) {
        if (json.nextToken() != null) {
            throw InvalidInput.of("", "unreadable-json", "There is more after the end of the JSON value.");
        }
    }

    /** Where reading stopped, but nothing of what stands there: it may be personal. */
    private static InvalidInput unreadable(JacksonException e) {
        var place = e.getLocation();
        return InvalidInput.of(
                "",
                "unreadable-json",
                "The body is no readable JSON"
                        + (place == null
                                ? "."
                                : ": stopped in line " + place.getLineNr() + ", column " + place.getColumnNr() + "."));
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The lines of a body in which something stands. */
    private static final class Lines implements Iterator<NewFeedback> {

        private final byte[] body;
        private int start;
        private int end = -1;
        private int items;

        Lines(byte[] body) {
            this.body = body;
            findNext();
        }

        private void findNext() {
            do {
                start = end + 1;
                end = start;
                while (end < body.length && body[end] != '\n') {
                    end++;
                }
            } while (start < body.length && isBlank(body, start, end));
        }

        @Override
        public boolean hasNext() {
            return start < body.length;
        }

        @Override
        public NewFeedback next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            insistOnRoom(items++);
            NewFeedback read = line(body, start, end - start);
            findNext();
            return read;
        }
    }
}
