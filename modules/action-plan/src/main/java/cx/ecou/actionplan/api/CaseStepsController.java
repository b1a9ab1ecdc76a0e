package cx.ecou.actionplan.api;

import cx.ecou.actionplan.api.RepeatableRequests.Answer;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.actionplan.write.customercase.CaseSteps;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.ApiClient;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.problems.NotFound;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The resource "cases" of the API, as it is changed: one address for each step. Each takes an {@code Idempotency-Key} and
 * answers 201 once, 200 to a repeat, with the position at which the step was recorded.
 */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
@RequiresScope("case:write")
class CaseStepsController {

    private final CaseSteps steps;
    private final CaseFiles cases;
    private final RepeatableRequests requests;
    private final CommandGateway commands;
    private final Positions positions;

    CaseStepsController(
            CaseSteps steps,
            CaseFiles cases,
            RepeatableRequests requests,
            CommandGateway commands,
            Positions positions) {
        this.steps = steps;
        this.cases = cases;
        this.requests = requests;
        this.commands = commands;
        this.positions = positions;
    }

    @PostMapping("/assignment")
    ResponseEntity<Taken> assign(
            @PathVariable UUID caseId,
            @RequestHeader(name = RepeatableRequests.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody Assignment asked) {
        return take(caseId, by, key, asked, found -> steps.assign(caseId, asked.owner(), by.id()));
    }

    @PostMapping("/contact")
    ResponseEntity<Taken> contact(
            @PathVariable UUID caseId,
            @RequestHeader(name = RepeatableRequests.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody Contact asked) {
        return take(caseId, by, key, asked, found -> steps.contact(caseId, asked.channel(), asked.note(), by.id()));
    }

    @PostMapping("/notes")
    ResponseEntity<Taken> note(
            @PathVariable UUID caseId,
            @RequestHeader(name = RepeatableRequests.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody Note asked) {
        return take(caseId, by, key, asked, found -> steps.note(caseId, asked.text(), by.id()));
    }

    @PostMapping("/resolution")
    ResponseEntity<Taken> resolve(
            @PathVariable UUID caseId,
            @RequestHeader(name = RepeatableRequests.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody Resolution asked) {
        return take(
                caseId,
                by,
                key,
                asked,
                found -> steps.resolve(caseId, asked.outcome(), asked.rootCause(), asked.note(), by.id()));
    }

    @PostMapping("/reopening")
    ResponseEntity<Taken> reopen(
            @PathVariable UUID caseId,
            @RequestHeader(name = RepeatableRequests.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody Reopening asked) {
        return take(caseId, by, key, asked, found -> steps.reopen(caseId, found.priority(), asked.reason(), by.id()));
    }

    @PostMapping("/closing")
    ResponseEntity<Taken> close(
            @PathVariable UUID caseId,
            @RequestHeader(name = RepeatableRequests.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal ApiClient by) {
        return take(caseId, by, key, new Closing(), found -> steps.close(caseId, by.id()));
    }

    private ResponseEntity<Taken> take(
            UUID caseId, ApiClient by, @Nullable String key, Asked asked, Function<CaseFile, Object> command) {
        CaseFile found = cases.find(caseId).orElseThrow(() -> new NotFound("case"));
        Answer answer = Conflicts.settled(() -> requests.once(by.id(), key, content(caseId, asked), () -> {
            commands.sendAndWait(command.apply(found));
            return positions.ofAggregate(caseId);
        }));
        return ResponseEntity.status(answer.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/cases/" + caseId))
                .header(Positions.WRITTEN_HEADER, String.valueOf(answer.position()))
                .body(new Taken(caseId));
    }

    /** Everything in which two requests may differ. Of it only a fingerprint is kept; it never stands in a log. */
    private static String content(UUID caseId, Asked asked) {
        return caseId + " " + asked.getClass().getSimpleName() + " "
                + JsonMapper.shared().writeValueAsString(asked);
    }

    /** The answer to a step: which case took it. */
    record Taken(UUID caseId) {}

    /** What a program asks for. */
    private sealed interface Asked {}

    /** @param owner id of a colleague */
    record Assignment(@Nullable UUID owner) implements Asked {}

    /** @param note what was said */
    record Contact(
            @Nullable ContactChannel channel,
            @Personal @Nullable String note) implements Asked {

        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** @param text what the next one should know */
    record Note(@Personal @Nullable String text) implements Asked {

        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** @param note needed when the cause is OTHER */
    record Resolution(
            @Nullable Outcome outcome,
            @Nullable RootCause rootCause,
            @Personal @Nullable String note) implements Asked {

        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** @param reason why it is not over */
    record Reopening(@Personal @Nullable String reason) implements Asked {

        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** Nothing to say. */
    record Closing() implements Asked {}
}
