package cx.ecou.customer.commands;

import cx.ecou.eventstore.Positions;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/** What a program is told that has asked for an erasure: it is carried out from now on; what is left is done in a moment. */
public record ErasureAccepted(UUID erasureId) {

    /** The answer, with the address of the proof. */
    public static ResponseEntity<ErasureAccepted> answer(UUID erasureId, Positions positions) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/erasures/" + erasureId))
                .header(Positions.WRITTEN_HEADER, String.valueOf(positions.ofAggregate(erasureId)))
                .body(new ErasureAccepted(erasureId));
    }
}
