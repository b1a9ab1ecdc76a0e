package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** From the start of the process to the first answered request, on a folder that has been used, with and without AppCDS. */
final class Start {

    private static final int ROUNDS = 3;

    private final Path jar;
    private final Path folder;

    Start(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    Line measure() throws IOException, InterruptedException {
        Path home = folder.resolve("start");
        once(Platform.packed(jar), home);
        Path extracted = extract();
        Path archive = folder.resolve("ecou.jsa");
        once(Platform.packed(extracted, "-XX:ArchiveClassesAtExit=" + archive), home);
        double[] plain = new double[ROUNDS];
        double[] cached = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            plain[i] = once(Platform.packed(jar), home);
            cached[i] = once(Platform.packed(extracted, "-XX:SharedArchiveFile=" + archive), home);
        }
        return new Line(
                "start to first answered request, second start",
                Samples.of(plain).range() + " ms",
                "extracted, with AppCDS: " + Samples.of(cached).range() + " ms",
                String.format(
                        Locale.ROOT,
                        "%.1f s and %.1f s",
                        Samples.of(plain).median() / 1e3,
                        Samples.of(cached).median() / 1e3),
                "a figure",
                true);
    }

    private static double once(List<String> command, Path home) throws IOException {
        try (Platform platform = Platform.start(command, home)) {
            return platform.startTime().toMillis();
        }
    }

    private Path extract() throws IOException, InterruptedException {
        Path target = folder.resolve("extracted");
        Process extraction = new ProcessBuilder(
                        Platform.javaProgram(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString())
                .inheritIO()
                .start();
        if (extraction.waitFor() != 0) {
            throw new IOException("the program cannot be extracted");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
