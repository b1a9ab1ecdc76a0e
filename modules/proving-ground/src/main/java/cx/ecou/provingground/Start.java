package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** From the start of the process to the first answered request, on a folder that has been used, with and without AppCDS. */
final class Start {

    private static final int ROUNDS = 3;

    private final Path jar;
    private final Path folder;

    Start(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    Line measure() throws IOException {
        Path home = folder.resolve("start");
        once(Platform.packed(jar), home);
        List<String> quick = QuickStart.of(jar, folder);
        double[] plain = new double[ROUNDS];
        double[] cached = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            plain[i] = once(Platform.packed(jar), home);
            cached[i] = once(quick, home);
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
}
