package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packed program, extracted and with an archive of its classes: it starts in half the time. */
final class QuickStart {

    private QuickStart() {}

    /**
     * Extracts the program and starts it once.
     *
     * @return how it is run from now on
     */
    static List<String> of(Path jar, Path folder) throws IOException {
        Path extracted = extract(jar, folder.resolve("extracted"));
        Path archive = folder.resolve("ecou.jsa");
        Platform.start(Platform.packed(extracted, "-XX:ArchiveClassesAtExit=" + archive), folder.resolve("first-start"))
                .close();
        return Platform.packed(extracted, "-XX:SharedArchiveFile=" + archive);
    }

    private static Path extract(Path jar, Path target) throws IOException {
        Process extraction = new ProcessBuilder(
                        Platform.javaProgram(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (extraction.waitFor() != 0) {
                throw new IOException("the program cannot be extracted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
