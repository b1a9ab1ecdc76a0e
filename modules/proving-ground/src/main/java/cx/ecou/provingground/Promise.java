package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;

/** What is promised in {@code docs/operations.md}, each with the attempt to break it. */
enum Promise {
    A1("an acknowledged event is never lost or doubled when the application is killed", KilledApplication::new),
    A2("PostgreSQL may crash", CrashedDatabase::new),
    A3("every event is read once and in order", EveryEventOnce::new),
    A5("a node may die or freeze", DeadOrFrozenNode::new),
    A9("duplicates are absorbed", RepeatedBatch::new),
    A12("invariants hold under races", RacingSteps::new),
    A20("it stops gracefully", GracefulStop::new),
    A25("nothing calls home", NoPhoneHome::new);

    private final String words;
    private final Supplier<Proof> attempts;

    /** @param attempts makes a new one each time: an attempt remembers what it has seen */
    Promise(String words, Supplier<Proof> attempts) {
        this.words = words;
        this.attempts = attempts;
    }

    /**
     * Carries the proof out and reports what it found. When something was broken the folder is kept, and named.
     *
     * @throws IOException when the proof could not be carried out; the folder is kept as well
     */
    Finding prove(Ground ground, Report report) throws IOException {
        return prove(ground, attempts.get(), report);
    }

    Finding prove(Ground ground, Proof proof, Report report) throws IOException {
        Files.createDirectories(ground.folder());
        report.say(name() + ", " + words + ": seed " + ground.seed() + (ground.full() ? ", in full" : ", short"));
        long begin = System.nanoTime();
        Finding finding = attempt(ground, proof);
        report.say(name() + ": " + finding.counts() + "; " + finding.timings() + "; "
                + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        finding.broken().forEach(broken -> report.say(name() + " BROKEN: " + broken));
        if (finding.broken().isEmpty()) {
            FileSystemUtils.deleteRecursively(ground.folder());
        } else {
            report.say(name() + ": everything is kept in " + ground.folder());
        }
        return finding;
    }

    private Finding attempt(Ground ground, Proof proof) throws IOException {
        try {
            return proof.attempt(ground);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (Exception e) {
            throw new IOException(
                    name() + " could not be proven (seed " + ground.seed() + "): " + e.getMessage()
                            + "; everything is kept in " + ground.folder(),
                    e);
        }
    }
}
