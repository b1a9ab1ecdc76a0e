package cx.ecou.provingground;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures what {@code docs/benchmarks.md} reports, and prints it as the table that stands there. The words of the command
 * line choose: {@code intake}, {@code kpi}, {@code rebuild}, {@code start}, and {@code load}, which takes long and is measured
 * only when it is named; without words all else is measured.
 */
public final class Measure {

    private static final long SEED = Long.getLong("ecou.seed", 20_261_122L);
    private static final Duration LOAD = Duration.ofMinutes(Long.getLong("ecou.load.minutes", 20));
    private static final boolean SHORT = Boolean.getBoolean("ecou.short");

    private final Path jar;
    private final Path folder;
    private final List<Line> lines = new ArrayList<>();

    private Measure(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /**
     * @param words what to measure
     * @throws Exception when something cannot be measured; the folders are kept then
     */
    public static void main(String[] words) throws Exception {
        Path jar = Path.of(System.getProperty("ecou.jar", "platform-app/target/ecou.jar"))
                .toAbsolutePath();
        var measure = new Measure(jar, Files.createTempDirectory("proving-ground"));
        Set<String> chosen = words.length == 0 ? Set.of("intake", "kpi", "rebuild", "start") : Set.of(words);
        if (chosen.contains("intake")) {
            measure.intake();
        }
        if (chosen.contains("kpi")) {
            measure.kpi();
        }
        if (chosen.contains("rebuild")) {
            measure.rebuild();
        }
        if (chosen.contains("start")) {
            measure.start();
        }
        if (chosen.contains("load")) {
            measure.load();
        }
        measure.report();
    }

    private void intake() throws Exception {
        try (Platform platform = Platform.start(Platform.packed(jar), folder.resolve("intake"))) {
            var intake = new Intake(platform, SEED, SHORT ? 1 : 5, Duration.ofSeconds(SHORT ? 3 : 10));
            lines.add(intake.batches());
            lines.add(intake.singles());
            double maximum = intake.keptUpWith();
            lines.add(Line.figure("intake that inbox, figures and cases keep up with, items/s", maximum));
            lines.add(new Visibility(platform, SEED).measure(maximum / 2, Duration.ofSeconds(SHORT ? 5 : 60)));
        }
    }

    private void kpi() throws Exception {
        try (Platform platform = Platform.start(Platform.packed(jar), folder.resolve("kpi"))) {
            lines.add(new KpiQuery(platform, SEED).measure(10_000, SHORT ? 20_000 : 1_000_000));
        }
    }

    private void rebuild() throws Exception {
        try (Platform platform = Platform.start(Platform.packed(jar), folder.resolve("rebuild"))) {
            lines.addAll(new RebuildRates(platform, SEED, SHORT ? 1 : 3).measure(SHORT ? 20_000 : 500_000));
        }
    }

    private void load() throws Exception {
        try (Platform platform = Platform.start(Platform.packed(jar), folder.resolve("load"))) {
            double maximum = new Intake(platform, SEED, 1, Duration.ofSeconds(SHORT ? 3 : 10)).keptUpWith();
            lines.add(Line.figure("intake that inbox, figures and cases keep up with, items/s", maximum));
            lines.addAll(new MixedLoad(platform, SEED).measure(maximum / 2, LOAD));
        }
    }

    private void start() throws IOException {
        lines.add(new Start(jar, folder).measure());
    }

    private void report() {
        var out = new StringBuilder("seed ").append(SEED).append(", heap -Xmx512m, ");
        out.append(Runtime.getRuntime().availableProcessors())
                .append(" cores, Java ")
                .append(Runtime.version())
                .append("\n\n");
        out.append(Line.HEAD).append('\n');
        lines.forEach(line -> out.append(line.markdown()).append('\n'));
        // Maven still needs its console afterwards: this one is emptied, not closed.
        var console = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        console.print(out);
        console.flush();
    }
}
