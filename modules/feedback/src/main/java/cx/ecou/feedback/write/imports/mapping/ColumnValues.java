package cx.ecou.feedback.write.imports.mapping;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the first values of a column have in common. Empty cells say nothing. */
final class ColumnValues {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}([.,]\\d)?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2}(-[A-Za-z]{2})?");
    private static final int LONGEST_WORD = 60;

    private final List<String> given;

    ColumnValues(List<String> cells) {
        this.given = cells.stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    boolean isEmpty() {
        return given.isEmpty();
    }

    boolean areEmails() {
        return most(cell -> EMAIL.matcher(cell).matches());
    }

    boolean areLanguages() {
        return most(cell -> LANGUAGE.matcher(cell).matches());
    }

    boolean areWords() {
        return most(cell -> cell.length() <= LONGEST_WORD && cell.chars().anyMatch(Character::isLetter));
    }

    boolean areTexts() {
        return most(cell -> cell.chars().anyMatch(Character::isLetter));
    }

    boolean areUnique() {
        return !isEmpty() && new HashSet<>(given).size() == given.size();
    }

    boolean areScoresUpTo(int high) {
        return most(cell -> NUMBER.matcher(cell).matches()) && highest().compareTo(BigDecimal.valueOf(high)) <= 0;
    }

    /** The highest number among them; 0 when there is none. */
    BigDecimal highest() {
        return given.stream()
                .filter(cell -> NUMBER.matcher(cell).matches())
                .map(cell -> new BigDecimal(cell.replace(',', '.')))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** The formats in which all of them are moments. */
    List<String> formats() {
        return isEmpty()
                ? List.of()
                : Moments.KNOWN.stream()
                        .filter(format -> given.stream()
                                .allMatch(cell -> Moments.of(format, ZoneOffset.UTC)
                                        .read(cell)
                                        .isPresent()))
                        .toList();
    }

    /** Whether each states its offset, so that no time zone has to be assumed. */
    boolean stateOffsets() {
        return given.stream().allMatch(cell -> cell.matches(".*[0-9](Z|[+-]\\d{2}(:?\\d{2})?)"));
    }

    /** A few strange values do not change what a column is. */
    private boolean most(Predicate<String> fits) {
        long fitting = given.stream().filter(fits).count();
        return fitting > 0 && fitting * 10 >= given.size() * 8L;
    }
}
