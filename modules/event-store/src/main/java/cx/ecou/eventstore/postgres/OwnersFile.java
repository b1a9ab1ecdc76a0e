package cx.ecou.eventstore.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that at no moment anybody but the owner of Ecou's folder can read. */
public final class OwnersFile {

    private OwnersFile() {}

    /** Puts a file in the place of the old one, whole or not at all. */
    public static void write(Path path, String text) throws IOException {
        Path written = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(written);
        append(written, text);
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds to a file, or begins it; when this returns, all of it is on disk. */
    public static void append(Path path, String text) throws IOException {
        if (!Files.exists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.APPEND)) {
            // On a disk that is about to be full only a part is written at first.
            for (ByteBuffer bytes = StandardCharsets.UTF_8.encode(text); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
