package cx.ecou.feedback.write.imports.mapping;

/** Says what keeps a whole row from being read. */
final class RowFaults {

    private RowFaults() {}

    static String message(String fault) {
        return switch (fault) {
            case "ragged-row" -> "The row has another number of cells than the header.";
            case "unbalanced-quotes" -> "A quote of the row is not closed, or text follows a closing quote.";
            case "huge-cell" -> "A cell of the row has more than four million characters.";
            case "broken-text" -> "The row has bytes that are no text in the file's encoding.";
            default -> throw new IllegalArgumentException(fault);
        };
    }
}
