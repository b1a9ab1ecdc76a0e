package cx.ecou.provingground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The packed program, as the build has just made it. */
final class EcouJar {

    static final Path PATH =
            Path.of("../../platform-app/target/ecou.jar").toAbsolutePath().normalize();

    private EcouJar() {}

    /** How it is run so that it starts in half the time; made once by each of the JVMs that run tests side by side. */
    static List<String> quick() {
        return Quick.PROGRAM;
    }

    private static final class Quick {

        private static final Path FOLDER = Path.of("target/program", System.getProperty("ecou.fork", "fork-1"))
                .toAbsolutePath();
        private static final List<String> PROGRAM = make();

        private static List<String> make() {
            try {
                FileSystemUtils.deleteRecursively(FOLDER);
                return QuickStart.of(PATH, Files.createDirectories(FOLDER));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
