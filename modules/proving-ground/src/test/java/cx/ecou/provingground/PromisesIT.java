package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A short variant of each proof; in full they are {@code mvn verify -Pprove -DskipTests}. */
class PromisesIT {

    private static final Path FOLDER = Path.of("target/proofs").toAbsolutePath();

    @BeforeAll
    static void what_earlier_runs_have_kept_is_forgotten() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void an_acknowledged_event_is_never_lost_or_doubled_when_the_application_is_killed() throws IOException {
        assertKept(Promise.A1);
    }

    @Test
    void postgres_may_crash_while_the_application_stays_up() throws IOException {
        assertKept(Promise.A2);
    }

    @Test
    void every_event_is_read_once_and_in_order() throws IOException {
        assertKept(Promise.A3);
    }

    @Test
    void a_node_may_die_or_freeze() throws IOException {
        assertKept(Promise.A5);
    }

    @Test
    void a_batch_that_is_sent_ten_times_at_once_is_recorded_once() throws IOException {
        assertKept(Promise.A9);
    }

    @Test
    void of_many_who_change_one_case_on_two_nodes_none_is_lost_and_one_wins() throws IOException {
        assertKept(Promise.A12);
    }

    @Test
    void whoever_is_being_answered_when_it_stops_gets_the_answer() throws IOException {
        assertKept(Promise.A20);
    }

    @Test
    void nothing_calls_home() throws IOException {
        assertKept(Promise.A25);
    }

    private static void assertKept(Promise promise) throws IOException {
        var ground = new Ground(EcouJar.quick(), FOLDER.resolve(promise.name()), false, System.nanoTime());
        assertThat(promise.prove(ground, Report.onTheConsole()).broken()).isEmpty();
    }
}
