package cx.ecou.webshell.problems;

/**
 * A route that takes files. Modules declare them as beans; everywhere else a multipart body is refused before it is read.
 *
 * @param path exact, for instance {@code /imports}
 */
public record UploadRoute(String path) {}
