package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The memory of a running platform, in bytes.
 *
 * @param heap in use after a collection
 * @param rss what its process holds of the machine
 */
record Memory(double heap, double rss) {

    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Lets it collect its garbage first. */
    static Memory of(Platform platform) throws IOException, InterruptedException {
        String pid = String.valueOf(platform.process().pid());
        String jcmd = Path.of(Platform.javaProgram()).resolveSibling("jcmd").toString();
        new ProcessBuilder(jcmd, pid, "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double heap = 0;
        try (LeanHttp http = platform.connect()) {
            Matcher pools = HEAP.matcher(http.get("/actuator/prometheus", "").text());
            while (pools.find()) {
                heap += Double.parseDouble(pools.group(1));
            }
        }
        Matcher rss = RSS.matcher(Files.readString(Path.of("/proc", pid, "status")));
        if (!rss.find()) {
            throw new IOException("the process has no memory");
        }
        return new Memory(heap, Double.parseDouble(rss.group(1)) * 1024);
    }

    /** {@code 101, 103, 102 MB} */
    static String megabytes(List<Memory> measured, ToDoubleFunction<Memory> which) {
        return measured.stream()
                .map(memory -> String.format(Locale.ROOT, "%.0f", which.applyAsDouble(memory) / (1 << 20)))
                .collect(Collectors.joining(", ", "", " MB"));
    }
}
