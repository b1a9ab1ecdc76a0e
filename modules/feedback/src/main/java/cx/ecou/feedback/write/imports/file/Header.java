package cx.ecou.feedback.write.imports.file;

import cx.ecou.webshell.problems.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first row of a file: what its columns are called. A column without a name is called by its place, {@code #4}.
 *
 * @param names each once
 */
record Header(List<String> names) {

    static final int MOST_COLUMNS = 500;
    private static final int LONGEST_NAME = 200;

    Header {
        names = List.copyOf(names);
    }

    /** @throws InvalidInput naming what keeps the row from being a header */
    static Header of(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            throw refused("empty-file", "The file has no header row.");
        }
        if (cells.size() > MOST_COLUMNS) {
            throw refused("too-many-columns", "A file has at most " + MOST_COLUMNS + " columns.");
        }
        List<String> names = new ArrayList<>();
        for (String cell : withoutEmptyEnd(cells)) {
            names.add(cell.isBlank() ? "#" + (names.size() + 1) : cell.strip());
        }
        names.forEach(Header::check);
        refuseDuplicates(names);
        return new Header(names);
    }

    /** Whether a row has a cell for each column; empty ones beyond the last column do no harm. */
    boolean fits(List<String> cells) {
        return cells.size() >= names.size()
                && cells.subList(names.size(), cells.size()).stream().allMatch(String::isBlank);
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static void check(String name) {
        if (name.length() > LONGEST_NAME
                || name.chars().anyMatch(c -> Character.isISOControl(c) || c == CsvRows.BROKEN)) {
            throw refused(
                    "unreadable-header",
                    "A column's name has at most " + LONGEST_NAME + " characters, all of which can be shown.");
        }
    }

    private static void refuseDuplicates(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw refused("duplicate-column", "Two columns are called \"" + name + "\": rename one.");
            }
        }
    }

    private static InvalidInput refused(String code, String message) {
        return InvalidInput.of("file", code, message);
    }
}
