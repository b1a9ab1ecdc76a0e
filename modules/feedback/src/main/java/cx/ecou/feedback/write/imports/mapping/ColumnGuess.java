package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.ColumnWords.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column probably is, from its name and first values.
 *
 * @param target what it becomes
 * @param format of a moment, else null
 * @param sure false when somebody should look: a format that could be read in two ways, a time zone that is assumed
 */
public record ColumnGuess(
        String column, Target target, @Nullable String format, boolean sure) {

    /** One guess for each column. A field that is no text is given to one column only, the first. */
    public static List<ColumnGuess> of(List<String> header, List<Row> firstRows) {
        List<Row> sound = firstRows.stream().filter(row -> row.fault() == null).toList();
        List<ColumnGuess> guesses = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            var values = new ColumnValues(
                    sound.stream().map(row -> row.cells().get(place)).toList());
            ColumnGuess guess = guess(header.get(i), values);
            boolean several = guess.target().equals(Target.of(MappedField.COMMENT))
                    || guess.target().equals(Target.NONE);
            guesses.add(several || taken.add(metric(guess)) ? guess : leftOut(header.get(i)));
        }
        return guesses;
    }

    private static String metric(ColumnGuess guess) {
        return guess.target().code().split(" ", 2)[0];
    }

    private static ColumnGuess guess(String column, ColumnValues values) {
        if (values.isEmpty()) {
            return leftOut(column);
        }
        if (values.areEmails()) {
            return sure(column, Target.of(MappedField.CUSTOMER_EMAIL));
        }
        for (Meaning meaning : ColumnWords.of(column)) {
            Optional<ColumnGuess> guess = guess(column, meaning, values);
            if (guess.isPresent()) {
                return guess.get();
            }
        }
        return leftOut(column);
    }

    private static Optional<ColumnGuess> guess(String column, Meaning meaning, ColumnValues values) {
        return switch (meaning) {
            case NPS -> when(values.areScoresUpTo(100), column, Target.NPS);
            case CES -> when(values.areScoresUpTo(7), column, Target.score("CES", "1-7"));
            case CSAT -> satisfaction(column, values);
            case OCCURRED_AT -> moment(column, values);
            case EMAIL -> Optional.empty();
            case COMMENT ->
                when(values.areTexts() && !ColumnWords.isKey(column), column, Target.of(MappedField.COMMENT));
            case TOUCHPOINT -> word(column, MappedField.TOUCHPOINT, values);
            case CHANNEL -> word(column, MappedField.CHANNEL, values);
            case LANGUAGE -> when(values.areLanguages(), column, Target.of(MappedField.LANGUAGE));
            case KIND -> word(column, MappedField.KIND, values).map(guess -> unsure(guess, null));
            case SOURCE -> word(column, MappedField.SOURCE, values);
            case SEGMENT -> word(column, MappedField.SEGMENT, values);
            case REGION -> word(column, MappedField.REGION, values);
            case PRODUCT -> word(column, MappedField.PRODUCT, values);
            case CUSTOMER_REF -> customer(column, values);
            case CUSTOMER_NAME -> word(column, MappedField.CUSTOMER_NAME, values);
            case KEY ->
                when(
                        values.areUnique() && !ColumnWords.isForeignKey(column),
                        column,
                        Target.of(MappedField.EXTERNAL_ID));
        };
    }

    private static Optional<ColumnGuess> satisfaction(String column, ColumnValues values) {
        for (int high : new int[] {5, 7, 10}) {
            if (values.areScoresUpTo(high)) {
                var guess = sure(column, Target.score("CSAT", "1-" + high));
                return Optional.of(high == 5 ? guess : unsure(guess, null));
            }
        }
        return Optional.empty();
    }

    private static Optional<ColumnGuess> moment(String column, ColumnValues values) {
        List<String> formats = values.formats();
        if (formats.isEmpty()) {
            return Optional.empty();
        }
        var guess = new ColumnGuess(column, Target.of(MappedField.OCCURRED_AT), formats.get(0), true);
        return Optional.of(values.stateOffsets() ? guess : unsure(guess, formats.get(0)));
    }

    private static Optional<ColumnGuess> customer(String column, ColumnValues values) {
        boolean named = ColumnWords.first(column, Meaning.CUSTOMER_NAME).isPresent();
        return when(!named, column, Target.of(MappedField.CUSTOMER_REF))
                .or(() -> word(column, MappedField.CUSTOMER_NAME, values));
    }

    private static Optional<ColumnGuess> word(String column, MappedField field, ColumnValues values) {
        return when(values.areWords(), column, Target.of(field));
    }

    private static Optional<ColumnGuess> when(boolean fits, String column, Target target) {
        return fits ? Optional.of(sure(column, target)) : Optional.empty();
    }

    private static ColumnGuess sure(String column, Target target) {
        return new ColumnGuess(column, target, null, true);
    }

    private static ColumnGuess unsure(ColumnGuess guess, @Nullable String format) {
        return new ColumnGuess(guess.column(), guess.target(), format, false);
    }

    private static ColumnGuess leftOut(String column) {
        return new ColumnGuess(column, Target.NONE, null, true);
    }
}
