package cx.ecou.story;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The orders of a Brazilian marketplace, where the public files of Olist lie at hand. */
final class Marketplace {

    private Marketplace() {}

    /** In the folder ECOU_TEST_DATA, else in shared/data beside the checkout; without it the test is skipped. */
    static Path file(String name) {
        String stated = System.getenv("ECOU_TEST_DATA");
        Stream<Path> folders = stated != null
                ? Stream.of(Path.of(stated))
                : Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(folder -> folder.resolve("shared/data"));
        Path file = folders.map(folder -> folder.resolve("olist").resolve(name))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(file != null, "skipped: no olist/" + name + " in ECOU_TEST_DATA or shared/data");
        return Objects.requireNonNull(file);
    }

    static List<NamedCsvRecord> rows(String name) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file(name))) {
            return rows.stream().toList();
        }
    }
}
