package cx.ecou.webshell.problems;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path as the caller wrote it, for instance {@code scores[0].value}; empty for the request as a whole
 * @param code stable name of the problem, for instance {@code off-scale}; pages show the text {@code problem.<code>}
 * @param message what is wrong and what would be right, in English, without anything personal
 */
public record FieldProblem(String field, String code, String message) {}
