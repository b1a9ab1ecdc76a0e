package cx.ecou.customer.write.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.customer.World;
import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.write.consent.Consents;
import cx.ecou.customer.write.consent.Saying;
import cx.ecou.customer.write.consent.Topic;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
class ExportsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID MARTA = Ids.next();

    @Autowired
    World world;

    @Autowired
    Exports exports;

    @Autowired
    ExportTable table;

    @Autowired
    ExportPreparation preparation;

    @Autowired
    Merging merging;

    @Autowired
    Consents consents;

    @Autowired
    DataKeys keys;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    @Test
    void everything_that_all_sources_have_said_of_one_person_is_in_one_archive_and_nothing_of_anybody_else()
            throws IOException {
        UUID inTheShop = describes("shop", "x1", "Ana Kowalska", "=1+1");
        UUID inTheApp = describes("app", "x1", "Anna K.", "none");
        UUID somebodyElse = describes("shop", "x1-other", "Jan Nowak", "none");
        merging.merge(inTheShop, inTheApp, MARTA);
        consents.state(
                inTheApp, List.of(Saying.yes(new Topic(Purpose.SURVEY, Channel.EMAIL), Saying.MONDAY)), null, null);

        Map<String, String> files = fetched(exports.request(inTheApp));

        assertThat(files)
                .containsOnlyKeys(
                        "data.json",
                        "customer.CustomerDescribed.csv",
                        "customer.SubjectRecognised.csv",
                        "customer.CustomersMerged.csv",
                        "customer.ConsentGiven.csv");
        assertThat(files.get("data.json"))
                .contains("Ana Kowalska", "Anna K.", "\"newsletter\" : \"=1+1\"", inTheShop.toString())
                .doesNotContain("Jan Nowak", somebodyElse.toString(), "v1.");
        assertThat(files.getOrDefault("customer.CustomerDescribed.csv", "").lines())
                .hasSize(3)
                .anySatisfy(row -> assertThat(row).contains("Ana Kowalska", "shop-x1@example.org"))
                .anySatisfy(row -> assertThat(row).contains("Anna K."));
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_a_text() throws IOException {
        UUID ana = describes("shop", "x2", "=HYPERLINK(\"https://example.org\")", "none");

        assertThat(fetched(exports.request(ana)).get("customer.CustomerDescribed.csv"))
                .contains("'=HYPERLINK");
    }

    @Test
    void the_link_shows_how_far_it_is_and_opens_the_archive_for_a_day() {
        UUID ana = describes("shop", "x3", "Ana", "none");

        ExportLink made = exports.request(ana);
        awaitReady(made);

        String token = made.path().substring("/exports/".length());
        Export ready = exports.behind(token).orElseThrow();
        assertThat(Duration.between(Instant.now(), ready.expiresAt()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        expires(made, "1 minute");
        assertThat(exports.behind(token))
                .hasValueSatisfying(export -> assertThat(export.state()).isEqualTo(ExportState.EXPIRED));
        assertThat(exports.archive(made.export().exportId())).isEmpty();
        assertThat(exports.behind("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
    }

    @Test
    void what_is_over_is_taken_away_and_later_forgotten() {
        ExportLink made = exports.request(describes("shop", "x4", "Ana", "none"));
        awaitReady(made);

        expires(made, "1 minute");
        table.clear();
        assertThat(stored(made)).isEmpty();
        assertThat(exports.find(made.export().exportId())).isPresent();

        expires(made, "31 days");
        table.clear();
        assertThat(exports.find(made.export().exportId())).isEmpty();
    }

    @Test
    void who_reads_the_database_or_a_backup_reads_nothing_of_it() {
        ExportLink made = exports.request(describes("shop", "x5", "Ana Kowalska", "none"));
        awaitReady(made);

        byte[] archive = exports.archive(made.export().exportId()).orElseThrow();

        assertThat(archive).startsWith('P', 'K');
        assertThat(stored(made).get(0)).isNotEqualTo(archive);
        assertThat(new String(stored(made).get(0), StandardCharsets.ISO_8859_1)).doesNotContain("data.json");
    }

    @Test
    void when_the_person_is_erased_nobody_can_read_it_any_more() {
        UUID ana = describes("shop", "x6", "Ana", "none");
        ExportLink made = exports.request(ana);
        awaitReady(made);

        transaction.executeWithoutResult(status -> keys.destroy(List.of(ana)));

        assertThat(exports.archive(made.export().exportId())).isEmpty();
    }

    @Test
    void who_was_merged_or_erased_while_it_was_gathered_is_looked_at_again() {
        UUID ana = describes("shop", "x7", "Ana", "none");
        ExportLink made = exports.request(ana);
        UUID exportId = made.export().exportId();
        awaitReady(made);
        UUID whole = describes("shop", "x7-whole", "Anna", "none");
        merging.merge(whole, ana, MARTA);

        assertThatThrownBy(() -> table.ready(exportId, ana, new byte[1])).isInstanceOf(IllegalStateException.class);
        database.sql("update customer.export set ready_at = null where export_id = ?")
                .param(exportId)
                .update();
        preparation.prepare(exportId);

        assertThat(exports.find(exportId))
                .hasValueSatisfying(export -> assertThat(export.state()).isEqualTo(ExportState.READY));
        assertThat(exports.isOf(made.export(), whole)).isTrue();
    }

    @Test
    void of_whom_nothing_is_known_or_who_has_been_erased_nothing_is_gathered() {
        UUID ana = describes("shop", "x8", "Ana", "none");
        world.erases(ana);

        refused("customer.erased", ana);
        refused("customer.unknown", Ids.next());
    }

    private void refused(String rule, UUID customerId) {
        assertThatThrownBy(() -> exports.request(customerId))
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo(rule));
    }

    /** A source describes somebody; their own customer from then on. */
    private UUID describes(String source, String ref, String name, String newsletter) {
        UUID subjectId = CustomerSeen.subjectOf(source, ref);
        UUID descriptionId = Ids.next();
        facts.record(List.of(new Fact(
                descriptionId,
                "Description",
                new CustomerDescribed(
                        descriptionId,
                        subjectId,
                        source,
                        ref,
                        name,
                        List.of(source + "-" + ref + "@example.org"),
                        null,
                        null,
                        null,
                        "pl",
                        null,
                        null,
                        null,
                        Map.of("newsletter", newsletter),
                        Instant.parse("2026-07-25T21:37:22Z")))));
        world.settles();
        return world.customerOf(subjectId);
    }

    private void awaitReady(ExportLink made) {
        await().atMost(PATIENCE)
                .until(() ->
                        exports.find(made.export().exportId()).orElseThrow().state() == ExportState.READY);
    }

    private Map<String, String> fetched(ExportLink made) throws IOException {
        awaitReady(made);
        Map<String, String> files = new LinkedHashMap<>();
        byte[] archive = exports.archive(made.export().exportId()).orElseThrow();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private List<byte[]> stored(ExportLink made) {
        return database.sql("select archive from customer.export where export_id = ? and archive is not null")
                .param(made.export().exportId())
                .query(byte[].class)
                .list();
    }

    private void expires(ExportLink made, String ago) {
        database.sql("update customer.export set expires_at = now() - ?::interval where export_id = ?")
                .params(ago, made.export().exportId())
                .update();
    }
}
