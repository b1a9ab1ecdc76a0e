package cx.ecou.feedback.api;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.feedback.read.inbox.FeedbackRow;
import cx.ecou.feedback.read.inbox.Inbox;
import cx.ecou.feedback.read.inbox.InboxFilter;
import cx.ecou.feedback.read.inbox.InboxParameters;
import cx.ecou.feedback.write.intake.Delivery;
import cx.ecou.feedback.write.intake.Intake;
import cx.ecou.feedback.write.intake.Receipt;
import cx.ecou.kernel.Place;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.ListParameters;
import cx.ecou.webshell.problems.NotFound;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The resource "feedback" of the API. */
@RestController
@RequestMapping("/api/v1/feedback")
class FeedbackController {

    private static final Set<String> LIST_PARAMETERS = Set.of(
            "from",
            "to",
            "kind",
            "channel",
            "touchpoint",
            "source",
            "product",
            "region",
            "segment",
            "customerRef",
            "metric",
            "band",
            "minScore",
            "maxScore",
            "q",
            "limit",
            "cursor");

    private final Intake intake;
    private final Inbox inbox;
    private final Positions positions;
    private final AuditTrail audit;

    FeedbackController(Intake intake, Inbox inbox, Positions positions, AuditTrail audit) {
        this.intake = intake;
        this.inbox = inbox;
        this.positions = positions;
        this.audit = audit;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope("feedback:write")
    ResponseEntity<Recorded> receive(@RequestBody byte[] body) {
        Receipt receipt = intake.receive(List.of(Delivery.one(body))).get(0);
        if (receipt instanceof Receipt.Rejected rejected) {
            throw new InvalidInput(rejected.problems());
        }
        if (receipt instanceof Receipt.Conflicting) {
            throw ConflictingRepeat.problem();
        }
        return receipt instanceof Receipt.Accepted accepted
                ? recorded(HttpStatus.CREATED, accepted.feedbackId())
                : recorded(HttpStatus.OK, ((Receipt.Repeated) receipt).feedbackId());
    }

    private ResponseEntity<Recorded> recorded(HttpStatus status, UUID feedbackId) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/feedback/" + feedbackId))
                .header(Positions.WRITTEN_HEADER, String.valueOf(positions.ofAggregate(feedbackId)))
                .body(new Recorded(feedbackId));
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope("feedback:write")
    ResponseEntity<BatchAnswer> receiveArray(@RequestBody byte[] body) {
        return answer(intake.receive(Delivery.array(body)));
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @RequiresScope("feedback:write")
    ResponseEntity<BatchAnswer> receiveLines(@RequestBody byte[] body) {
        return answer(intake.receive(Delivery.lines(body)));
    }

    private ResponseEntity<BatchAnswer> answer(List<Receipt> receipts) {
        var answer = BatchAnswer.of(receipts);
        UUID last = answer.lastRecorded(receipts);
        long position = last == null ? 0 : positions.ofAggregate(last);
        return ResponseEntity.ok()
                .header(Positions.WRITTEN_HEADER, String.valueOf(position))
                .body(answer);
    }

    @GetMapping
    @RequiresScope("feedback:read")
    @ReadsModel("feedback.inbox")
    Listing list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListParameters.refuseUnknown(parameters.keySet(), LIST_PARAMETERS);
        ListParameters.checkLimit(limit);
        InboxFilter filter = InboxParameters.read(parameters);
        Place after = ListParameters.place(cursor);
        audit.listed("feedback", filter.codes().with("limit", limit));
        Inbox.Page page = inbox.page(filter, after, limit);
        return new Listing(
                page.rows().stream().map(FeedbackAnswer::of).toList(),
                page.next() == null ? null : page.next().cursor());
    }

    @GetMapping("/{feedbackId}")
    @RequiresScope("feedback:read")
    @ReadsModel("feedback.inbox")
    FeedbackAnswer one(@PathVariable UUID feedbackId) {
        FeedbackRow found = inbox.find(feedbackId).orElseThrow(() -> new NotFound("feedback"));
        audit.viewed("feedback", feedbackId);
        return FeedbackAnswer.of(found);
    }

    /** The answer to one delivery. */
    record Recorded(UUID feedbackId) {}

    /** One page of feedback. */
    record Listing(List<FeedbackAnswer> items, @Nullable String nextCursor) {}

    /** Feedback as it was delivered, with what Ecou adds. */
    record FeedbackAnswer(
            UUID feedbackId,
            String source,
            String externalId,
            String kind,
            String occurredAt,
            String recordedAt,
            @Nullable String language,
            @Nullable CustomerAnswer customer,
            @Nullable String touchpoint,
            @Nullable String channel,
            @Nullable String product,
            @Nullable String region,
            @Nullable String segment,
            List<?> scores,
            @Nullable String comment,
            Map<String, String> attributes) {

        static FeedbackAnswer of(FeedbackRow row) {
            return new FeedbackAnswer(
                    row.feedbackId(),
                    row.source(),
                    row.externalId(),
                    row.kind().name(),
                    row.occurredAt().toString(),
                    row.recordedAt().toString(),
                    row.language(),
                    CustomerAnswer.of(row),
                    row.touchpoint(),
                    row.channel(),
                    row.product(),
                    row.region(),
                    row.segment(),
                    row.scores(),
                    row.comment(),
                    row.attributes());
        }
    }

    /** Who said it, as far as the source told. */
    record CustomerAnswer(
            @Nullable String ref,
            @Nullable String name,
            @Nullable String email) {

        static @Nullable CustomerAnswer of(FeedbackRow row) {
            return row.customerRef() == null && row.customerName() == null && row.customerEmail() == null
                    ? null
                    : new CustomerAnswer(row.customerRef(), row.customerName(), row.customerEmail());
        }
    }
}
