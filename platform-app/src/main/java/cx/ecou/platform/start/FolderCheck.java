package cx.ecou.platform.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.core.env.Environment;

/** Ecou's own database needs a folder that can be written and in which no other Ecou works. */
final class FolderCheck implements StartCheck.Check {

    @Override
    public void check(Environment environment) {
        if (!environment.containsProperty("spring.datasource.url")) {
            check(environment.getProperty("ecou.home", "./data"));
        }
    }

    private static void check(String home) {
        try {
            Path folder = Path.of(home).toAbsolutePath().normalize();
            Files.createDirectories(folder);
            if (inUse(folder.resolve("ecou.lock"))) {
                throw new StartRefused("Another Ecou works in the folder " + folder
                        + ": stop it, or set ECOU_HOME to a folder of its own.");
            }
        } catch (IOException | InvalidPathException e) {
            throw new StartRefused(
                    "The folder " + home + " cannot be written: set ECOU_HOME to a folder that Ecou may write to.");
        }
    }

    private static boolean inUse(Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true; // the other one runs in this very process
        }
    }
}
