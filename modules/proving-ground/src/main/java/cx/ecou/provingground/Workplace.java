package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/**
 * What a run of the harness is given on its command line.
 *
 * @param jar the packed program
 * @param folder its own, new and empty. Not among the temporary files of the machine: those may lie in memory, where nothing
 *     is as slow as on a disk, and may be cleared while they are used
 * @param full whether to do as much as was promised, or a short variant of it
 * @param seed of everything that is left to chance
 */
record Workplace(Path jar, Path folder, boolean full, long seed) {

    /** @param seed when none is given */
    static Workplace make(long seed) throws IOException {
        Path folders = path("ecou.folder", "modules/proving-ground/target/runs");
        return new Workplace(
                path("ecou.jar", "platform-app/target/ecou.jar"),
                Files.createTempDirectory(Files.createDirectories(folders), "run-"),
                !Boolean.getBoolean("ecou.short"),
                Objects.requireNonNull(Long.getLong("ecou.seed", seed)));
    }

    private static Path path(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
    }

    /** Nothing is left of a run that went well. */
    void clear() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
