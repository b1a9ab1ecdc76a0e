package cx.ecou.eventstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalFilesTests {

    private static final String FIRST = "000000010000000000000001";

    @TempDir
    Path folder = Path.of("");

    @Test
    void names_go_up_one_by_one_and_over_into_the_next_range() {
        assertThat(WalFiles.after(FIRST)).isEqualTo("000000010000000000000002");
        assertThat(WalFiles.after("0000000200000000000000FF")).isEqualTo("000000020000000100000000");
        assertThat(WalFiles.after("00000002000000FF000000FF")).isEqualTo("000000020000010000000000");
    }

    @Test
    void only_files_of_the_log_are_seen() throws IOException {
        for (String name : new String[] {"000000010000000000000003", FIRST, "archive_status", "00000002.history"}) {
            Files.createFile(folder.resolve(name));
        }

        assertThat(WalFiles.in(folder)).containsExactly(FIRST, "000000010000000000000003");
        assertThat(WalFiles.nextIn(folder)).contains("000000010000000000000004");
        assertThat(WalFiles.anyBehind("000000010000000000000002", folder)).isTrue();
        assertThat(WalFiles.anyBehind("000000010000000000000003", folder)).isFalse();
    }

    @Test
    void the_file_that_grows_is_gone_on_with_and_in_an_empty_folder_there_is_none() throws IOException {
        assertThat(WalFiles.nextIn(folder)).isEmpty();
        Files.createFile(folder.resolve(FIRST));
        Files.createFile(folder.resolve("000000010000000000000002.partial"));

        assertThat(WalFiles.nextIn(folder)).contains("000000010000000000000002");
    }

    @Test
    void only_what_is_new_is_copied_and_the_rest_reads_as_zeros() throws IOException {
        Path source = Files.writeString(folder.resolve("source"), "abcdefgh");
        Path copy = folder.resolve("copy");
        WalFiles.copy(source, copy, 0, 3);
        Files.writeString(source, "ABCDEFGH");

        WalFiles.copy(source, copy, 3, 6);
        WalFiles.lengthen(copy, 8);

        assertThat(Files.readString(copy)).isEqualTo("abcDEF\0\0");
    }

    @Test
    void a_source_that_is_too_short_is_refused() throws IOException {
        Path source = Files.writeString(folder.resolve("source"), "abc");

        assertThatThrownBy(() -> WalFiles.copy(source, folder.resolve("copy"), 0, 6))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("shorter than it should be");
    }
}
