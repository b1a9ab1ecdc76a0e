package cx.ecou.eventstore.postgres;

import cx.ecou.eventstore.FolderNotUsable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One Ecou at a time works in a folder. The operating system gives the lock back when a process dies. */
final class FolderLock implements AutoCloseable {

    private final FileLock lock;

    private FolderLock(FileLock lock) {
        this.lock = lock;
    }

    /** @throws FolderNotUsable when the folder cannot be written, or another Ecou works in it */
    static FolderLock on(Path home) {
        try {
            Files.createDirectories(home);
            var channel =
                    FileChannel.open(home.resolve("ecou.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = free(channel);
            if (lock == null) {
                channel.close();
                throw new FolderNotUsable("Another Ecou works in the folder " + home.toAbsolutePath()
                        + ". Stop it, or set ECOU_HOME to a folder of its own.");
            }
            return new FolderLock(lock);
        } catch (IOException e) {
            throw new FolderNotUsable("The folder " + home.toAbsolutePath()
                    + " cannot be written. Set ECOU_HOME to a folder that Ecou may write to.");
        }
    }

    private static @Nullable FileLock free(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // the other one runs in this very process
        }
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
