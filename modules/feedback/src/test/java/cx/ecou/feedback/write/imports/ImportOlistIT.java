package cx.ecou.feedback.write.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.MappingJson;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.testing.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The reviews of a Brazilian marketplace, whose figures were computed independently from the same file. */
@EcouTest
@TestPropertySource(properties = "test.world=olist") // a world of its own: what is counted here nobody else wrote
class ImportOlistIT {

    private static final String MAPPING = """
        { "name": "Olist reviews",
          "fields": {
            "source":     { "constant": "olist" },
            "externalId": { "columns": ["review_id", "order_id"] },
            "kind":       { "constant": "REVIEW" },
            "language":   { "constant": "pt" },
            "occurredAt": { "columns": ["review_answer_timestamp"],
                            "format": "yyyy-MM-dd HH:mm:ss", "timeZone": "America/Sao_Paulo" },
            "comment":    { "columns": ["review_comment_title", "review_comment_message"] } },
          "scores": [ { "column": "review_score", "metric": "CSAT", "scale": "1-5" } ] }""";

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient database;

    @Test
    void each_review_is_recorded_once_with_the_figures_that_are_known_of_the_file() throws IOException {
        Path file = file();
        FeedbackImport first = done(file);
        FeedbackImport again = done(file);
        positions.await("feedback.inbox", positions.head(), Duration.ofSeconds(30));

        assertThat(first.tally()).isEqualTo(new Tally(2_993, 2_993, 0, 0));
        assertThat(again.tally()).isEqualTo(new Tally(2_993, 0, 2_993, 0));
        assertThat(scoreCounts()).isEqualTo(Map.of(1, 355L, 2, 98L, 3, 247L, 4, 576L, 5, 1_717L));
        assertThat(number("select avg(csat) from feedback.inbox")).isCloseTo(4.06983, within(0.000005));
        assertThat(number("select 100.0 * count(*) filter (where csat_band = 1) / count(*) from feedback.inbox"))
                .isCloseTo(76.6121, within(0.00005));
        assertThat(number("select count(*) from feedback.inbox where comment is not null"))
                .as("1,251 with a message, and 48 with nothing but a title")
                .isEqualTo(1_251 + 48);
        assertThat(number("select count(*) from feedback.inbox where language = 'pt' and csat_scale = '1-5'"))
                .isEqualTo(2_993);
    }

    @Test
    void a_time_of_day_is_meant_where_the_marketplace_is() throws IOException {
        done(file());
        positions.await("feedback.inbox", positions.head(), Duration.ofSeconds(30));

        assertThat(number("""
                select count(*) from feedback.inbox
                where external_id = '500c05500aa275953129f49799ee5c73/8a9424899aac432d80d8e580932b5ee9'
                  and occurred_at = '2018-07-25T21:37:22-03:00' and comment = E'MT lindo\\nMT lindo'""")).isEqualTo(1);
    }

    private FeedbackImport done(Path file) throws IOException {
        Mapping mapping = MappingJson.read(MAPPING);
        UUID importId;
        try (InputStream content = Files.newInputStream(file)) {
            importId =
                    uploads.store("order_reviews.csv", content, null, SignedIn.colleague("Ilinca P.", Role.CX_MANAGER));
        }
        imports.start(importId, mapping);
        await().atMost(Duration.ofSeconds(60)).until(() -> imports.get(importId).status() == ImportStatus.DONE);
        return imports.get(importId);
    }

    private Map<Integer, Long> scoreCounts() {
        return database
                .sql("select csat, count(*) as n from feedback.inbox group by csat")
                .query((row, n) -> Map.entry(row.getInt(1), row.getLong(2)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private double number(String sql) {
        return Objects.requireNonNull(database.sql(sql).query(Double.class).single());
    }

    /** The folder ECOU_TEST_DATA, else shared/data beside the checkout. */
    private static Path file() {
        String stated = System.getenv("ECOU_TEST_DATA");
        Stream<Path> folders = stated != null
                ? Stream.of(Path.of(stated))
                : Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(folder -> folder.resolve("shared/data"));
        Path file = folders.map(folder -> folder.resolve("olist/order_reviews.csv"))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(file != null, "skipped: no olist/order_reviews.csv in ECOU_TEST_DATA or shared/data");
        return Objects.requireNonNull(file);
    }
}
