package cx.ecou.customer.api;

import cx.ecou.customer.write.person.DuplicateReason;
import cx.ecou.customer.write.person.Duplicates;
import cx.ecou.customer.write.person.Merges;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.customer.write.person.PossibleDuplicate;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.ApiClient;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.ListParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is who, as a program decides it for a colleague: possible duplicates, merging, undoing. */
@RestController
@RequestMapping("/api/v1/customers")
class MergesController {

    private final Duplicates duplicates;
    private final Merges merges;
    private final Merging merging;
    private final Positions positions;

    MergesController(Duplicates duplicates, Merges merges, Merging merging, Positions positions) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.merging = merging;
        this.positions = positions;
    }

    @GetMapping("/duplicates")
    @RequiresScope("customer:read")
    Listing open(@RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "50") int limit) {
        ListParameters.refuseUnknown(parameters.keySet(), Set.of("limit"));
        ListParameters.checkLimit(limit);
        return new Listing(duplicates.open(limit).stream().map(Pair::of).toList(), null);
    }

    /** They are two: nobody is asked again. */
    @PostMapping("/duplicates/dismissal")
    @RequiresScope("customer:write")
    ResponseEntity<Void> dismiss(@RequestBody Two two, @AuthenticationPrincipal ApiClient by) {
        UUID decisionId = Conflicts.settled(() -> merging.dismiss(two.one(), two.other(), by.id()));
        return ResponseEntity.noContent()
                .header(Positions.WRITTEN_HEADER, String.valueOf(positions.ofAggregate(decisionId)))
                .build();
    }

    /** Once more the same is answered with the merge that stands. */
    @PostMapping("/merges")
    @RequiresScope("customer:write")
    ResponseEntity<Merged> merge(@RequestBody Two two, @AuthenticationPrincipal ApiClient by) {
        Optional<UUID> before = merges.between(two.one(), two.other());
        UUID mergeId = before.isPresent()
                ? before.get()
                : Conflicts.settled(() -> merging.merge(two.one(), two.other(), by.id()));
        return ResponseEntity.status(before.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(Positions.WRITTEN_HEADER, String.valueOf(positions.ofAggregate(mergeId)))
                .body(new Merged(mergeId));
    }

    @PostMapping("/merges/{mergeId}/undoing")
    @RequiresScope("customer:write")
    ResponseEntity<Void> undo(@PathVariable UUID mergeId, @AuthenticationPrincipal ApiClient by) {
        Conflicts.settled(() -> {
            merging.undo(mergeId, by.id());
            return mergeId;
        });
        return ResponseEntity.noContent()
                .header(Positions.WRITTEN_HEADER, String.valueOf(positions.ofAggregate(mergeId)))
                .build();
    }

    /**
     * Two customers.
     *
     * @param customerId the one who remains when they are merged
     */
    record Two(@Nullable UUID customerId, @Nullable UUID otherId) {

        UUID one() {
            return needed("customerId", customerId);
        }

        UUID other() {
            return needed("otherId", otherId);
        }

        private static UUID needed(String field, @Nullable UUID id) {
            if (id == null) {
                throw InvalidInput.of(field, "required", "The field is needed.");
            }
            return id;
        }
    }

    /** By this it can be undone. */
    record Merged(UUID mergeId) {}

    /** The newest questions; there is no next page: they are answered, not walked through. */
    record Listing(List<Pair> items, @Nullable String nextCursor) {}

    /** Two who may be one, the one known longer first. */
    record Pair(UUID customerId, UUID otherId, DuplicateReason reason, Instant foundAt) {

        static Pair of(PossibleDuplicate found) {
            return new Pair(found.customerId(), found.otherId(), found.reason(), found.foundAt());
        }
    }
}
