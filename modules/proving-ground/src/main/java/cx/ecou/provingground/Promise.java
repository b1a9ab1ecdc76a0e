package cx.ecou.provingground;

import java.io.IOException;
import java.nio.file.Files;
import org.springframework.util.FileSystemUtils;

/** What is promised in {@code docs/operations.md}, each with the attempt to break it. */
enum Promise {
    A1("an acknowledged event is never lost or doubled when the application is killed", new KilledApplication()),
    A2("PostgreSQL may crash", new CrashedDatabase()),
    A3("every event is read once and in order", new EveryEventOnce()),
    A5("a node may die or freeze", new DeadOrFrozenNode()),
    A9("duplicates are absorbed", new RepeatedBatch()),
    A12("invariants hold under races", new RacingSteps()),
    A20("it stops gracefully", new GracefulStop()),
    A25("nothing calls home", new NoPhoneHome());

    private final String words;
    private final Proof proof;

    Promise(String words, Proof proof) {
        this.words = words;
        this.proof = proof;
    }

    /**
     * Carries the proof out and prints what it found. When something was broken the folder is kept, and named.
     *
     * @throws IOException when the proof could not be carried out; the folder is kept as well
     */
    Finding prove(Ground ground) throws IOException {
        return prove(ground, proof);
    }

    Finding prove(Ground ground, Proof proof) throws IOException {
        Files.createDirectories(ground.folder());
        say(name() + ", " + words + ": seed " + ground.seed() + (ground.full() ? ", in full" : ", short"));
        long begin = System.nanoTime();
        Finding finding = attempt(ground, proof);
        say(name() + ": " + finding.counts() + "; " + finding.timings() + "; "
                + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        finding.broken().forEach(broken -> say(name() + " BROKEN: " + broken));
        if (finding.broken().isEmpty()) {
            FileSystemUtils.deleteRecursively(ground.folder());
        } else {
            say(name() + ": everything is kept in " + ground.folder());
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
                    name() + " could not be proven (seed " + ground.seed() + "); everything is kept in "
                            + ground.folder(),
                    e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
