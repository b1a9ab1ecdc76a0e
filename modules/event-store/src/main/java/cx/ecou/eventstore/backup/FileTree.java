package cx.ecou.eventstore.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies the files of a database while it works with them: what vanishes meanwhile is not needed. */
final class FileTree extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;
    private final Set<Path> empty;
    private final Predicate<Path> wanted;

    private FileTree(Path from, Path to, Set<Path> empty, Predicate<Path> wanted) {
        this.from = from;
        this.to = to;
        this.empty = empty;
        this.wanted = wanted;
    }

    /**
     * Copies a folder.
     *
     * @param empty folders that are made, and of which nothing else is wanted
     * @param wanted which files, by their paths within the folder
     */
    static void copy(Path from, Path to, Set<Path> empty, Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(from, new FileTree(from, to, empty, wanted));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(
                to.resolve(from.relativize(folder).toString()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return empty.contains(from.relativize(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path within = from.relativize(file);
        if (attributes.isRegularFile() && wanted.test(within)) {
            copy(file, to.resolve(within.toString()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    private static void copy(Path file, Path copied) throws IOException {
        try {
            Files.copy(file, copied);
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e; // it is the folder of the copy that vanished
            }
            return;
        }
        force(copied);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(FileTree::deleteOne);
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
