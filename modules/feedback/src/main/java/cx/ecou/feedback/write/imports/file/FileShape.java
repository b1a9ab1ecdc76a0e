package cx.ecou.feedback.write.imports.file;

/**
 * How a file is written.
 *
 * @param delimiter between two cells
 * @param quote around a cell that holds delimiters or line breaks
 */
public record FileShape(TextEncoding encoding, char delimiter, char quote) {

    public static final char QUOTE = '"';
}
