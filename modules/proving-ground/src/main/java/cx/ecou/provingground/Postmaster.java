package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first process of a PostgreSQL. It belongs to nobody: it is started aside, and outlives who had it started. */
final class Postmaster {

    private Postmaster() {}

    /** @param data the data directory, in which it says that it runs */
    static Optional<ProcessHandle> on(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
