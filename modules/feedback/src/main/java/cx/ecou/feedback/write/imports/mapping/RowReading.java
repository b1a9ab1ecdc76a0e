package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.Mapping.Origin;
import cx.ecou.feedback.write.intake.NewFeedback;
import cx.ecou.webshell.problems.FieldProblem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows of a file into feedback as the intake takes it, by a mapping that has been checked against the header. */
public final class RowReading {

    private final Mapping mapping;
    private final Columns columns;
    private final Map<MappedField, Map<String, String>> values = new EnumMap<>(MappedField.class);
    private final ScoreReading scores;
    private final Moments moments;

    /** @param zone in which moments are meant where the mapping states none */
    public RowReading(Mapping mapping, List<String> header, ZoneId zone) {
        this.mapping = mapping;
        this.columns = new Columns(header);
        for (MappedField field : MappedField.values()) {
            Origin origin = mapping.origin(field);
            values.put(field, origin == null ? Map.of() : Columns.folded(origin.values()));
        }
        this.scores = new ScoreReading(mapping.scores(), columns);
        this.moments = moments(mapping.origin(MappedField.OCCURRED_AT), zone);
    }

    private static Moments moments(@Nullable Origin origin, ZoneId zone) {
        if (origin == null) {
            return Moments.of(Moments.ISO, zone);
        }
        return Moments.of(
                origin.format() == null ? Moments.ISO : origin.format(),
                origin.timeZone() == null ? zone : ZoneId.of(origin.timeZone()));
    }

    /** The row as feedback, not yet checked; what could not even be read is named in it. */
    public NewFeedback read(Row row) {
        if (row.fault() != null) {
            return unreadable(row.fault());
        }
        List<FieldProblem> problems = new ArrayList<>();
        return new NewFeedback(
                text(row, MappedField.SOURCE),
                externalId(row),
                text(row, MappedField.KIND),
                occurredAt(row, problems),
                text(row, MappedField.LANGUAGE),
                text(row, MappedField.CUSTOMER_REF),
                text(row, MappedField.CUSTOMER_NAME),
                text(row, MappedField.CUSTOMER_EMAIL),
                text(row, MappedField.TOUCHPOINT),
                text(row, MappedField.CHANNEL),
                text(row, MappedField.PRODUCT),
                text(row, MappedField.REGION),
                text(row, MappedField.SEGMENT),
                scores.read(row, problems),
                text(row, MappedField.COMMENT),
                attributes(row),
                problems);
    }

    private static NewFeedback unreadable(String fault) {
        return new NewFeedback(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Map.of(),
                List.of(new FieldProblem("", fault, RowFaults.message(fault))));
    }

    private @Nullable String externalId(Row row) {
        return mapping.origin(MappedField.EXTERNAL_ID) == null
                ? RowKey.of(row.cells())
                : text(row, MappedField.EXTERNAL_ID);
    }

    private @Nullable String text(Row row, MappedField field) {
        Origin origin = mapping.origin(field);
        if (origin == null) {
            return null;
        }
        String cell = cell(row, origin, field);
        if (cell == null) {
            return origin.constant();
        }
        return values.getOrDefault(field, Map.of()).getOrDefault(Columns.folded(cell), cell);
    }

    private @Nullable String cell(Row row, Origin origin, MappedField field) {
        List<String> cells = new ArrayList<>(origin.columns().size());
        boolean anything = false;
        for (String column : origin.columns()) {
            String cell = columns.cell(row, column);
            anything |= !cell.isEmpty();
            if (field.isKey() || !cell.isEmpty()) {
                cells.add(cell);
            }
        }
        return anything ? String.join(field.separator(), cells) : null;
    }

    private @Nullable String occurredAt(Row row, List<FieldProblem> problems) {
        String written = text(row, MappedField.OCCURRED_AT);
        if (written == null) {
            return null;
        }
        return moments.read(written).map(Object::toString).orElseGet(() -> {
            problems.add(new FieldProblem(
                    "occurredAt", "other-format", "The moment is not written in the format of the mapping."));
            return null;
        });
    }

    private Map<String, String> attributes(Row row) {
        Map<String, String> attributes = new LinkedHashMap<>();
        mapping.attributes().forEach((name, column) -> {
            String cell = columns.cell(row, column);
            if (!cell.isEmpty()) {
                attributes.put(name, cell);
            }
        });
        return attributes;
    }

    /** The column, or the columns, where a problem of a row lies; the field itself where it comes from no column. */
    public String columnOf(Row row, String field) {
        if (field.startsWith("scores[")) {
            return scores.columnOf(row, field);
        }
        if (field.startsWith("attributes.")) {
            return mapping.attributes().getOrDefault(field.substring("attributes.".length()), field);
        }
        Origin origin = mapping.fields().get(field);
        return origin == null || origin.columns().isEmpty() ? field : String.join(" + ", origin.columns());
    }

    /** What stands in the column, or the columns, where a problem of a row lies. */
    public String cellOf(Row row, String field) {
        if (row.fault() != null) {
            return "";
        }
        Origin origin = mapping.fields().get(field);
        if (origin != null) {
            return origin.columns().stream()
                    .map(column -> columns.cell(row, column))
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        return columns.find(row, columnOf(row, field));
    }
}
