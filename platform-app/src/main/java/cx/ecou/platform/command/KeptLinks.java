package cx.ecou.platform.command;

import cx.ecou.platform.audit.chain.KnownLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Links of the audit log as they stand in a log that was kept outside of the database. */
final class KeptLinks {

    private static final Pattern LINE =
            Pattern.compile("The audit log is linked up to entry (\\d{1,18}): link (\\d{1,18}), hash ([0-9a-f]{64})");

    private KeptLinks() {}

    /** None where the log is of the time before. */
    static List<KnownLink> in(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::find)
                    .map(found -> new KnownLink(
                            Long.parseLong(found.group(2)), Long.parseLong(found.group(1)), found.group(3)))
                    .distinct()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailed("The file " + file + " cannot be read as UTF-8 text.");
        }
    }
}
