package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.mapping.ColumnGuess;
import cx.ecou.feedback.write.imports.mapping.MappedField;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.Mapping.Origin;
import cx.ecou.feedback.write.imports.mapping.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has chosen on the page of columns. Two columns that become the same field are joined in their order.
 *
 * @param columns a choice for each column of the file
 * @param constants what holds for every row, by field
 * @param timeZone in which moments without an offset are meant
 * @param name under which the mapping is kept; empty when it is not
 */
record ColumnsForm(List<Choice> columns, Map<MappedField, String> constants, String timeZone, String name) {

    /** The fields for which the page asks a value that holds for every row. */
    static final List<MappedField> ASKED = List.of(
            MappedField.SOURCE, MappedField.KIND, MappedField.LANGUAGE, MappedField.TOUCHPOINT, MappedField.CHANNEL);

    /**
     * What one column becomes.
     *
     * @param format of a moment
     * @param values what cells stand for, one {@code cell = value} a line
     */
    record Choice(String column, Target target, String format, String values) {}

    static ColumnsForm of(List<ColumnGuess> guesses, String source, String timeZone) {
        return new ColumnsForm(
                guesses.stream()
                        .map(guess -> new Choice(
                                guess.column(), guess.target(), Objects.requireNonNullElse(guess.format(), "ISO"), ""))
                        .toList(),
                Map.of(MappedField.SOURCE, source, MappedField.KIND, "SURVEY"),
                timeZone,
                "");
    }

    static ColumnsForm of(List<String> header, Mapping mapping, String timeZone) {
        Origin moment = mapping.origin(MappedField.OCCURRED_AT);
        Map<MappedField, String> constants = new EnumMap<>(MappedField.class);
        for (MappedField field : MappedField.values()) {
            Origin origin = mapping.origin(field);
            if (origin != null && origin.constant() != null) {
                constants.put(field, origin.constant());
            }
        }
        return new ColumnsForm(
                header.stream().map(column -> choice(column, mapping)).toList(),
                constants,
                moment == null ? timeZone : Objects.requireNonNullElse(moment.timeZone(), timeZone),
                Objects.requireNonNullElse(mapping.name(), ""));
    }

    private static Choice choice(String column, Mapping mapping) {
        Target target = Target.in(mapping, column);
        Origin origin = target.field().map(mapping::origin).orElse(null);
        String format = origin == null ? null : origin.format();
        return new Choice(
                column, target, Objects.requireNonNullElse(format, "ISO"), ValueLines.of(mapping, target, column));
    }

    static ColumnsForm read(List<String> header, Map<String, String> sent) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            choices.add(new Choice(
                    header.get(i),
                    new Target(sent.getOrDefault("becomes" + i, "")),
                    sent.getOrDefault("format" + i, "ISO"),
                    sent.getOrDefault("values" + i, "")));
        }
        Map<MappedField, String> constants = new EnumMap<>(MappedField.class);
        for (MappedField field : MappedField.values()) {
            String value = sent.getOrDefault("constant." + field.path(), "").strip();
            if (!value.isEmpty()) {
                constants.put(field, value);
            }
        }
        return new ColumnsForm(
                choices,
                constants,
                sent.getOrDefault("timeZone", "").strip(),
                sent.getOrDefault("name", "").strip());
    }

    /** As a mapping, which may still be incomplete or wrong. */
    Mapping mapping(@Nullable Mapping before) {
        Map<String, Origin> fields = new LinkedHashMap<>();
        for (MappedField field : MappedField.values()) {
            List<Choice> ofField = columns.stream()
                    .filter(choice -> choice.target().equals(Target.of(field)))
                    .toList();
            if (!ofField.isEmpty() || constants.containsKey(field)) {
                fields.put(field.path(), origin(field, ofField));
            }
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        columns.stream()
                .filter(choice -> choice.target().equals(Target.ATTRIBUTE))
                .forEach(choice -> attributes.put(choice.column(), choice.column()));
        return new Mapping(
                name.isEmpty() ? null : name,
                before == null ? null : before.file(),
                fields,
                columns.stream()
                        .filter(choice -> choice.target().isScore())
                        .map(ValueLines::score)
                        .toList(),
                attributes);
    }

    private Origin origin(MappedField field, List<Choice> choices) {
        boolean moment = field == MappedField.OCCURRED_AT && !choices.isEmpty();
        Map<String, String> values = new LinkedHashMap<>();
        choices.forEach(choice -> values.putAll(ValueLines.read(choice.values())));
        return new Origin(
                choices.stream().map(Choice::column).toList(),
                constants.get(field),
                values,
                moment ? choices.get(0).format() : null,
                moment && !timeZone.isEmpty() ? timeZone : null);
    }
}
