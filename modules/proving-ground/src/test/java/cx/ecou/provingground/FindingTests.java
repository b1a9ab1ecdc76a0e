package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a proof that finds something. */
class FindingTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Report report = new Report(said);

    @Test
    void what_is_not_as_it_must_be_is_said_with_both_values() {
        var doubts = new Finding.Doubts()
                .expect("events", 5L, 5L)
                .expect("events", 5L, 4L)
                .atMost("seconds", 10, 10)
                .atMost("seconds", 10, 10.5)
                .atLeast("answers", 1, 1)
                .atLeast("answers", 1, 0)
                .found(List.of("something else"));

        assertThat(doubts.broken())
                .containsExactly(
                        "events: 4 instead of 5",
                        "seconds: 10.5, at most 10.0 is allowed",
                        "answers: 0.0, at least 1.0 is needed",
                        "something else");
    }

    @Test
    void the_folder_goes_when_the_promise_was_kept_and_stays_when_it_was_broken() throws IOException {
        assertThat(Promise.A1
                        .prove(ground("kept"), made -> finding(made, List.of()), report)
                        .broken())
                .isEmpty();
        assertThat(folder.resolve("kept")).doesNotExist();

        assertThat(Promise.A1
                        .prove(ground("broken"), made -> finding(made, List.of("lost")), report)
                        .broken())
                .containsExactly("lost");
        assertThat(folder.resolve("broken").resolve("data")).exists();
    }

    @Test
    void what_was_done_is_said_with_its_seed_and_what_was_broken_with_the_folder() throws IOException {
        Promise.A1.prove(ground("broken"), made -> finding(made, List.of("lost")), report);

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "A1, an acknowledged event is never lost or doubled when the application is killed: seed 7, short",
                        "A1: one; fast – slow; 0 s",
                        "A1 BROKEN: lost",
                        "A1: everything is kept in " + folder.resolve("broken"));
    }

    @Test
    void a_proof_that_could_not_be_made_proves_nothing_and_names_its_seed_and_folder() {
        assertThatIOException()
                .isThrownBy(() -> Promise.A1.prove(
                        ground("failed"),
                        made -> {
                            throw new IllegalStateException("no answer");
                        },
                        report))
                .withMessageContainingAll(
                        "A1", "seed 7", folder.resolve("failed").toString());
        assertThat(folder.resolve("failed")).exists();
    }

    private Ground ground(String name) {
        return new Ground(List.of(), folder.resolve(name), false, 7);
    }

    private static Finding finding(Ground ground, List<String> broken) throws IOException {
        Files.writeString(ground.folder().resolve("data"), "something");
        return new Finding("one", "fast – slow", broken);
    }
}
