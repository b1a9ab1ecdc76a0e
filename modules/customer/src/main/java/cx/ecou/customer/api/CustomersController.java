package cx.ecou.customer.api;

import cx.ecou.customer.read.directory.Acquaintance;
import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.read.directory.DirectoryFilter;
import cx.ecou.customer.read.directory.DirectoryRow;
import cx.ecou.customer.write.description.Delivered;
import cx.ecou.customer.write.description.Delivery;
import cx.ecou.customer.write.description.Descriptions;
import cx.ecou.customer.write.description.NewDescription;
import cx.ecou.customer.write.description.Receipt;
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

/** The resource "customers" of the API. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomersController {

    private static final Set<String> LIST_PARAMETERS = Set.of("q", "account", "limit", "cursor");

    private final Descriptions descriptions;
    private final Delivery delivery;
    private final Directory directory;
    private final DescriptionAnswers answers;
    private final AuditTrail audit;

    CustomersController(
            Descriptions descriptions,
            Delivery delivery,
            Directory directory,
            DescriptionAnswers answers,
            AuditTrail audit) {
        this.descriptions = descriptions;
        this.delivery = delivery;
        this.directory = directory;
        this.answers = answers;
        this.audit = audit;
    }

    @PutMapping(path = "/{source}/{ref}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope("customer:write")
    ResponseEntity<DescriptionAnswers.Described> describe(
            @PathVariable String source, @PathVariable String ref, @RequestBody NewDescription description) {
        if (description.source() != null || description.ref() != null) {
            throw InvalidInput.of(
                    description.source() == null ? "ref" : "source", "named-twice", "The address names the customer.");
        }
        Receipt receipt = descriptions
                .receive(List.of(Delivered.of(description.of(source, ref))))
                .get(0);
        return answers.to(receipt);
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope("customer:write")
    ResponseEntity<BatchAnswer> describeArray(@RequestBody byte[] body) {
        return answers.to(descriptions.receive(delivery.array(body, NewDescription.class)));
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @RequiresScope("customer:write")
    ResponseEntity<BatchAnswer> describeLines(@RequestBody byte[] body) {
        return answers.to(descriptions.receive(delivery.lines(body, NewDescription.class)));
    }

    @GetMapping
    @RequiresScope("customer:read")
    @ReadsModel({"customer.recognition", Directory.PROCESSING_GROUP})
    Listing list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListParameters.refuseUnknown(parameters.keySet(), LIST_PARAMETERS);
        ListParameters.checkLimit(limit);
        Place after = ListParameters.place(cursor);
        var checks = new FieldChecks(List.of());
        var filter = new DirectoryFilter(checks.searched("q", q), checks.searched("account", account));
        checks.insist();
        audit.listed(
                "customer", Codes.NONE.typed("q", q).typed("account", account).with("limit", limit));
        Directory.Page page = directory.page(filter, after, limit);
        return new Listing(
                page.rows().stream().map(ListedCustomer::of).toList(),
                page.next() == null ? null : page.next().cursor());
    }

    @GetMapping("/{source}/{ref}")
    @RequiresScope("customer:read")
    @ReadsModel({"customer.recognition", Directory.PROCESSING_GROUP})
    CustomerAnswer one(@PathVariable String source, @PathVariable String ref) {
        UUID customerId = directory.find(source, ref).orElseThrow(() -> new NotFound("customer"));
        audit.viewed("customer", customerId);
        return new CustomerAnswer(
                customerId,
                directory.acquaintances(customerId).stream().map(KnownAs::of).toList());
    }

    /** One page of customers. */
    record Listing(List<ListedCustomer> items, @Nullable String nextCursor) {}

    /** A customer in a list. */
    record ListedCustomer(
            UUID customerId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String account,
            @Nullable String language,
            int subjects,
            Instant firstSeenAt,
            Instant lastSeenAt) {

        static ListedCustomer of(DirectoryRow row) {
            return new ListedCustomer(
                    row.customerId(),
                    row.name(),
                    row.email(),
                    row.account(),
                    row.language(),
                    row.subjects(),
                    row.firstSeenAt(),
                    row.lastSeenAt());
        }
    }

    /** A customer, as all sources know them; the newest description first. */
    record CustomerAnswer(UUID customerId, List<KnownAs> knownAs) {}

    /** A customer, as one source knows them. */
    record KnownAs(
            @Nullable String source,
            @Nullable String ref,
            @Nullable String name,
            List<String> emails,
            List<String> phones,
            List<String> loyaltyCards,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable AccountAnswer account,
            Map<String, String> attributes,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable Instant describedAt) {

        static KnownAs of(Acquaintance known) {
            return new KnownAs(
                    known.source(),
                    known.ref(),
                    known.name(),
                    known.emails(),
                    known.phones(),
                    known.loyaltyCards(),
                    known.language(),
                    known.timeZone(),
                    known.account() == null ? null : new AccountAnswer(known.account(), known.role()),
                    known.attributes(),
                    known.firstSeenAt(),
                    known.lastSeenAt(),
                    known.describedAt());
        }
    }

    /** The company that a customer acts for. */
    record AccountAnswer(String ref, @Nullable String role) {}
}
