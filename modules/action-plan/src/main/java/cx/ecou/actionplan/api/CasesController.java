package cx.ecou.actionplan.api;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.actionplan.read.casefile.CaseFilter;
import cx.ecou.actionplan.read.casefile.CaseHistory;
import cx.ecou.actionplan.read.casefile.CaseOrder;
import cx.ecou.actionplan.read.casefile.CasePage;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.ListParameters;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The resource "cases" of the API, as it is read. */
@RestController
@RequestMapping("/api/v1/cases")
@RequiresScope("case:read")
@ReadsModel({OpenCase.PROCESSING_GROUP, CaseFiles.PROCESSING_GROUP})
class CasesController {

    private static final Set<String> PARAMETERS =
            Set.of("status", "owner", "priority", "touchpoint", "overdue", "limit", "cursor");

    private final CaseFiles cases;
    private final CaseHistory history;
    private final Clock clock;
    private final AuditTrail audit;

    CasesController(CaseFiles cases, CaseHistory history, Clock clock, AuditTrail audit) {
        this.cases = cases;
        this.history = history;
        this.clock = clock;
        this.audit = audit;
    }

    /** What is due first comes first. */
    @GetMapping
    Listing list(
            @RequestParam Map<String, String> all,
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(required = false) @Nullable Priority priority,
            @RequestParam(required = false) @Nullable String touchpoint,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListParameters.refuseUnknown(all.keySet(), PARAMETERS);
        ListParameters.checkLimit(limit);
        var filter = new CaseFilter(statuses(status), owner, false, priority, blankToNull(touchpoint), overdue, null);
        Instant now = clock.instant();
        CasePage.Place after = place(cursor);
        audit.listed("case", filter.codes().with("limit", limit));
        CasePage page = cases.list(filter, CaseOrder.DUE, null, after, limit, now);
        return new Listing(
                page.cases().stream().map(found -> CaseAnswer.of(found, now)).toList(),
                page.next() == null ? null : page.next().cursor());
    }

    @GetMapping("/{caseId}")
    CaseAnswer.WithHistory one(@PathVariable UUID caseId) {
        CaseFile found = cases.find(caseId).orElseThrow(() -> new NotFound("case"));
        audit.viewed("case", caseId);
        return CaseAnswer.of(found, clock.instant()).with(history.of(caseId));
    }

    private static Set<CaseStatus> statuses(List<String> names) {
        try {
            return names.stream()
                    .filter(name -> !name.isBlank())
                    .map(CaseStatus::valueOf)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(
                    "status", "unknown-value", "One of these is expected: " + List.of(CaseStatus.values()) + ".");
        }
    }

    private static CasePage.@Nullable Place place(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : CasePage.Place.of(cursor);
        } catch (IllegalArgumentException e) {
            throw ListParameters.unreadableCursor();
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** One page of cases. */
    record Listing(List<CaseAnswer> items, @Nullable String nextCursor) {}
}
