package cx.ecou.webshell.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTests {

    @TempDir
    Path folder;

    @Test
    void it_changes_with_any_file_and_with_nothing_else() throws Exception {
        Files.writeString(folder.resolve("a.css"), "a {}");
        String first = fingerprint();
        assertThat(fingerprint()).isEqualTo(first).matches("[0-9a-f]{12}");

        Files.writeString(folder.resolve("b.css"), "b {}");
        assertThat(fingerprint()).isNotEqualTo(first);
    }

    private String fingerprint() {
        return Fingerprint.ofResources("file:" + folder + "/**");
    }
}
