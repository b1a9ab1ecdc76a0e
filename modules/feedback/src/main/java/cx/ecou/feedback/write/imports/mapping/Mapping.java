package cx.ecou.feedback.write.imports.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean. The JSON of the API has the same shape; unknown members are refused.
 *
 * @param name under which it is kept and offered again for a file with the same columns
 * @param file how the file is written, where that is not to be found out
 * @param fields by {@link MappedField#path()}
 * @param scores a score for each, where its cell is not empty
 * @param attributes name of a column, by name of the attribute
 */
public record Mapping(
        @Nullable String name,
        @Nullable Written file,
        Map<String, Origin> fields,
        List<ScoreColumn> scores,
        Map<String, String> attributes) {

    public Mapping {
        fields = fields == null ? Map.of() : new LinkedHashMap<>(fields);
        scores = scores == null ? List.of() : List.copyOf(scores);
        attributes = attributes == null ? Map.of() : new LinkedHashMap<>(attributes);
    }

    /**
     * How a file is written; what is left out is found out.
     *
     * @param encoding label, for instance {@code windows-1250}
     * @param delimiter one character
     * @param quote one character
     */
    public record Written(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable String quote) {}

    /**
     * Where the value of a field comes from: its columns, else the constant.
     *
     * @param columns several are joined
     * @param constant the value where there is no column, or its cell is empty
     * @param values what a cell stands for, where it is not the value itself; upper and lower case are the same
     * @param format of a moment, for instance {@code dd.MM.yyyy HH:mm}; {@code ISO} when left out
     * @param timeZone in which a moment without an offset is meant, for instance {@code Europe/Warsaw}
     */
    public record Origin(
            List<String> columns,
            @Nullable String constant,
            Map<String, String> values,
            @Nullable String format,
            @Nullable String timeZone) {

        public Origin {
            columns = columns == null ? List.of() : List.copyOf(columns);
            values = values == null ? Map.of() : new LinkedHashMap<>(values);
        }

        public static Origin column(String... columns) {
            return new Origin(List.of(columns), null, Map.of(), null, null);
        }

        public static Origin constant(String value) {
            return new Origin(List.of(), value, Map.of(), null, null);
        }

        public static Origin moment(String column, String format, @Nullable String timeZone) {
            return new Origin(List.of(column), null, Map.of(), format, timeZone);
        }
    }

    /**
     * A column that holds a score.
     *
     * @param metric NPS, CSAT or CES
     * @param scale for instance {@code 1-5}; not needed for NPS
     * @param values what a cell stands for, where it is not a number: {@code very satisfied} → 5; null leaves it out
     */
    public record ScoreColumn(
            String column, String metric, @Nullable String scale, Map<String, @Nullable BigDecimal> values) {

        public ScoreColumn {
            values = values == null ? Map.of() : new LinkedHashMap<>(values);
        }

        public static ScoreColumn of(String column, String metric, @Nullable String scale) {
            return new ScoreColumn(column, metric, scale, Map.of());
        }
    }

    public @Nullable Origin origin(MappedField field) {
        return fields.get(field.path());
    }

    /** All columns that it names. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        fields.values().forEach(origin -> columns.addAll(origin.columns()));
        scores.forEach(score -> columns.add(score.column()));
        columns.addAll(attributes.values());
        return columns;
    }

    public Mapping named(@Nullable String other) {
        return new Mapping(other, file, fields, scores, attributes);
    }
}
