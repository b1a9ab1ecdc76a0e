package cx.ecou.customer.api;

import static cx.ecou.customer.api.Source.KEY;
import static cx.ecou.customer.api.Source.text;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class CustomerAccountsApiIT {

    private static final String ACME = """
            { "name": "Acme Sp. z o.o.", "attributes": { "size": "200", "industry": "retail" } }""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    RecordedDeeds deeds;

    @Autowired
    Positions positions;

    private Source customers;
    private Source accounts;

    @BeforeEach
    void a_source_has_its_key() {
        customers = new Source(mvc, "customers");
        accounts = new Source(mvc, "accounts");
    }

    @Test
    void what_a_source_knows_of_a_company_is_recorded_once_and_can_be_read_back_at_once() {
        MvcTestResult first = accounts.puts("crm", "aa-1", ACME);
        MvcTestResult again = accounts.puts("crm", "aa-1", ACME);

        assertThat(first).hasStatus(HttpStatus.CREATED).bodyJson().isStrictlyEqualTo("{\"changed\":true}");
        assertThat(again).hasStatus(HttpStatus.OK).bodyJson().isStrictlyEqualTo("{\"changed\":false}");
        assertThat(world.recorded(AccountDescribed.accountOf("crm", "aa-1"))).hasSize(1);
        assertThat(accounts.reads("/crm/aa-1", first)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        { "source": "crm", "ref": "aa-1", "name": "Acme Sp. z o.o.",
                          "attributes": { "industry": "retail", "size": "200" },
                          "peopleCount": 0, "people": [], "nextCursor": null }""");
    }

    @Test
    void what_is_said_anew_replaces_what_was_said_before() {
        accounts.puts("crm", "aa-2", ACME);
        MvcTestResult changed = accounts.puts("crm", "aa-2", "{\"name\":\"Apex\"}");

        assertThat(changed).hasStatus(HttpStatus.OK).bodyJson().isStrictlyEqualTo("{\"changed\":true}");
        assertThat(world.recorded(AccountDescribed.accountOf("crm", "aa-2")))
                .extracting(event -> ((AccountDescribed) event).name())
                .containsExactly("Acme Sp. z o.o.", "Apex");
        assertThat(accounts.reads("/crm/aa-2", changed))
                .bodyJson()
                .extractingPath("attributes")
                .asMap()
                .isEmpty();
    }

    @Test
    void a_company_is_read_with_its_people_page_by_page() {
        accounts.puts("crm", "aa-3", ACME);
        MvcTestResult last = null;
        for (String ref : List.of("aa-3a", "aa-3b", "aa-3c")) {
            last = customers.puts("crm", ref, """
                    {"name":"%1$s","emails":["%1$s@example.org"],"account":{"ref":"aa-3","role":"buyer"}}""".formatted(ref));
        }
        MvcTestResult first = accounts.reads("/crm/aa-3?limit=2", Objects.requireNonNull(last));

        assertThat(first).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        { "peopleCount": 3, "people": [
                          { "name": "aa-3c", "email": "aa-3c@example.org", "role": "buyer" },
                          { "name": "aa-3b", "email": "aa-3b@example.org", "role": "buyer" } ] }""");
        assertThat(first)
                .bodyJson()
                .extractingPath("people[0].customerId")
                .isEqualTo(CustomerSeen.subjectOf("crm", "aa-3c").toString());
        assertThat(accounts.reads("/crm/aa-3?limit=2&cursor=" + text(first, "nextCursor"), last))
                .bodyJson()
                .extractingPath("people[*].name")
                .asArray()
                .containsExactly("aa-3a");
    }

    @Test
    void a_company_of_which_only_its_people_were_described_is_read_and_listed_by_its_key() {
        MvcTestResult written = customers.puts("crm", "aa-4", "{\"account\":{\"ref\":\"aa-4-silent\"}}");

        assertThat(accounts.reads("/crm/aa-4-silent", written))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        { "name": null, "describedAt": null, "attributes": {}, "peopleCount": 1 }""");
        assertThat(accounts.reads("?q=silent", written)).bodyJson().isLenientlyEqualTo("""
                        { "items": [ { "source": "crm", "ref": "aa-4-silent", "name": null, "peopleCount": 1 } ],
                          "nextCursor": null }""");
    }

    @Test
    void of_a_batch_each_item_is_answered_for() {
        accounts.puts("crm", "aa-5a", "{\"name\":\"Acme\"}");

        MvcTestResult answer = accounts.sends(MediaType.APPLICATION_JSON, """
                [ { "source": "crm", "ref": "aa-5a", "name": "Acme" },
                  { "source": "crm", "ref": "aa-5b", "name": "Zebra" },
                  { "source": "crm", "name": "Nobody" },
                  { "source": "crm", "ref": "aa-5d", "emails": ["a@example.org"] },
                  { "source": "crm", "ref": "aa-5b", "name": "Zebu" },
                  { "source": "crm", "ref": "aa-5b", "name": "Zebra" },
                  7, null ]""");

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                { "accepted": 1, "repeated": 2, "rejected": 5, "results": [
                  { "index": 0, "status": "repeated" },
                  { "index": 2, "status": "rejected", "errors": [ { "field": "ref", "code": "required" } ] },
                  { "index": 3, "status": "rejected", "errors": [ { "field": "emails", "code": "unknown-field" } ] },
                  { "index": 4, "status": "rejected", "errors": [ { "field": "ref", "code": "twice" } ] },
                  { "index": 5, "status": "repeated" },
                  { "index": 6, "status": "rejected", "errors": [ { "field": "", "code": "wrong-type" } ] },
                  { "index": 7, "status": "rejected", "errors": [ { "field": "", "code": "wrong-type" } ] } ] }""");
    }

    @Test
    void of_lines_too_and_one_that_is_no_json_spoils_no_other() {
        MvcTestResult answer = accounts.sends(MediaType.APPLICATION_NDJSON, """
                {"source":"crm","ref":"aa-6a","name":"Acme"}

                {"source":"crm","ref":
                {"source":"crm","ref":"aa-6b"}
                """);

        assertThat(answer).bodyJson().extractingPath("accepted").isEqualTo(2);
        assertThat(answer).bodyJson().extractingPath("results[0].index").isEqualTo(1);
        assertThat(accounts.reads("/crm/aa-6b", answer)).hasStatusOk();
    }

    @Test
    void more_than_five_thousand_at_once_are_refused_and_nothing_is_recorded() {
        String batch = IntStream.rangeClosed(0, 5_000)
                .mapToObj(n -> "{\"source\":\"crm\",\"ref\":\"aa-7-" + n + "\"}")
                .collect(Collectors.joining("\n"));

        MvcTestResult answer = accounts.sends(MediaType.APPLICATION_NDJSON, batch);

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo("too-many-items");
        assertThat(world.recorded(AccountDescribed.accountOf("crm", "aa-7-0"))).isEmpty();
    }

    @Test
    void whoever_waits_for_the_position_of_a_batch_reads_all_of_it() {
        List<String> refs = IntStream.range(0, 20).mapToObj(n -> "aa-11-" + n).toList();

        MvcTestResult answer = accounts.describesAll("crm", refs);

        assertThat(refs)
                .extracting(ref -> positions.ofAggregate(AccountDescribed.accountOf("crm", ref)))
                .isSorted()
                .last()
                .hasToString(answer.getResponse().getHeader(Positions.WRITTEN_HEADER));
    }

    @Test
    void the_same_batch_at_once_from_several_sides_is_recorded_once() {
        String batch = IntStream.range(0, 300)
                .mapToObj(n -> "{\"source\":\"aa-race\",\"ref\":\"r-" + n + "\",\"name\":\"Acme\"}")
                .collect(Collectors.joining("\n"));

        List<CompletableFuture<String>> racers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> text(accounts.sends(MediaType.APPLICATION_NDJSON, batch), "accepted")))
                .toList();

        assertThat(racers.stream()
                        .map(CompletableFuture::join)
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(300);
        assertThat(world.recorded(AccountDescribed.accountOf("aa-race", "r-7"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"A\\u0000cme\"}                 | name         | control-character",
                "{\"name\":7}                               | name         | wrong-type",
                "{\"source\":\"crm\"}                       | source       | named-twice",
                "{\"ref\":\"aa-8\"}                         | ref          | named-twice",
                "{\"people\":[]}                            | people       | unknown-field",
                "{\"attributes\":{\"size\":\"\\u0007\"}}    | attributes.size | control-character",
            })
    void what_is_wrong_is_named(String body, String field, String code) {
        MvcTestResult answer = accounts.puts("crm", "aa-8", body);

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, limit, out-of-range",
        "?limit=501, limit, out-of-range",
        "?cursor=nonsense, cursor, unreadable-cursor",
        "?account=acme, account, unknown-parameter",
        "/crm/aa-1?limit=0, limit, out-of-range",
        "/crm/aa-1?cursor=nonsense, cursor, unreadable-cursor",
        "/crm/aa-1?q=ana, q, unknown-parameter",
    })
    void what_cannot_be_asked_is_named(String address, String field, String code) {
        MvcTestResult answer =
                mvc.get().uri("/api/v1/accounts" + address).with(KEY).exchange();

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo(code);
    }

    @Test
    void a_long_list_is_read_page_by_page_in_the_order_of_names() {
        MvcTestResult last = accounts.sends(
                MediaType.APPLICATION_NDJSON,
                IntStream.range(0, 5)
                        .mapToObj(n ->
                                "{\"source\":\"crm\",\"ref\":\"aa-9-" + n + "\",\"name\":\"Ninth " + (5 - n) + "\"}")
                        .collect(Collectors.joining("\n")));
        MvcTestResult first = accounts.reads("?q=ninth&limit=3", last);

        assertThat(first)
                .bodyJson()
                .extractingPath("items[*].name")
                .asArray()
                .containsExactly("Ninth 1", "Ninth 2", "Ninth 3");
        assertThat(accounts.reads("?q=ninth&limit=3&cursor=" + text(first, "nextCursor"), last))
                .bodyJson()
                .extractingPath("items[*].name")
                .asArray()
                .containsExactly("Ninth 4", "Ninth 5");
    }

    @Test
    void who_has_looked_at_a_company_is_remembered_and_not_for_what_they_looked() {
        MvcTestResult written = accounts.puts("crm", "aa-10", "{\"name\":\"Tenth\"}");
        String accountId = text(accounts.reads("/crm/aa-10", written), "accountId");
        Deed viewed = deeds.last("company");
        accounts.reads("?q=Tenth", written);

        assertThat(viewed.action()).isEqualTo("viewed");
        assertThat(viewed.id()).hasToString(accountId);
        assertThat(deeds.last("company").codes())
                .hasToString(Codes.NONE
                        .typed("q", "what they wrote")
                        .with("limit", 50)
                        .toString());
    }

    @Test
    void a_company_that_nobody_has_named_is_not_found() {
        assertThat(mvc.get().uri("/api/v1/accounts/crm/nobody").with(KEY).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
