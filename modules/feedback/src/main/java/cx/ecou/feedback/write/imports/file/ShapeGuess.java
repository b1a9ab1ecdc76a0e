package cx.ecou.feedback.write.imports.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses delimiter and quote from the beginning of a file: the delimiter that cuts most rows into the same number of
 * cells, and of equals the one that makes more cells.
 */
public final class ShapeGuess {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS = 200;

    private ShapeGuess() {}

    /** @param beginning some rows of the file; the last one may be cut off */
    public static FileShape of(TextEncoding encoding, String beginning) {
        char quote = quote(beginning);
        char best = DELIMITERS[0];
        double bestMerit = 0;
        for (char delimiter : DELIMITERS) {
            double merit = merit(beginning, delimiter, quote);
            if (merit > bestMerit) {
                best = delimiter;
                bestMerit = merit;
            }
        }
        return new FileShape(encoding, best, quote);
    }

    private static char quote(String beginning) {
        return borders(beginning, '\'') > borders(beginning, '"') ? '\'' : '"';
    }

    /** How often the mark stands both after and before a border of a cell. */
    private static int borders(String text, char mark) {
        int opening = 0;
        int closing = 0;
        for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
            opening += i == 0 || isBorder(text.charAt(i - 1)) ? 1 : 0;
            closing += i + 1 == text.length() || isBorder(text.charAt(i + 1)) ? 1 : 0;
        }
        return Math.min(opening, closing);
    }

    private static boolean isBorder(char c) {
        return c == ',' || c == ';' || c == '\t' || c == '|' || c == '\n' || c == '\r';
    }

    private static double merit(String beginning, char delimiter, char quote) {
        List<Integer> widths = widths(beginning, delimiter, quote);
        int header = widths.isEmpty() ? 1 : widths.get(0);
        if (header < 2) {
            return 0;
        }
        Map<Integer, Integer> rows = new HashMap<>();
        widths.forEach(width -> rows.merge(width, 1, Integer::sum));
        double asHeader = rows.getOrDefault(header, 0) / (double) widths.size();
        return asHeader * asHeader + Math.min(header, 50) / 500.0;
    }

    private static List<Integer> widths(String beginning, char delimiter, char quote) {
        List<Integer> widths = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(beginning)) {
            rows.stream().limit(ROWS).forEach(row -> widths.add(row.getFieldCount()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (widths.size() > 1) {
            widths.remove(widths.size() - 1);
        }
        return widths;
    }
}
