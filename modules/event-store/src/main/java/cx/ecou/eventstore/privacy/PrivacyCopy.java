package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a restore needs besides the database: the list of erasures, in Ecou's folder and beside the backups, and beside the backups
 * every wrapping key that lay in Ecou's folder. Brought up to date every few seconds, as the copy of what is written is.
 */
public final class PrivacyCopy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    private static final int EVERY_SECONDS = 5;
    private static final int PAGE = 10_000;

    /** A transaction may commit so long after the time that it has written. */
    private static final Duration LATEST_COMMIT = Duration.ofMinutes(10);

    private final KeyTable table;
    private final List<Kept> lists;
    private final @Nullable WrappingKeyFile keys;
    private final @Nullable WrappingKeyFile copyOfKeys;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        var made = new Thread(run, "ecou-privacy-copy");
        made.setDaemon(true);
        return made;
    });
    private Erasure seen = Erasure.NONE;
    private boolean failing;

    /** A list, and who is in it. */
    private record Kept(ErasureList list, Set<UUID> subjects) {

        static Kept of(ErasureList list) {
            Set<UUID> subjects = new HashSet<>();
            list.read().forEach(erasure -> subjects.add(erasure.subject()));
            return new Kept(list, subjects);
        }

        void add(List<Erasure> erasures) throws IOException {
            List<Erasure> missing = erasures.stream()
                    .filter(erasure -> !subjects.contains(erasure.subject()))
                    .toList();
            list.append(missing);
            missing.forEach(erasure -> subjects.add(erasure.subject()));
        }
    }

    /**
     * @param lists where erasures are kept
     * @param home Ecou's folder, if its wrapping keys lie in it
     * @param backups the folder of the backups, if there is one
     */
    public PrivacyCopy(DataSource database, List<ErasureList> lists, @Nullable Path home, @Nullable Path backups) {
        this.table = new KeyTable(database);
        this.lists = lists.stream().map(Kept::of).toList();
        this.keys = home == null ? null : WrappingKeyFile.in(home);
        this.copyOfKeys = backups == null ? null : WrappingKeyFile.in(backups);
    }

    void start() {
        if (lists.isEmpty() && copyOfKeys == null) {
            return;
        }
        copyOrSay();
        thread.scheduleWithFixedDelay(this::copyOrSay, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Brings everything up to date. */
    public synchronized void copy() throws IOException {
        if (!table.exists()) {
            return; // a database of the time before there were keys
        }
        copyKeys();
        Erasure last = new Erasure(Erasure.NONE.subject(), seen.at().minus(LATEST_COMMIT));
        for (List<Erasure> page = page(last); !page.isEmpty(); page = page(last)) {
            for (Kept list : lists) {
                list.add(page);
            }
            last = page.get(page.size() - 1);
            seen = last;
        }
    }

    private List<Erasure> page(Erasure last) {
        return table.destroyedAfter(last, PAGE);
    }

    private void copyKeys() {
        if (keys != null && copyOfKeys != null && keys.exists()) {
            copyOfKeys.addAll(keys.keys());
        }
    }

    /**
     * Puts the wrapping keys beside the backups into the folder of a restored database.
     *
     * @return whether there were any
     */
    public static boolean restoreKeys(Path backups, Path home) {
        WrappingKeyFile copy = WrappingKeyFile.in(backups);
        if (copy.exists()) {
            WrappingKeyFile.in(home).addAll(copy.keys());
        }
        return copy.exists();
    }

    private void copyOrSay() {
        try {
            copy();
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing) {
                log.error(
                        "Erasures are not copied ({}): a restore would bring back what was erased since. See that {} can be written.",
                        Failure.of(e).error(),
                        lists.stream().map(kept -> kept.list().path()).toList());
            }
            failing = true;
        }
    }

    /** Copies the last of it. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        copyOrSay();
    }
}
