package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.postgres.OwnersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose keys were destroyed, and when, kept outside of the database: a file with one line for each, a pseudonymous id and a time, that
 * only grows. An older backup still has these keys; after a restore they are destroyed again.
 */
public record ErasureList(Path path) {

    private static final int LENGTH_OF_ID = 36;

    /** The list in Ecou's folder, or in a folder of backups. */
    public static ErasureList in(Path folder) {
        return new ErasureList(folder.resolve("erasures").toAbsolutePath().normalize());
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * What the list says. A line that was cut off by a crash was never confirmed: it is passed over.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public List<Erasure> read() {
        try {
            return exists()
                    ? Files.readAllLines(path).stream()
                            .map(ErasureList::erasure)
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Erasure> erasure(String line) {
        try {
            return line.length() <= LENGTH_OF_ID
                    ? Optional.empty()
                    : Optional.of(new Erasure(
                            UUID.fromString(line.substring(0, LENGTH_OF_ID)),
                            Instant.parse(line.substring(LENGTH_OF_ID + 1))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Adds to the list; when this returns it is on disk. */
    void append(Collection<Erasure> erasures) throws IOException {
        if (erasures.isEmpty()) {
            return;
        }
        // A line of its own also behind one that was cut off.
        String lines = erasures.stream()
                .map(erasure -> erasure.subject() + " " + erasure.at())
                .collect(Collectors.joining("\n", endsInTheMiddle() ? "\n" : "", "\n"));
        OwnersFile.append(path, lines);
    }

    private boolean endsInTheMiddle() throws IOException {
        if (!exists()) {
            return false;
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Takes over what another list says. */
    public void addAll(ErasureList other) throws IOException {
        Set<UUID> known = read().stream().map(Erasure::subject).collect(Collectors.toSet());
        append(other.read().stream()
                .filter(erasure -> !known.contains(erasure.subject()))
                .toList());
    }

    /**
     * Destroys the keys of all that are in the list, in a database that is as it was before.
     *
     * @return how many had been brought back
     */
    public int replay(DataSource database) {
        List<Erasure> erasures = read();
        if (erasures.isEmpty()) {
            return 0;
        }
        Integer again = new TransactionTemplate(new DataSourceTransactionManager(database)).execute(status -> {
            new Announcements(database).announce(DataKeys.CHANGED);
            return new KeyTable(database).destroy(erasures);
        });
        return again == null ? 0 : again;
    }
}
