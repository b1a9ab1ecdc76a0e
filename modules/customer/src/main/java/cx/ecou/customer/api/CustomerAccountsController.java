package cx.ecou.customer.api;

import cx.ecou.customer.read.account.AccountDirectory;
import cx.ecou.customer.read.account.AccountPeople;
import cx.ecou.customer.read.account.AccountPerson;
import cx.ecou.customer.read.account.AccountRow;
import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.write.account.AccountDescriptions;
import cx.ecou.customer.write.account.NewAccount;
import cx.ecou.customer.write.description.Delivered;
import cx.ecou.customer.write.description.Delivery;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.kernel.Place;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.ListParameters;
import cx.ecou.webshell.problems.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The resource "accounts" of the API: companies that customers act for. */
@RestController
@RequestMapping("/api/v1/accounts")
class CustomerAccountsController {

    private static final String KIND = "company";
    private static final Set<String> LIST_PARAMETERS = Set.of("q", "limit", "cursor");
    private static final Set<String> PEOPLE_PARAMETERS = Set.of("limit", "cursor");

    private final AccountDescriptions descriptions;
    private final Delivery delivery;
    private final AccountDirectory accounts;
    private final AccountPeople people;
    private final DescriptionAnswers answers;
    private final AuditTrail audit;

    CustomerAccountsController(
            AccountDescriptions descriptions,
            Delivery delivery,
            AccountDirectory accounts,
            AccountPeople people,
            DescriptionAnswers answers,
            AuditTrail audit) {
        this.descriptions = descriptions;
        this.delivery = delivery;
        this.accounts = accounts;
        this.people = people;
        this.answers = answers;
        this.audit = audit;
    }

    @PutMapping(path = "/{source}/{ref}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope("customer:write")
    ResponseEntity<DescriptionAnswers.Described> describe(
            @PathVariable String source, @PathVariable String ref, @RequestBody NewAccount account) {
        if (account.source() != null || account.ref() != null) {
            throw InvalidInput.of(
                    account.source() == null ? "ref" : "source", "named-twice", "The address names the company.");
        }
        return answers.to(descriptions
                .receive(List.of(Delivered.of(account.of(source, ref))))
                .get(0));
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope("customer:write")
    ResponseEntity<BatchAnswer> describeArray(@RequestBody byte[] body) {
        return answers.to(descriptions.receive(delivery.array(body, NewAccount.class)));
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @RequiresScope("customer:write")
    ResponseEntity<BatchAnswer> describeLines(@RequestBody byte[] body) {
        return answers.to(descriptions.receive(delivery.lines(body, NewAccount.class)));
    }

    @GetMapping
    @RequiresScope("customer:read")
    @ReadsModel({"customer.recognition", Directory.PROCESSING_GROUP, AccountDirectory.PROCESSING_GROUP})
    Listing list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListParameters.refuseUnknown(parameters.keySet(), LIST_PARAMETERS);
        ListParameters.checkLimit(limit);
        UUID after = cursor == null ? null : accounts.place(cursor).orElseThrow(ListParameters::unreadableCursor);
        var checks = new FieldChecks(List.of());
        String words = checks.searched("q", q);
        checks.insist();
        audit.listed(KIND, Codes.NONE.typed("q", q).with("limit", limit));
        AccountDirectory.Page page = accounts.page(words, after, limit);
        return new Listing(
                page.rows().stream().map(ListedAccount::of).toList(),
                page.next() == null ? null : page.next().toString());
    }

    @GetMapping("/{source}/{ref}")
    @RequiresScope("customer:read")
    @ReadsModel({"customer.recognition", Directory.PROCESSING_GROUP, AccountDirectory.PROCESSING_GROUP})
    AccountAnswer one(
            @PathVariable String source,
            @PathVariable String ref,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListParameters.refuseUnknown(parameters.keySet(), PEOPLE_PARAMETERS);
        ListParameters.checkLimit(limit);
        Place after = ListParameters.place(cursor);
        AccountRow account = accounts.find(source, ref).orElseThrow(() -> new NotFound(KIND));
        audit.viewed(KIND, account.accountId());
        return AccountAnswer.of(account, people.page(account, after, limit));
    }

    /** One page of companies. */
    record Listing(List<ListedAccount> items, @Nullable String nextCursor) {}

    /** A company in a list. */
    record ListedAccount(
            UUID accountId,
            String source,
            String ref,
            @Nullable String name,
            @Nullable Instant describedAt,
            int peopleCount) {

        static ListedAccount of(AccountRow row) {
            return new ListedAccount(
                    row.accountId(), row.source(), row.ref(), row.name(), row.describedAt(), row.people());
        }
    }

    /**
     * A company with a page of its people.
     *
     * @param nextCursor where its people go on; null when these are all
     */
    record AccountAnswer(
            UUID accountId,
            String source,
            String ref,
            @Nullable String name,
            Map<String, String> attributes,
            @Nullable Instant describedAt,
            int peopleCount,
            List<PersonAnswer> people,
            @Nullable String nextCursor) {

        static AccountAnswer of(AccountRow account, AccountPeople.Page page) {
            return new AccountAnswer(
                    account.accountId(),
                    account.source(),
                    account.ref(),
                    account.name(),
                    account.attributes(),
                    account.describedAt(),
                    account.people(),
                    page.people().stream().map(PersonAnswer::of).toList(),
                    page.next() == null ? null : page.next().cursor());
        }
    }

    /** A customer who acts for a company. */
    record PersonAnswer(
            UUID customerId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            Instant lastSeenAt) {

        static PersonAnswer of(AccountPerson person) {
            return new PersonAnswer(
                    person.customerId(), person.name(), person.email(), person.role(), person.lastSeenAt());
        }
    }
}
