package cx.ecou.eventstore.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of PostgreSQL's write-ahead log: named by time line and number, which go up one by one. */
final class WalFiles {

    static final String PARTIAL = ".partial";

    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
    private static final int TIMELINE_LENGTH = 8;
    private static final int WORD = 16;
    private static final int HEXADECIMAL = 16;

    /** How many files of 16 MB make up the range of four bytes that the second part of a name counts. */
    private static final long FILES_EACH = 256;

    private WalFiles() {}

    /** The names of all complete files in a folder, in order. */
    static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Which file is to be copied into a folder next: the one that grows there, or the one after the last. */
    static Optional<String> nextIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<String> growing = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PARTIAL))
                    .map(name -> name.substring(0, name.length() - PARTIAL.length()))
                    .max(Comparator.naturalOrder());
            List<String> complete = in(folder);
            return growing.isPresent() || complete.isEmpty()
                    ? growing
                    : Optional.of(after(complete.get(complete.size() - 1)));
        }
    }

    /** Whether a folder holds a file with a later name of the same time line. */
    static boolean anyBehind(String name, Path folder) throws IOException {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(file -> file.startsWith(timeline(name)) && file.compareTo(name) > 0);
        }
    }

    private static String timeline(String name) {
        return name.substring(0, TIMELINE_LENGTH);
    }

    /** The name of the file that follows. */
    static String after(String name) {
        long number = Long.parseLong(name.substring(TIMELINE_LENGTH, WORD), HEXADECIMAL) * FILES_EACH
                + Long.parseLong(name.substring(WORD), HEXADECIMAL)
                + 1;
        return "%s%08X%08X".formatted(timeline(name), number / FILES_EACH, number % FILES_EACH);
    }

    /** Copies a span of a file to the same place of another one, and waits until it is on disk. */
    static void copy(Path from, Path to, long start, long end) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            target.position(start);
            long copied = start;
            while (copied < end) {
                long count = source.transferTo(copied, end - copied, target);
                if (count <= 0) {
                    throw new IOException("the file " + from + " is shorter than it should be");
                }
                copied += count;
            }
            target.force(true);
        }
    }

    /** Gives a file the length of a complete one; what was not written yet reads as zeros. */
    static void lengthen(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < length) {
                channel.write(ByteBuffer.allocate(1), length - 1);
            }
        }
    }
}
