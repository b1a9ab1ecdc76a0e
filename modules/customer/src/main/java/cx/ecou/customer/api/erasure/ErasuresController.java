package cx.ecou.customer.api.erasure;

import cx.ecou.customer.commands.ErasureAccepted;
import cx.ecou.customer.commands.ErasureWish;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.read.erasure.ErasedPlace;
import cx.ecou.customer.read.erasure.ErasureProof;
import cx.ecou.customer.read.erasure.ErasureProofs;
import cx.ecou.customer.write.erasure.Erasing;
import cx.ecou.customer.write.person.KnownSubjects;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.kernel.ApiClient;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erases customers. A repeated request is answered with the first erasure. */
@RestController
@RequiresScope("customer:erase")
class ErasuresController {

    private final Erasing erasing;
    private final ErasureProofs proofs;
    private final KnownSubjects subjects;
    private final Positions positions;
    private final AuditTrail audit;

    ErasuresController(
            Erasing erasing, ErasureProofs proofs, KnownSubjects subjects, Positions positions, AuditTrail audit) {
        this.erasing = erasing;
        this.proofs = proofs;
        this.subjects = subjects;
        this.positions = positions;
        this.audit = audit;
    }

    @PostMapping("/api/v1/customers/{source}/{ref}/erasure")
    @ReadsModel("customer.recognition")
    ResponseEntity<ErasureAccepted> erase(
            @PathVariable String source,
            @PathVariable String ref,
            @AuthenticationPrincipal ApiClient by,
            @RequestBody ErasureWish wish) {
        UUID customerId = subjects.homeOf(source, ref).orElseThrow(() -> new NotFound("customer"));
        return ErasureAccepted.answer(erasing.erase(customerId, wish.read(), by.id()), positions);
    }

    @GetMapping("/api/v1/erasures/{erasureId}")
    Proof proof(@PathVariable UUID erasureId) {
        ErasureProof proof = proofs.find(erasureId).orElseThrow(() -> new NotFound("erasure"));
        audit.viewed("erasure", erasureId);
        return Proof.of(proof);
    }

    /**
     * What was done.
     *
     * @param done whether nothing is left to be done
     */
    record Proof(
            UUID erasureId,
            UUID customerId,
            int subjects,
            ErasureReason reason,
            @Nullable UUID by,
            Instant at,
            String hash,
            boolean done,
            List<ErasedPlace> places) {

        static Proof of(ErasureProof proof) {
            return new Proof(
                    proof.erasureId(),
                    proof.customerId(),
                    proof.subjects(),
                    proof.reason(),
                    proof.by(),
                    proof.at(),
                    proof.hash(),
                    proof.isDone(),
                    proof.places());
        }
    }
}
