package cx.ecou.feedback.api;

import cx.ecou.customer.commands.ErasureAccepted;
import cx.ecou.customer.commands.ErasureDoor;
import cx.ecou.customer.commands.ErasureWish;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.feedback.read.inbox.FeedbackRow;
import cx.ecou.feedback.read.inbox.Inbox;
import cx.ecou.kernel.ApiClient;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.problems.NotFound;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erases what nobody knows who said it. A repeated request is answered with the first erasure. */
@RestController
@RequiresScope("customer:erase")
class FeedbackErasuresController {

    private final Inbox inbox;
    private final ErasureDoor door;
    private final Positions positions;

    FeedbackErasuresController(Inbox inbox, ErasureDoor door, Positions positions) {
        this.inbox = inbox;
        this.door = door;
        this.positions = positions;
    }

    @PostMapping("/api/v1/feedback/{feedbackId}/erasure")
    @ReadsModel("feedback.inbox")
    ResponseEntity<ErasureAccepted> erase(
            @PathVariable UUID feedbackId, @AuthenticationPrincipal ApiClient by, @RequestBody ErasureWish wish) {
        FeedbackRow found = inbox.find(feedbackId).orElseThrow(() -> new NotFound("feedback"));
        return ErasureAccepted.answer(door.eraseUnrecognised(found.subjectId(), wish.read(), by.id()), positions);
    }
}
