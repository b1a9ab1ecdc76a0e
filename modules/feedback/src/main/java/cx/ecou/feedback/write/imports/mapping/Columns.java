package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.feedback.write.imports.file.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the cell of a column in a row. */
final class Columns {

    private final Map<String, Integer> places = new HashMap<>();

    Columns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            places.put(header.get(i), i);
        }
    }

    /** Without spaces around it. */
    String cell(Row row, String column) {
        return row.cells().get(Objects.requireNonNull(places.get(column))).strip();
    }

    /** Empty where there is no such column. */
    String find(Row row, String column) {
        return places.containsKey(column) ? cell(row, column) : "";
    }

    /** As cells are compared in value maps: upper and lower case are the same. */
    static String folded(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    static <V extends @Nullable Object> Map<String, V> folded(Map<String, V> values) {
        Map<String, V> folded = new HashMap<>();
        values.forEach((cell, value) -> folded.put(folded(cell), value));
        return folded;
    }
}
