package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.ColumnGuess;
import cx.ecou.feedback.write.imports.mapping.MappedField;
import cx.ecou.feedback.write.imports.mapping.Moments;
import cx.ecou.feedback.write.imports.mapping.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One column on the page of columns.
 *
 * @param place among the columns, from 0
 * @param firstValues some of its cells, addresses masked
 */
record ColumnLine(int place, ColumnsForm.Choice choice, String firstValues, State state) {

    private static final int SHOWN = 3;
    private static final int LONGEST = 32;

    /** How the choice came about. */
    enum State {
        RECOGNISED,
        CHECK,
        CHOSEN,
        LEFT_OUT
    }

    static List<ColumnLine> of(ColumnsForm form, List<ColumnGuess> guesses, List<Row> rows) {
        List<ColumnLine> lines = new ArrayList<>();
        for (int i = 0; i < guesses.size(); i++) {
            int place = i;
            ColumnsForm.Choice choice = form.columns().get(i);
            String values = rows.stream()
                    .filter(row -> row.fault() == null)
                    .map(row -> row.cells().get(place).strip())
                    .filter(cell -> !cell.isEmpty())
                    .distinct()
                    .limit(SHOWN)
                    .map(Masked::emails)
                    .collect(Collectors.joining(", "));
            lines.add(new ColumnLine(i, choice, clipped(values), state(choice, guesses.get(i))));
        }
        return lines;
    }

    private static State state(ColumnsForm.Choice choice, ColumnGuess guess) {
        if (choice.target().equals(Target.NONE)) {
            return State.LEFT_OUT;
        }
        if (!choice.target().equals(guess.target())
                || (guess.format() != null && !guess.format().equals(choice.format()))) {
            return State.CHOSEN;
        }
        return guess.sure() ? State.RECOGNISED : State.CHECK;
    }

    public boolean isMoment() {
        return choice.target().equals(Target.of(MappedField.OCCURRED_AT));
    }

    /** Whether cells can stand for something else here. */
    public boolean hasValues() {
        return choice.target().isScore()
                || choice.target()
                        .field()
                        .filter(field -> switch (field) {
                            case KIND, LANGUAGE, TOUCHPOINT, CHANNEL, PRODUCT, REGION, SEGMENT, SOURCE -> true;
                            default -> false;
                        })
                        .isPresent();
    }

    /** The formats to choose from, the chosen one among them. */
    public List<String> formats() {
        List<String> formats = new ArrayList<>(Moments.KNOWN);
        if (!formats.contains(choice.format())) {
            formats.add(choice.format());
        }
        return formats;
    }

    private static String clipped(String values) {
        return values.length() > LONGEST ? values.substring(0, LONGEST) + "…" : values;
    }
}
