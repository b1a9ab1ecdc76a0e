package cx.ecou.customer.api.consent;

import cx.ecou.customer.write.consent.ConsentStatement;
import cx.ecou.customer.write.consent.Consents;
import cx.ecou.customer.write.consent.PreferenceStatement;
import cx.ecou.customer.write.consent.Standing;
import cx.ecou.customer.write.person.KnownSubjects;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.kernel.ApiClient;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a customer agrees to and prefers. A source writes what was said to it; what counts is answered. */
@RestController
@RequestMapping("/api/v1/customers/{source}/{ref}/consents")
@ReadsModel("customer.recognition")
class ConsentsController {

    private static final int MOST = 100;

    private final Consents consents;
    private final KnownSubjects subjects;
    private final Positions positions;
    private final Clock clock;
    private final AuditTrail audit;

    ConsentsController(Consents consents, KnownSubjects subjects, Positions positions, Clock clock, AuditTrail audit) {
        this.consents = consents;
        this.subjects = subjects;
        this.positions = positions;
        this.clock = clock;
        this.audit = audit;
    }

    @GetMapping
    @RequiresScope("customer:read")
    Answer read(@PathVariable String source, @PathVariable String ref) {
        return answer(home(source, ref));
    }

    @PutMapping
    @RequiresScope("customer:write")
    ResponseEntity<Answer> state(
            @PathVariable String source,
            @PathVariable String ref,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody Statements said) {
        UUID customerId = home(source, ref);
        List<ConsentStatement> stated = stated(said);
        PreferenceStatement preference = preference(said);
        List<UUID> recorded = Conflicts.settled(() -> consents.state(customerId, stated, preference, by.id()));
        long position =
                recorded.stream().mapToLong(positions::ofAggregate).max().orElse(0);
        return ResponseEntity.ok()
                .header(Positions.WRITTEN_HEADER, String.valueOf(position))
                .body(answer(customerId));
    }

    private UUID home(String source, String ref) {
        return subjects.homeOf(source, ref).orElseThrow(() -> new NotFound("customer"));
    }

    /** Also who only writes is shown what other sources were told. */
    private Answer answer(UUID customerId) {
        audit.viewed("consents", customerId);
        Standing standing = consents.standing(customerId);
        return new Answer(
                standing.consents().stream().map(ConsentBody::of).toList(), PreferenceBody.of(standing.preference()));
    }

    private List<ConsentStatement> stated(Statements said) {
        List<ConsentBody> bodies = said.consents() == null ? List.of() : said.consents();
        List<ConsentStatement> stated =
                bodies.stream().map(ConsentBody::statement).toList();
        IntStream.range(0, stated.size())
                .forEach(i ->
                        Required.past("consents[" + i + "].at", stated.get(i).at(), clock));
        return stated;
    }

    private @Nullable PreferenceStatement preference(Statements said) {
        if (said.preferences() == null) {
            return null;
        }
        PreferenceStatement stated = said.preferences().statement();
        Required.past("preferences.at", stated.at(), clock);
        return stated;
    }

    /**
     * What was said; what is not mentioned stays as it is.
     *
     * @param preferences replaces everything that was said about messages before
     */
    record Statements(
            @Nullable List<ConsentBody> consents, @Nullable PreferenceBody preferences) {

        Statements {
            List<ConsentBody> said = consents == null ? List.of() : consents;
            if (said.isEmpty() && preferences == null) {
                throw InvalidInput.of("", "required", "Consents or preferences are required.");
            }
            if (said.size() > MOST) {
                throw InvalidInput.of("consents", "too-many", "At most " + MOST + " statements fit into one request.");
            }
            IntStream.range(0, said.size()).forEach(i -> Required.of("consents[" + i + "]", said.get(i)));
        }
    }

    /** What counts now, after everything that was said in any source. */
    record Answer(List<ConsentBody> consents, @Nullable PreferenceBody preferences) {}
}
