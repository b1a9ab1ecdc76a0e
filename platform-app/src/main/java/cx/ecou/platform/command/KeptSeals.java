package cx.ecou.platform.command;

import cx.ecou.eventstore.seal.DaySeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Seals of days as they stand in a log that was kept outside of the database. */
final class KeptSeals {

    private static final Pattern LINE =
            Pattern.compile("Day (\\d{4}-\\d{2}-\\d{2}) is sealed: .*, seal (\\d{1,18}), hash ([0-9a-f]{64})");

    record Kept(LocalDate day, long number, String hash) {

        boolean isAmong(List<DaySeal> seals) {
            return seals.stream()
                    .anyMatch(seal -> seal.day().equals(day)
                            && seal.number() == number
                            && seal.hash().equals(hash));
        }
    }

    private KeptSeals() {}

    static List<Kept> in(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<Kept> kept = lines.map(LINE::matcher)
                    .filter(Matcher::find)
                    .map(found ->
                            new Kept(LocalDate.parse(found.group(1)), Long.parseLong(found.group(2)), found.group(3)))
                    .distinct()
                    .toList();
            if (kept.isEmpty() && KeptLinks.in(file).isEmpty()) {
                throw new CommandFailed("The file " + file + " names no seal of a day.");
            }
            return kept;
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailed("The file " + file + " cannot be read as UTF-8 text.");
        }
    }
}
