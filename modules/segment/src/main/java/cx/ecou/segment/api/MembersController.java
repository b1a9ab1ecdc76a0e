package cx.ecou.segment.api;

import cx.ecou.eventstore.ReadsModel;
import cx.ecou.kernel.Instants;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.read.segments.MemberRow;
import cx.ecou.segment.read.segments.Segments;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.ListParameters;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who belongs to a segment, or belonged to it at a past moment. */
@RestController
class MembersController {

    private static final Set<String> PARAMETERS = Set.of("at", "limit", "cursor");

    private final Segments segments;
    private final AuditTrail audit;
    private final Clock clock;

    MembersController(Segments segments, AuditTrail audit, Clock clock) {
        this.segments = segments;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those first who entered last. */
    @GetMapping("/api/v1/segments/{segmentId}/members")
    @RequiresScope("segment:read")
    @ReadsModel(Segments.PROCESSING_GROUP)
    Listing list(
            @PathVariable UUID segmentId,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListParameters.refuseUnknown(parameters.keySet(), PARAMETERS);
        ListParameters.checkLimit(limit);
        var after = ListParameters.place(cursor);
        Instant moment = moment(at);
        if (segments.find(segmentId).isEmpty()) {
            throw new NotFound("segment");
        }
        audit.listed(
                "segment-member",
                Codes.NONE
                        .with("segment", segmentId)
                        .with("past", moment != null)
                        .with("limit", limit));
        Segments.Page<MemberRow> page = segments.members(segmentId, moment, after, limit);
        Map<Integer, Rule> rules = new HashMap<>();
        return new Listing(
                page.rows().stream()
                        .map(row -> SegmentAnswer.Member.of(
                                row,
                                rules.computeIfAbsent(row.revision(), revision -> segments.rule(segmentId, revision))))
                        .toList(),
                page.next() == null ? null : page.next().cursor());
    }

    private @Nullable Instant moment(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            Instant moment = Instants.parse(written);
            if (moment.isAfter(clock.instant())) {
                throw InvalidInput.of("at", "in-the-future", "A moment that has passed is expected.");
            }
            return moment;
        } catch (DateTimeException e) {
            throw InvalidInput.of("at", "not-an-instant", "An instant is expected, for instance 2026-07-25T21:37:22Z.");
        }
    }

    /** One page of members. */
    record Listing(
            List<SegmentAnswer.Member> items, @Nullable String nextCursor) {}
}
