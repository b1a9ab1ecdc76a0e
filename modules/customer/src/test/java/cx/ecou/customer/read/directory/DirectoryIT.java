package cx.ecou.customer.read.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.Visit.CameBy;
import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.RecognisedBy;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class DirectoryIT {

    @Autowired
    World world;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    @Test
    void a_customer_whose_first_event_waits_for_a_repair_is_listed_and_completed_by_it() {
        UUID ana = CustomerSeen.subjectOf("shop", "waits-1");
        world.recordsAll(List.of(new SubjectRecognised(ana, ana, RecognisedBy.NOTHING_KNOWN, "shop", "waits-1")));
        assertThat(directory.find(ana))
                .hasValueSatisfying(row -> assertThat(row.email()).isNull());

        world.recordsAll(List.of(new CameBy(
                ana,
                "shop",
                "waits-1",
                List.of(Identity.email("waits@example.org").orElseThrow()))));

        assertThat(directory.find(ana))
                .hasValueSatisfying(row -> assertThat(row.email()).isEqualTo("waits@example.org"));
    }

    @Test
    void who_comes_again_was_seen_first_when_they_came_first() {
        UUID ana = world.meets("shop", "again-1");
        var first = directory.find(ana).orElseThrow();

        world.meets("shop", "again-1");

        assertThat(directory.find(ana)).hasValueSatisfying(row -> {
            assertThat(row.firstSeenAt()).isEqualTo(first.firstSeenAt());
            assertThat(row.lastSeenAt()).isAfter(first.lastSeenAt());
        });
    }

    @Test
    void what_is_told_for_the_first_time_on_a_later_visit_is_listed() {
        UUID ana = world.meets("shop", "later-1");

        world.meets("shop", "later-1", Identity.email("later@example.org").orElseThrow());

        assertThat(directory.find(ana))
                .hasValueSatisfying(row -> assertThat(row.email()).isEqualTo("later@example.org"));
        assertThat(found("later@exam")).containsExactly(ana);
    }

    @Test
    void addresses_and_keys_are_found_by_the_beginning_of_each_of_their_parts() {
        UUID ana = world.meets(
                "shop", "crm-parts-77", Identity.email("parts@half.example.org").orElseThrow());

        for (String typed : List.of("PARTS@ha", "half", "77 crm", "crm-parts")) {
            assertThat(found(typed)).as(typed).contains(ana);
        }
        assertThat(found("parts other")).isEmpty();
    }

    @Test
    void a_line_is_written_again_only_when_something_in_it_is_new() {
        UUID ana = described("line-1", "Ana", "pl", "1 order");
        String written = versionOf(ana);

        described("line-1", "Ana", "pl", "2 orders");
        assertThat(versionOf(ana)).isEqualTo(written);

        described("line-1", "Ana Rewritten", "cs", "2 orders");
        assertThat(directory.find(ana)).hasValueSatisfying(row -> {
            assertThat(row.name()).isEqualTo("Ana Rewritten");
            assertThat(row.language()).isEqualTo("cs");
        });
        assertThat(found("rewritten")).containsExactly(ana);
    }

    private UUID described(String ref, String name, String language, String attribute) {
        UUID subjectId = CustomerSeen.subjectOf("shop", ref);
        world.recordsAll(List.of(new CustomerDescribed(
                Ids.derived("description", "shop", ref),
                subjectId,
                "shop",
                ref,
                name,
                null,
                null,
                null,
                null,
                language,
                null,
                null,
                null,
                Map.of("bought", attribute),
                Instant.parse("2026-11-02T09:00:00Z"))));
        return world.customerOf(subjectId);
    }

    private String versionOf(UUID customerId) {
        return database.sql("select xmin::text from customer.directory where customer_id = ?")
                .param(customerId)
                .query(String.class)
                .single();
    }

    @Test
    void who_was_seen_last_stands_first() {
        UUID ana = world.meets("shop", "ovisit-1");
        UUID jan = world.meets("shop", "ovisit-2");
        assertThat(found("ovisit")).containsExactly(jan, ana);

        world.meets("shop", "ovisit-1");

        assertThat(found("ovisit")).containsExactly(ana, jan);
    }

    private List<UUID> found(String words) {
        return directory.page(new DirectoryFilter(words, null), null, 10).rows().stream()
                .map(DirectoryRow::customerId)
                .toList();
    }

    @Test
    void a_page_ends_where_the_next_one_begins() {
        for (int n = 0; n < 5; n++) {
            world.meets("paging", "page-" + n);
        }
        var filter = new DirectoryFilter("page", null);

        Directory.Page first = directory.page(filter, null, 3);
        Directory.Page second = directory.page(filter, first.next(), 3);

        assertThat(first.rows()).hasSize(3).doesNotContainAnyElementsOf(second.rows());
        assertThat(second.rows()).hasSize(2);
        assertThat(second.next()).isNull();
    }
}
