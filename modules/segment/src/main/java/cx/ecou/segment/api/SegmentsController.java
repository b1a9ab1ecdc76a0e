package cx.ecou.segment.api;

import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.kernel.ApiClient;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.segment.read.portrait.Portraits;
import cx.ecou.segment.read.segments.SegmentRow;
import cx.ecou.segment.read.segments.Segments;
import cx.ecou.segment.write.segment.CloseSegment;
import cx.ecou.segment.write.segment.DefineSegment;
import cx.ecou.segment.write.segment.SegmentSteps;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.ListParameters;
import cx.ecou.webshell.problems.NotFound;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The resource "segments" of the API. */
@RestController
@RequestMapping("/api/v1/segments")
class SegmentsController {

    private static final Set<String> LIST_PARAMETERS = Set.of("closed", "limit", "cursor");
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final SegmentSteps steps;
    private final Segments segments;
    private final Portraits portraits;
    private final CommandGateway commands;
    private final Positions positions;
    private final Clock clock;

    SegmentsController(
            SegmentSteps steps,
            Segments segments,
            Portraits portraits,
            CommandGateway commands,
            Positions positions,
            Clock clock) {
        this.steps = steps;
        this.segments = segments;
        this.portraits = portraits;
        this.commands = commands;
        this.positions = positions;
        this.clock = clock;
    }

    /** The youngest first. */
    @GetMapping
    @RequiresScope("segment:read")
    @ReadsModel(Segments.PROCESSING_GROUP)
    Listing list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListParameters.refuseUnknown(parameters.keySet(), LIST_PARAMETERS);
        ListParameters.checkLimit(limit);
        Segments.Page<SegmentRow> page = segments.page(closed, ListParameters.place(cursor), limit);
        return new Listing(
                page.rows().stream().map(SegmentAnswer::of).toList(),
                page.next() == null ? null : page.next().cursor());
    }

    @GetMapping("/{segmentId}")
    @RequiresScope("segment:read")
    @ReadsModel(Segments.PROCESSING_GROUP)
    SegmentAnswer one(@PathVariable UUID segmentId) {
        return SegmentAnswer.of(segments.find(segmentId).orElseThrow(() -> new NotFound("segment")));
    }

    @PostMapping
    @RequiresScope("segment:write")
    ResponseEntity<Defined> define(
            @RequestHeader(name = KEY_HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody Definition asked) {
        UUID segmentId = SegmentSteps.idOf(by.id(), checked(key));
        if (asked.revision() != null) {
            throw InvalidInput.of("revision", "unknown-field", "A segment that is new has no revision yet.");
        }
        DefineSegment command = steps.define(
                segmentId,
                asked.name(),
                asked.rule(),
                by.id(),
                segments.openIds().size());
        boolean isNew = Conflicts.settled(() -> send(command));
        return answer(isNew ? HttpStatus.CREATED : HttpStatus.OK, segmentId);
    }

    private boolean send(DefineSegment command) {
        try {
            return commands.<Boolean>sendAndWait(command);
        } catch (DomainRuleViolation e) {
            throw e.code().equals("conflicting-repeat") ? conflicting() : e;
        }
    }

    @PutMapping("/{segmentId}")
    @RequiresScope("segment:write")
    ResponseEntity<Defined> redefine(
            @PathVariable UUID segmentId, @AuthenticationPrincipal ApiClient by, @RequestBody Definition asked) {
        requireKnown(segmentId);
        var command = steps.redefine(segmentId, asked.revision(), asked.name(), asked.rule(), by.id());
        Conflicts.settled(() -> commands.sendAndWait(command));
        return answer(HttpStatus.OK, segmentId);
    }

    @DeleteMapping("/{segmentId}")
    @RequiresScope("segment:write")
    ResponseEntity<Defined> close(@PathVariable UUID segmentId, @AuthenticationPrincipal ApiClient by) {
        requireKnown(segmentId);
        CloseSegment command = steps.close(segmentId, by.id());
        Conflicts.settled(() -> commands.sendAndWait(command));
        return answer(HttpStatus.OK, segmentId);
    }

    /** Who would belong to a segment with this rule now. */
    @PostMapping("/preview")
    @RequiresScope("segment:read")
    @ReadsModel(Portraits.PROCESSING_GROUP)
    Portraits.Matching preview(@RequestBody Preview asked) {
        return portraits.count(steps.rule(asked.rule()), clock.instant());
    }

    /** Also one that was defined a moment ago. */
    private void requireKnown(UUID segmentId) {
        long position = positions.ofAggregate(segmentId);
        if (position == 0
                || !positions.await(Segments.PROCESSING_GROUP, position, PATIENCE)
                || segments.find(segmentId).isEmpty()) {
            throw new NotFound("segment");
        }
    }

    private ResponseEntity<Defined> answer(HttpStatus status, UUID segmentId) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/segments/" + segmentId))
                .header(Positions.WRITTEN_HEADER, String.valueOf(positions.ofAggregate(segmentId)))
                .body(new Defined(segmentId));
    }

    private static String checked(@Nullable String key) {
        if (key == null) {
            throw InvalidInput.of(
                    KEY_HEADER,
                    "required",
                    "A header Idempotency-Key is required: the same one whenever this is repeated.");
        }
        if (!KEY.matcher(key).matches()) {
            throw InvalidInput.of(
                    KEY_HEADER, "malformed", "A key has 1 to 200 visible ASCII characters without spaces.");
        }
        return key;
    }

    private static ErrorResponseException conflicting() {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "This Idempotency-Key was used for other content. Nothing was changed.");
        problem.setType(URI.create("/problems/conflicting-repeat"));
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }

    /** One page of segments. */
    record Listing(List<SegmentAnswer> items, @Nullable String nextCursor) {}

    /** The answer to a change: which segment. */
    record Defined(UUID segmentId) {}

    /** @param revision that was looked at, when a segment is changed */
    record Definition(
            @Nullable String name,
            @Nullable JsonNode rule,
            @Nullable Integer revision) {}

    /** A rule alone. */
    record Preview(@Nullable JsonNode rule) {}
}
