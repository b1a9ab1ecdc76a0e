package cx.ecou.customer.api;

import static cx.ecou.customer.api.Source.KEY;
import static cx.ecou.customer.api.Source.text;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class CustomersApiIT {

    private static final String ANA = """
            { "name": "Ana Kowalska", "emails": ["Ana.K@example.org"], "phones": ["+48 601 234 567"],
              "loyaltyCards": ["8800 1234"], "language": "pl", "timeZone": "Europe/Warsaw",
              "account": { "ref": "acme", "role": "buyer" }, "attributes": { "newsletter": "yes" } }""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Merging merging;

    @Autowired
    RecordedDeeds deeds;

    @Autowired
    Positions positions;

    private Source customers;

    @BeforeEach
    void a_source_has_its_key() {
        customers = new Source(mvc, "customers");
    }

    @Test
    void what_a_source_knows_of_a_customer_is_recorded_once_and_can_be_read_back_at_once() {
        MvcTestResult first = customers.puts("shop", "api-1", ANA);
        MvcTestResult again = customers.puts("shop", "api-1", ANA);

        assertThat(first).hasStatus(HttpStatus.CREATED).bodyJson().isStrictlyEqualTo("{\"changed\":true}");
        assertThat(again).hasStatus(HttpStatus.OK).bodyJson().isStrictlyEqualTo("{\"changed\":false}");
        assertThat(world.recorded(description("shop", "api-1"))).hasSize(1);
        assertThat(customers.reads("/shop/api-1", first))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        { "knownAs": [ { "source": "shop", "ref": "api-1", "name": "Ana Kowalska",
                          "emails": ["Ana.K@example.org"], "phones": ["+48 601 234 567"], "loyaltyCards": ["8800 1234"],
                          "language": "pl", "timeZone": "Europe/Warsaw", "account": { "ref": "acme", "role": "buyer" },
                          "attributes": { "newsletter": "yes" } } ] }""");
    }

    @Test
    void what_is_said_anew_replaces_what_was_said_before() {
        customers.puts("shop", "api-2", "{\"name\":\"Ana\",\"emails\":[\"api-2@example.org\"]}");
        MvcTestResult changed = customers.puts("shop", "api-2", "{\"name\":\"Anna\"}");

        assertThat(changed).hasStatus(HttpStatus.OK).bodyJson().isStrictlyEqualTo("{\"changed\":true}");
        assertThat(world.recorded(description("shop", "api-2")))
                .extracting(event -> ((CustomerDescribed) event).name())
                .containsExactly("Ana", "Anna");
        assertThat(customers.reads("/shop/api-2", changed))
                .bodyJson()
                .extractingPath("knownAs[0].emails")
                .asArray()
                .isEmpty();
    }

    @Test
    void two_sources_that_name_one_address_describe_one_customer() {
        customers.puts("shop", "api-3", "{\"name\":\"Ana\",\"emails\":[\"api-3@example.org\"]}");
        MvcTestResult inTheApp = customers.puts("app", "api-3", "{\"emails\":[\"api-3@example.org\"]}");

        assertThat(customers.reads("/app/api-3", inTheApp))
                .bodyJson()
                .extractingPath("knownAs[*].source")
                .asArray()
                .containsExactlyInAnyOrder("shop", "app");
    }

    @Test
    void an_address_that_moves_to_somebody_else_recognises_only_them() {
        customers.puts("shop", "api-4a", "{\"emails\":[\"api-4@example.org\"]}");
        customers.puts("shop", "api-4a", "{\"emails\":[\"api-4-old@example.org\"]}");
        customers.puts("shop", "api-4b", "{\"emails\":[\"api-4@example.org\"]}");
        world.settles();
        UUID seen =
                world.meets("app", "api-4", Identity.email("api-4@example.org").orElseThrow());

        assertThat(world.customerOf(seen)).isEqualTo(CustomerSeen.subjectOf("shop", "api-4b"));
    }

    @Test
    void of_who_was_erased_nothing_is_recorded_any_more() {
        customers.puts("shop", "api-13", "{\"name\":\"Ana\"}");
        world.settles();
        world.erases(CustomerSeen.subjectOf("shop", "api-13"));

        MvcTestResult again = customers.puts("shop", "api-13", "{\"name\":\"Ana again\"}");
        MvcTestResult inBatch = customers.sends(MediaType.APPLICATION_JSON, """
                [ { "source": "shop", "ref": "api-13", "name": "Ana again" } ]""");

        assertThat(again)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/customer.erased");
        assertThat(inBatch)
                .bodyJson()
                .extractingPath("results[0].errors[0].code")
                .isEqualTo("erased");
        assertThat(world.recorded(description("shop", "api-13"))).hasSize(1);
    }

    @Test
    void of_a_batch_each_item_is_answered_for() {
        customers.puts("shop", "api-5a", "{\"name\":\"Ana\"}");

        MvcTestResult answer = customers.sends(MediaType.APPLICATION_JSON, """
                [ { "source": "shop", "ref": "api-5a", "name": "Ana" },
                  { "source": "shop", "ref": "api-5b", "name": "Jan" },
                  { "source": "shop", "ref": "api-5c", "emails": ["nobody"] },
                  { "source": "shop", "ref": "api-5d", "nickname": "J" },
                  { "source": "shop", "ref": "api-5b", "name": "Jane" },
                  7, null,
                  { "source": "shop", "ref": "api-5b", "name": "Jan" } ]""");

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                { "accepted": 1, "repeated": 2, "rejected": 5, "results": [
                  { "index": 0, "status": "repeated" },
                  { "index": 2, "status": "rejected", "errors": [ { "field": "emails[0]", "code": "not-an-identity" } ] },
                  { "index": 3, "status": "rejected", "errors": [ { "field": "nickname", "code": "unknown-field" } ] },
                  { "index": 4, "status": "rejected", "errors": [ { "field": "ref", "code": "twice" } ] },
                  { "index": 5, "status": "rejected", "errors": [ { "field": "", "code": "wrong-type" } ] },
                  { "index": 6, "status": "rejected", "errors": [ { "field": "", "code": "wrong-type" } ] },
                  { "index": 7, "status": "repeated" } ] }""");
    }

    @Test
    void of_lines_too_and_one_that_is_no_json_spoils_no_other() {
        MvcTestResult answer = customers.sends(MediaType.APPLICATION_NDJSON, """
                {"source":"shop","ref":"api-6a","name":"Ana"}

                {"source":"shop","ref":
                {"source":"shop","ref":"api-6b"}
                """);

        assertThat(answer).bodyJson().extractingPath("accepted").isEqualTo(2);
        assertThat(answer).bodyJson().extractingPath("results[0].index").isEqualTo(1);
    }

    @Test
    void whoever_waits_for_the_position_of_a_batch_reads_all_of_it() {
        List<String> refs = IntStream.range(0, 20).mapToObj(n -> "api-13-" + n).toList();

        MvcTestResult answer = customers.describesAll("shop", refs);

        assertThat(refs)
                .extracting(ref -> positions.ofAggregate(description("shop", ref)))
                .isSorted()
                .last()
                .hasToString(answer.getResponse().getHeader(Positions.WRITTEN_HEADER));
    }

    @Test
    void the_same_batch_at_once_from_several_sides_is_recorded_once() {
        String batch = IntStream.range(0, 300)
                .mapToObj(n -> "{\"source\":\"race\",\"ref\":\"r-" + n + "\",\"name\":\"Ana\"}")
                .collect(Collectors.joining("\n"));

        List<CompletableFuture<Integer>> racers = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> accepted(customers.sends(MediaType.APPLICATION_NDJSON, batch))))
                .toList();

        assertThat(racers.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(300);
        assertThat(world.recorded(description("race", "r-7"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"emails\":[\"a b\"]}                     | emails[0]    | not-an-identity",
                "{\"emails\":[null]}                        | emails[0]    | required",
                "{\"phones\":[\"601 234 567\"]}             | phones[0]    | not-an-identity",
                "{\"loyaltyCards\":[\" - \"]}               | loyaltyCards[0] | not-an-identity",
                "{\"language\":\"polish!\"}                 | language     | not-a-language",
                "{\"timeZone\":\"Mars/Olympus\"}            | timeZone     | not-a-time-zone",
                "{\"account\":{\"role\":\"buyer\"}}         | account.ref  | required",
                "{\"name\":\"A\\u0000na\"}                  | name         | control-character",
                "{\"source\":\"shop\"}                      | source       | named-twice",
                "{\"name\":7}                               | name         | wrong-type",
                "{\"nick\":\"A\"}                           | nick         | unknown-field",
            })
    void what_is_wrong_is_named(String body, String field, String code) {
        MvcTestResult answer = customers.puts("shop", "api-7", body);

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo(code);
    }

    @Test
    void a_hundred_addresses_are_too_many() {
        String addresses = IntStream.range(0, 100)
                .mapToObj(n -> "\"a" + n + "@example.org\"")
                .collect(Collectors.joining(","));

        MvcTestResult answer = customers.puts("shop", "api-8", "{\"emails\":[" + addresses + "]}");

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo("too-many");
    }

    @Test
    void customers_are_found_by_the_beginnings_of_words_whatever_their_marks() {
        MvcTestResult last = customers.puts("shop", "api-9", """
                {"name":"Żaneta Ślązak","emails":["zaneta@api-nine.example"],"account":{"ref":"nine"}}""");

        for (String words : List.of("zan sla", "ŻANETA", "zaneta@api-nine.example", "api-9")) {
            assertThat(customers.reads("?q=" + words, last))
                    .as(words)
                    .bodyJson()
                    .extractingPath("items[*].name")
                    .asArray()
                    .contains("Żaneta Ślązak");
        }
        assertThat(customers.reads("?account=nine", last))
                .bodyJson()
                .extractingPath("items[*].email")
                .asArray()
                .containsExactly("zaneta@api-nine.example");
        assertThat(mvc.get()
                        .uri("/api/v1/customers")
                        .param("q", "' | ! & :* \\ zaneta:")
                        .with(KEY)
                        .exchange())
                .hasStatusOk();
        assertThat(customers.reads("?q=nobody-of-that-name", last))
                .bodyJson()
                .extractingPath("items")
                .asArray()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "account"})
    void what_cannot_be_looked_for_is_named(String parameter) {
        for (String unsearchable : List.of("ana\0", "a".repeat(201))) {
            MvcTestResult answer = mvc.get()
                    .uri("/api/v1/customers")
                    .param(parameter, unsearchable)
                    .with(KEY)
                    .exchange();

            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo(parameter);
            assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo("not-searchable");
        }
    }

    @Test
    void a_long_list_is_read_page_by_page() {
        MvcTestResult last = null;
        for (int n = 0; n < 5; n++) {
            last = customers.puts("shop", "api-10-" + n, "{\"name\":\"Tenth\",\"account\":{\"ref\":\"ten\"}}");
        }
        MvcTestResult first = customers.reads("?account=ten&limit=3", Objects.requireNonNull(last));
        String cursor = text(first, "nextCursor");

        assertThat(first).bodyJson().extractingPath("items").asArray().hasSize(3);
        assertThat(customers.reads("?account=ten&limit=3&cursor=" + cursor, last))
                .bodyJson()
                .extractingPath("items")
                .asArray()
                .hasSize(2);
        assertThat(customers.reads("?cursor=nonsense", last)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(customers.reads("?limit=0", last)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(customers.reads("?colour=red", last)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void who_was_merged_is_listed_once_and_separated_again_twice() {
        MvcTestResult one = customers.puts("shop", "api-11a", "{\"name\":\"Eleven\",\"account\":{\"ref\":\"eleven\"}}");
        MvcTestResult other =
                customers.puts("shop", "api-11b", "{\"name\":\"Eleven\",\"account\":{\"ref\":\"eleven\"}}");
        world.settles();
        UUID mergeId = merging.merge(
                CustomerSeen.subjectOf("shop", "api-11a"), CustomerSeen.subjectOf("shop", "api-11b"), Ids.next());
        world.settles();
        assertThat(customers.reads("?account=eleven", one))
                .bodyJson()
                .extractingPath("items[*].subjects")
                .asArray()
                .containsExactly(2);

        merging.undo(mergeId, Ids.next());
        world.settles();

        assertThat(customers.reads("?account=eleven", other))
                .bodyJson()
                .extractingPath("items[*].subjects")
                .asArray()
                .containsExactly(1, 1);
    }

    @Test
    void who_has_looked_at_a_customer_is_remembered_and_not_for_what_they_looked() {
        MvcTestResult written = customers.puts("shop", "api-12", "{\"name\":\"Twelve\"}");
        String customerId = text(customers.reads("/shop/api-12", written), "customerId");
        Deed viewed = deeds.last("customer");
        customers.reads("?q=Twelve", written);

        assertThat(viewed.action()).isEqualTo("viewed");
        assertThat(viewed.id()).hasToString(customerId);
        assertThat(deeds.last("customer").codes())
                .hasToString(Codes.NONE
                        .typed("q", "what they wrote")
                        .with("limit", 50)
                        .toString());
    }

    @Test
    void somebody_whom_nobody_has_seen_is_not_found() {
        assertThat(mvc.get().uri("/api/v1/customers/shop/nobody").with(KEY).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private static int accepted(MvcTestResult answer) {
        return Integer.parseInt(text(answer, "accepted"));
    }

    private static UUID description(String source, String ref) {
        return Ids.derived("description", source, ref);
    }
}
