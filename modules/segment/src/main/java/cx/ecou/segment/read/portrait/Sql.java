package cx.ecou.segment.read.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of SQL with the values of its parameters: what somebody has written is always a value and never a part of the text.
 */
record Sql(String text, List<Object> values) {

    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /** This piece between others that have no parameters. */
    Sql within(String before, String after) {
        return new Sql(before + text + after, values);
    }

    Sql then(Sql next) {
        return new Sql(
                text + next.text,
                Stream.concat(values.stream(), next.values.stream()).toList());
    }

    static Sql joined(String between, List<Sql> pieces) {
        List<Object> values = new ArrayList<>();
        pieces.forEach(piece -> values.addAll(piece.values));
        return new Sql(pieces.stream().map(Sql::text).collect(Collectors.joining(between)), values);
    }
}
